# Specs with their sources, as a packager has them side by side; sourced.

# spec_folder FOLDER SPEC: a spec of Fixtures with made-up archives for its sources.
spec_folder() {
  local spec=$2 name version
  name=$(sed -n 's/^Name: *//p' "$spec")
  version=$(sed -n 's/^Version: *//p' "$spec")
  mkdir -p "$1/$name-$version/vendor"
  cp "$spec" "$1/$name.spec"
  echo "module example.org/$name" > "$1/$name-$version/go.mod"
  echo "# example.org/dependency v1.0.0" > "$1/$name-$version/vendor/modules.txt"
  tar -C "$1" -czf "$1/$name-$version.tar.gz" "$name-$version"
  if grep -q '^Source1:.*-vendor.tar.xz' "$spec"; then tar -C "$1" -cJf "$1/$name-$version-vendor.tar.xz" "$name-$version/vendor"; fi
  rm -r "${1:?}/$name-$version"
}
bad_spec=Fixtures/hello/hello.spec
good_spec=Fixtures/clean/weather.spec
