#!/usr/bin/env bash
# Packit's own command, on this machine instead of in its service: `packit srpm` runs the page's `post-modifications` and makes a
# source package, or stops.
. "$(dirname "$0")/common.sh"
. Tests/Doors/sources.sh
"$tools/bin/packit" --version
package_root=$work/root/usr/bin
[ -x "$package_root/rpmscope" ] || fail "run the test of the package first; it installs rpmscope"
export PATH=$tools/bin:$package_root:$PATH

# packit_repository SPEC: a repository of the page's configuration and a spec that is called hello.
packit_repository() {
  cd "$top"
  repository=$(folder packit-repository)
  spec_folder "$repository" "$1"
  [ -e "$repository/hello.spec" ] || mv "$repository"/*.spec "$repository/hello.spec"
  fenced Sources/SpecLint/SpecLint.docc/ContinuousIntegration.md "packit configuration" > "$repository/.packit.yaml"
  commit "$repository"
  git -C "$repository" remote add origin https://git.example.org/hello.git
  cd "$repository"
}

packit_repository "$top/$good_spec"
run 0 packit config validate
shows "is valid and ready to be used"
echo "$output"
run 0 packit srpm --preserve-spec
shows "no findings in 1 file"
ls "$repository"/*.src.rpm > /dev/null || fail "no source package"
echo "$output"

packit_repository "$top/$bad_spec"
run 2 packit srpm --preserve-spec
shows "rejected-flag"
! ls "$repository"/*.src.rpm > /dev/null 2>&1 || fail "a source package in spite of the finding"
echo "$output"
