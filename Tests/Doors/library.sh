#!/usr/bin/env bash
# The library: a package of its own depends on it and uses everything that is public; DocC builds its pages without a warning.
. "$(dirname "$0")/common.sh"
swift --version 2>&1 | sed -n 1p

example=Tests/Doors/Example
diff <(fenced Sources/SpecLint/SpecLint.docc/SpecLint.md example) $example/Sources/LintOne/LintOne.swift || fail "the page's example is not the one that is built"
build=(swift build --package-path $example --scratch-path "$work/library" -Xswiftc -warnings-as-errors)
run 0 "${build[@]}" --product LintOne
run 0 "${build[@]}" --product Tour
run 0 "${build[@]}" --product rpmscope-worker
bin=$work/library/debug
run 0 "$bin/LintOne" Fixtures/hello/hello.spec Fixtures/clean/weather.spec
[ "$output" = "Fixtures/hello/hello.spec:25:17: 'go mod download' does not define '-p' and exits with an error" ] || fail "$output"
echo "$output"
run 0 "$bin/Tour" Fixtures/hello/hello.spec
for words in "error[rejected-flag]" "cancelled: true" "settled: true" "%build " "read for fedora,epel9" "did you mean 'fedora'?" \
  "'name' does not define a macro" "did you mean 'rejected-flag'?"; do shows "$words"; done
lacks "not refused"

graphs=$(folder symbol-graphs)
headers=()
for include in "$work"/library/checkouts/*/Sources/*/include; do headers+=(-I "$include"); done
for map in Sources/*/module.modulemap; do headers+=(-I "$(dirname "$map")"); done
for module in SpecLint Diagnostics; do
  swift symbolgraph-extract -module-name $module -minimum-access-level public -skip-inherited-docs -I "$bin/Modules" "${headers[@]}" \
    -target "$(uname -m)-unknown-linux-gnu" -output-dir "$graphs"
done
rm -f "$graphs"/*@*
"$tools/bin/python" Tests/Doors/public-api.py "$graphs" $example/Sources/*/*.swift
mkdir "$graphs/SpecLint"
mv "$graphs/SpecLint.symbols.json" "$graphs/SpecLint/"
run 0 docc convert Sources/SpecLint/SpecLint.docc --additional-symbol-graph-dir "$graphs/SpecLint" --fallback-display-name SpecLint \
  --fallback-bundle-identifier rpmscope.SpecLint --output-path "$work/SpecLint.doccarchive" --warnings-as-errors
echo "docc: $(find "$work/SpecLint.doccarchive/data/documentation" -name '*.json' | wc -l) pages"
