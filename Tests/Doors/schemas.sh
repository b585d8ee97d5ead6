#!/usr/bin/env bash
# Every JSON output has the shape that its published schema promises, without a member that the schema does not name.
. "$(dirname "$0")/common.sh"
"$tools/bin/check-jsonschema" --version

run 0 swift build --product rpmscope
run 0 swift build --product rpmscope-worker
rpmscope=$top/.build/debug/rpmscope
schemas=$top/Sources/SpecLint/Schemas
outputs=$(folder schemas)

# check NAME: holds all outputs of one kind against their schema.
check() {
  run 0 "$tools/bin/check-jsonschema" --schemafile "$schemas/$1.schema.json" "$outputs/$1"*.json
  echo "$1: $(find "$outputs" -name "$1*.json" | wc -l) outputs"
}

"$tools/bin/check-jsonschema" --check-metaschema "$schemas"/*.json > /dev/null
mapfile -t specs < <(git ls-files 'Fixtures/*.spec')
[ "${#specs[@]}" -gt 50 ] || fail "only ${#specs[@]} fixtures"
lint=("$rpmscope" lint --no-config --persona pedantic --min-confidence low --statistics --format json)
"${lint[@]}" --target auto "${specs[@]}" > "$outputs/lint-auto.json" || [ $? = 1 ]
"${lint[@]}" --target all Fixtures/hello/hello.spec > "$outputs/lint-all.json" || [ $? = 1 ]
"$rpmscope" lint --no-config --baseline "$outputs/baseline" --write-baseline Fixtures/hello/hello.spec > /dev/null || [ $? = 1 ]
"$rpmscope" lint --no-config --baseline "$outputs/baseline" --format json Fixtures/hello/hello.spec > "$outputs/lint-baseline.json"
for spec in "${specs[@]}"; do
  name=$(tr / - <<< "${spec%.spec}")
  # A spec that rpm cannot read to its end has no commands to print.
  "$rpmscope" expand --json --target host "$spec" > "$outputs/expand-$name.json" || rm "$outputs/expand-$name.json"
  "$rpmscope" resolve --json --target fedora "$spec" > "$outputs/resolve-$name.json" || rm "$outputs/resolve-$name.json"
done 2> /dev/null
"$rpmscope" expand --json --target all Fixtures/hello/hello.spec > "$outputs/expand-all.json"
"$rpmscope" resolve --json --target all Fixtures/hello/hello.spec > "$outputs/resolve-all.json"
"$rpmscope" rules --format json > "$outputs/rules.json"
mkdir -p "$outputs/home/go/pkg/mod/cache/download" "$outputs/home/.cache/go-build/00"
echo > "$outputs/home/.cache/go-build/README"
HOME=$outputs/home "$rpmscope" cache --json > "$outputs/cache-home.json"
HOME=$outputs/home "$rpmscope" cache --json --max-size 1K "$outputs/home" > "$outputs/cache-quota.json" || [ $? = 1 ]
"$rpmscope" env --json > "$outputs/env.json" || [ $? = 1 ]
for name in lint expand resolve rules cache env; do check $name; done
