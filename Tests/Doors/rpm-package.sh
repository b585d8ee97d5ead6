#!/usr/bin/env bash
# Our own package: the real rpmbuild builds it, and the real rpm installs it into a build root like mock's.
. "$(dirname "$0")/common.sh"
. Tests/Doors/build-root.sh
rpmbuild --version

version=$(sed -n 's/^Version: *//p' .rpm/rpmscope.spec)
grep -q "\"$version\"" Sources/MacroExpansion/ToolVersion.swift || fail "the package's version is not the command's"

# A package that was built from the same files is used again.
mark=$work/rpm-package.sum
sum=$(git ls-files -z --cached --others --exclude-standard Package.swift Sources .rpm README.md CHANGELOG.md LICENSE | sort -z | tar -c --mtime=@0 --null -T - | sha256sum)
if [ "$(cat "$mark" 2>/dev/null)" != "$sum" ]; then
  tree=$(folder rpmbuild)
  mkdir -p "$tree/SOURCES" "$tree/rpmscope-$version"
  copy_of_package "$tree/rpmscope-$version"
  tar -C "$tree" -czf "$tree/SOURCES/rpmscope-$version.tar.gz" "rpmscope-$version"
  started=$SECONDS
  # Debian's rpm knows nothing of what apt has installed, hence --nodeps.
  run 0 rpmbuild -ba --nodeps --define "_topdir $tree" .rpm/rpmscope.spec
  shows "no findings in 1 file"
  echo "rpmbuild -ba .rpm/rpmscope.spec: $((SECONDS - started)) s"
  echo "$sum" > "$mark"
fi
ls "$work"/rpmbuild/RPMS/*/*.rpm | sed 's|.*/||'

root=$work/root
make_build_root "$root"
run 0 in_build_root rpm -q rpmscope rpmscope-gate rpmscope-fedora-review
run 0 in_build_root rpm -V --nodeps rpmscope rpmscope-gate rpmscope-fedora-review
for file in bin/rpmscope bin/rpmscope-worker share/man/man1/rpmscope.1 share/man/man5/rpmscope.yml.5 share/bash-completion/completions/rpmscope \
  share/zsh/site-functions/_rpmscope share/fish/vendor_completions.d/rpmscope.fish share/rpmscope/schemas/lint.schema.json lib/rpm/macros.d/macros.rpmscope \
  share/fedora-review/scripts/rpmscope.sh; do
  ls "$root/usr/$file"* > /dev/null 2>&1 || fail "the package has no /usr/$file"
done
run 0 in_build_root rpmscope --version
shows "rpmscope $version"
shows "seccomp"
cp Fixtures/hello/hello.spec "$root/tmp/"
run 1 in_build_root rpmscope lint /tmp/hello.spec
shows "error[rejected-flag]"
