#!/usr/bin/env bash
# The recipes for COPR, run as its builders run them: `make -f .copr/Makefile srpm outdir=… spec=…` in a clone, and a script in an
# empty folder, both in a build root.
#
# COPR itself needs an account: the page's calls of copr-cli are understood by the real copr-cli, and end where it would connect.
. "$(dirname "$0")/common.sh"
. Tests/Doors/build-root.sh
. Tests/Doors/sources.sh
make --version | sed -n 1p
rpmbuild --version
"$tools/bin/copr-cli" --version
page=Sources/SpecLint/SpecLint.docc/BuildGate.md
make_build_root "$work/root"
# The recipes stand without the gate.
run 0 in_build_root rpm -e --nodeps rpmscope-gate

# clone NAME SPEC: a repository with a spec, its sources and the page's Makefile, cloned into the build root.
clone() {
  local origin
  origin=$(folder "copr-$1")
  spec_folder "$origin" "$2"
  mkdir "$origin/.copr"
  fenced $page "copr makefile" > "$origin/.copr/Makefile"
  commit "$origin"
  git clone -q "$origin" "$work/root/builddir/$1"
  mkdir -p "$work/root/builddir/out-$1"
}
make_srpm() { IN_FOLDER=/builddir/$1 in_build_root make -f .copr/Makefile srpm outdir="/builddir/out-$1" spec="$1.spec"; }

clone weather $good_spec
run 0 make_srpm weather
shows "no findings in 1 file"
[ -e "$work/root/builddir/out-weather/weather-0.9.3-3.src.rpm" ] || fail "no source package"
clone hello $bad_spec
run 2 make_srpm hello
shows "error[rejected-flag]"
[ ! -e "$work/root/builddir/out-hello/hello-2.4.0-1.src.rpm" ] || fail "a source package in spite of the finding"

# The script has the spec and the sources in the current folder afterwards; COPR makes the source package of them.
for name in weather hello; do
  mkdir "$work/root/builddir/script-$name"
  fenced $page "copr script" > "$work/root/builddir/script-$name.sh"
  chmod +x "$work/root/builddir/script-$name.sh"
done
script() { IN_FOLDER=/builddir/script-$1 in_build_root env PACKAGE_REPOSITORY="/builddir/$1" GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*' "../script-$1.sh"; }
run 0 script weather
run 0 in_build_root rpmbuild -bs --nodeps --define "_sourcedir /builddir/script-weather" --define "_srcrpmdir /builddir/script-weather" /builddir/script-weather/weather.spec
shows "Wrote: /builddir/script-weather/weather-0.9.3-3.src.rpm"
run 1 script hello
shows "error[rejected-flag]"

calls=$(folder copr-calls)
fenced $page "copr script" > "$calls/make-sources.sh"
printf '[copr-cli]\nlogin = login\nusername = packager\ntoken = token\ncopr_url = https://127.0.0.1:9\n' > "$calls/copr.conf"
count=0
while read -r call; do
  # 2 would be a call that copr-cli does not know.
  run 1 bash -c "cd '$calls' && '$tools/bin/copr-cli' --config copr.conf ${call#copr-cli }"
  shows "Unable to connect to https://127.0.0.1:9"
  count=$((count + 1))
done < <(grep '^copr-cli ' $page)
[ $count = 3 ] || fail "$count calls of copr-cli on the page"
echo "copr-cli understands $count calls"
