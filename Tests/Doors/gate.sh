#!/usr/bin/env bash
# The gate: rpmbuild in a build root with rpmscope-gate writes a good source package and refuses a bad one.
. "$(dirname "$0")/common.sh"
. Tests/Doors/build-root.sh
. Tests/Doors/sources.sh
rpmbuild --version

make_build_root "$work/root"
for spec in $bad_spec $good_spec; do
  name=$(basename "$spec" .spec)
  spec_folder "$work/root/builddir/$name" "$spec"
done

source_package() {
  local name=$1
  shift
  in_build_root rpmbuild -bs --nodeps --define "_topdir /builddir/rpmbuild" --define "_sourcedir /builddir/$name" "$@" "/builddir/$name/$name.spec"
}

run 0 source_package weather
shows 'Executing "/usr/bin/rpmscope lint --no-config --builder copr --fail-on error /builddir/rpmbuild/SRPMS/weather-0.9.3-3.src.rpm"'
shows "no findings in 1 file"
echo "$output"

run 1 source_package hello
shows "error[rejected-flag]: 'go mod download' does not define '-p' and exits with an error"
shows 'Package check "/usr/bin/rpmscope lint --no-config --builder copr --fail-on error /builddir/rpmbuild/SRPMS/hello-2.4.0-1.src.rpm" failed.'
echo "$output"

# A project can say what stops a build.
run 0 source_package hello --define "_rpmscope_options --no-config --fail-on never"
shows "error[rejected-flag]"

# Without the gate's package rpmbuild lints nothing.
run 0 in_build_root rpm -e --nodeps rpmscope-gate
run 0 source_package hello
lacks rpmscope
