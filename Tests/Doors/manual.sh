#!/usr/bin/env bash
# The manual pages of the package: real readers take them without a complaint, and they name all that the command's help names.
. "$(dirname "$0")/common.sh"
. Tests/Doors/build-root.sh
mandoc_version=$(dpkg-query -W -f '${Version}' mandoc)
echo "mandoc $mandoc_version, $(man --version)"

make_build_root "$work/root"
root=$work/root
pages=$root/usr/share/man
for page in "$pages"/man1/rpmscope.1* "$pages"/man5/rpmscope.yml.5*; do
  # A page that is made at build time has no date of its own.
  complaints=$(mandoc -T lint -W warning "$page" | grep -v 'missing date') || true
  [ -z "$complaints" ] || fail "$complaints"
done

# The text of a page as man shows it.
read_page() {
  MANWIDTH=100 man --warnings -M "$pages" "$1" 2> "$work/errors" | col -b
  [ ! -s "$work/errors" ] || fail "man: $(cat "$work/errors")"
}
text=$(read_page rpmscope)
commands=$(in_build_root rpmscope --help | sed -n '/^SUBCOMMANDS/,/^$/s/^  \([a-z][a-z-]*\).*/\1/p')
count=0
for command in $commands; do
  case $text in *"rpmscope $command"*) ;; *) fail "the page does not name 'rpmscope $command'" ;; esac
  for option in $(in_build_root rpmscope "$command" --help | grep -oE '^  (-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
    count=$((count + 1))
    case $text in *"$option"*) ;; *) fail "the page does not name '$command $option'" ;; esac
  done
done
[ $count -gt 30 ] || fail "only $count options were looked for"
echo "$(echo "$commands" | wc -l) commands and $count options are on the page"
echo "$text" | sed -n '1,20p'

text=$(read_page rpmscope.yml)
keys=$(in_build_root rpmscope config --schema | jq -r '.properties | keys[]')
for key in $keys; do case $text in *" $key: "*) ;; *) fail "the page does not name the key '$key'" ;; esac; done
echo "$(echo "$keys" | wc -l) keys are on the page"

# The page's example is a configuration.
folder configuration > /dev/null
echo "$text" | sed -n '/^EXAMPLE/,/^SEE ALSO/s/^           //p' > "$work/configuration/.rpmscope.yml"
mkdir -p "$work/root/tmp/epel"
cp "$work/configuration/.rpmscope.yml" "$work/root/tmp/"
cp Fixtures/clean/weather.spec "$work/root/tmp/epel/some.spec"
run 0 in_build_root rpmscope config /tmp/epel/some.spec
shows "target: "
echo "$output" | sed -n 1,3p
