#!/usr/bin/env bash
# What a release offers: the archive and its bill of materials, made from the build that GitLab's job has made; and the image, whose
# Containerfile's steps are run one by one in a Debian system of their own, because no engine that builds images is needed for that.
. "$(dirname "$0")/common.sh"
. Tests/Doors/sources.sh
. Tests/Generations/mirror.sh

clone=$work/gitlab-repository/.rpmscope-build
build=$clone/.build/release
[ -x "$build/rpmscope" ] || fail "run the test of gitlab first; it makes the build"
[ -e Package.resolved ] || cp "$clone/Package.resolved" .

dist=$(folder dist)
run 0 .github/release "$build" "$dist"
(cd "$dist" && sha256sum --quiet -c SHA256SUMS)
archive=$(ls "$dist"/rpmscope-*.tar.gz)
echo "$(basename "$archive"): $(($(stat -c %s "$archive") >> 20)) MiB"

# The same build gives the same bytes.
again=$(folder dist-again)
run 0 .github/release "$build" "$again"
cmp "$dist/SHA256SUMS" "$again/SHA256SUMS" || fail "a second run made something else"

"$tools/bin/uv" -q pip install --python "$tools/bin/python" spdx-tools
run 0 "$tools/bin/pyspdxtools" -i "$dist"/rpmscope-*.spdx.json
jq -e '[.packages[].name] | any(startswith("librpm")) and contains(["yams", "swift", "swift-argument-parser"])' "$dist"/rpmscope-*.spdx.json > /dev/null || fail "the bill of materials lacks something"

# The action takes that archive from a server instead of building, and builds when it is damaged.
served=$(folder served)
mkdir -p "$served/example/rpmscope/releases/download"
cp -r "$dist" "$served/example/rpmscope/releases/download/v1"
"$tools/bin/python" - "$served" "$work/port" <<'PYTHON' > /dev/null 2>&1 &
import functools, http.server, sys
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1]))
open(sys.argv[2], "w").write(str(server.server_port))
server.serve_forever()
PYTHON
server=$!
trap 'kill $server' EXIT
rm -f "$work/port"
until [ -s "$work/port" ]; do kill -0 $server || fail "no server for the archive"; sleep 0.1; done
repository=$(folder release-repository)
cp $bad_spec "$repository/hello.spec"
git -C "$repository" init -q
act() {
  env "GITHUB_SERVER_URL=http://127.0.0.1:$(cat "$work/port")" GITHUB_ACTION_REPOSITORY=example/rpmscope GITHUB_ACTION_REF="$1" \
    "RUNNER_TEMP=$(folder release-temporary)" "$tools/bin/python" Tests/Doors/run-action.py "$clone/.github/actions/rpmscope" "$repository" 2>&1
}
run 1 act v1
shows "::error title=rejected-flag,file=hello.spec,line=25"
lacks "-- Build rpmscope"
run 1 act v0
shows "no release is taken: "
shows "-- Build rpmscope"
printf x >> "$served/example/rpmscope/releases/download/v1/$(basename "$archive")"
run 1 act v1
shows "is damaged: its SHA-256 is not that of SHA256SUMS"
shows "-- Build rpmscope"

case $archive in *-debian12-*) ;; *) echo "the image is Debian 12's, which this machine is not"; exit 0 ;; esac
SUDO=$([ "$(id -u)" = 0 ] || echo sudo)
type -P debootstrap > /dev/null || { $SUDO apt-get update -qq && $SUDO apt-get install -y -qq debootstrap > /dev/null; }
root=$work/image
$SUDO rm -rf "$root"
while read -r word rest; do
  case $word in
    FROM)
      suite=$(sed 's/.*debian:\([a-z]*\).*/\1/' <<< "$rest")
      $SUDO debootstrap --no-check-gpg --variant=minbase "$suite" "$root" "$(mirror)" > "$work/image.log" 2>&1 || fail "$(tail -5 "$work/image.log")"
      ;;
    RUN) run 0 $SUDO chroot "$root" sh -c "$rest" ;;
    ADD) (cd "$dist" && set -- $rest && $SUDO tar -x -f "$1" -C "$root$2") ;;
    WORKDIR) folder=$rest; $SUDO mkdir -p "$root$rest" ;;
    ENTRYPOINT) entry=$(jq -r '.[]' <<< "$rest") ;;
    CMD) command=$(jq -r '.[]' <<< "$rest") ;;
    '' | '#'*) ;;
    *) fail "the Containerfile has a '$word', which is not tried here" ;;
  esac
done < .github/Containerfile
$SUDO cp Fixtures/hello/hello.spec "$root$folder/"
inside() { $SUDO bwrap --bind "$root" / --dev /dev --proc /proc --unshare-net --chdir "$folder" "$@"; }
run 1 inside "$entry" $command
shows "error[rejected-flag]"
run 0 inside "$entry" --version
shows "rpm 4.18"
shows seccomp
$SUDO rm -rf "$root"
