import Diagnostics
import SpecLint
import Testing

@Suite("build-cache-per-build")
struct BuildCachePerBuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("GOCACHE with the version", "%build\nexport GOCACHE=/tmp/%{name}-%{version}\n«go build .»"),
      RuleCase(
        "a vendored build", "%build\nexport GOCACHE=/tmp/%{version}\nexport GOMODCACHE=/tmp/%{version}/mod\n«go build -mod=vendor .»"),
      RuleCase("XDG_CACHE_HOME", "%build\nexport XDG_CACHE_HOME=%{_builddir}/%{name}-%{version}/.cache\n«go build .»"),
      RuleCase("a temporary folder", "%build\nexport GOCACHE=$(mktemp -d)/%{version}\n«go build .»"),
      RuleCase("HOME", "%build\nexport HOME=/tmp/%{version}\n«go build .»"),
      RuleCase("make", "%build\nexport GOCACHE=/tmp/%{version}\n«make build»"),
      RuleCase("beside the sources, whoever builds", "%build\nexport GOCACHE=%{_builddir}/gocache\n«go build .»"),
      RuleCase("in %check", "%check\nexport GOCACHE=/tmp/%{version}\n«go test ./...»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("build-cache-per-build") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("nothing set", "%build\ngo build ."),
      RuleCase("beside the build", "%build\nexport GOCACHE=%{_builddir}/gocache\ngo build .", target: "azurelinux"),
      RuleCase("the caller's value", "%build\nexport GOCACHE=${GOCACHE:-/var/cache/go}\ngo build ."),
      RuleCase("a command that compiles nothing", "%build\nexport GOCACHE=/tmp/%{version}\ngo mod download"),
      RuleCase("official builds", "%build\nexport GOCACHE=/tmp/%{version}\ngo build .", builder: .official),
      RuleCase("one per process", "%build\nfor c in cmd/*; do\n  GOCACHE=$(mktemp -d)/%{version} go build ./$c\ndone"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("build-cache-per-build") }
}
