import Testing

@Suite("Caches")
struct CacheRuleTests {
  @Test(
    "relative-cache-path",
    arguments: [
      RuleCase("a relative GOCACHE", "%build\nexport GOCACHE=.cache\n«go build .»"),
      RuleCase("off", "%build\nGOCACHE=off «go build .»"),
      RuleCase("an undefined macro", "%build\nexport GOCACHE=%{nosuchmacro}/cache\n«go build .»"),
      RuleCase("a relative GOMODCACHE that is used", "%build\nexport GOMODCACHE=mod\n«go mod download»"),
      RuleCase("a relative GOMODCACHE of a vendored build", "%build\nexport GOMODCACHE=mod\ngo build -mod=vendor ."),
      RuleCase("an absolute path", "%build\nexport GOCACHE=/tmp/cache GOMODCACHE=$PWD/mod\ngo mod download\ngo build ."),
      RuleCase("an unknown start", "%build\nexport GOCACHE=$(cat where)/cache\ngo build ."),
      RuleCase("an empty value", "%build\nexport GOCACHE=\ngo build ."),
    ])
  func relativePath(_ example: RuleCase) throws { try example.check("relative-cache-path") }

  @Test(
    "module-cache-split",
    arguments: [
      RuleCase("private in %build only", "%build\nexport GOPATH=/tmp/go\ngo mod download\n%check\n«go test ./...»"),
      RuleCase("two assignments", "%build\nGOMODCACHE=/a go mod download\nGOMODCACHE=/b «go build -mod=mod .»"),
      RuleCase("through HOME", "%build\ngo mod download\nexport HOME=/tmp/h\n«go build -mod=mod .»"),
      RuleCase("the same in both", "%build\nexport GOPATH=/tmp/go\ngo mod download\n%check\nexport GOPATH=/tmp/go\ngo test -mod=mod ./..."),
      RuleCase("a vendored test", "%build\nexport GOPATH=/tmp/go\ngo mod download\n%check\ngo test -mod=vendor ./..."),
      RuleCase("nothing set", "%build\ngo mod download\ngo build -mod=mod .\n%check\ngo test -mod=mod ./..."),
      RuleCase("a path that cannot be known", "%build\nexport GOPATH=$(cat where)\ngo mod download\n%check\ngo test -mod=mod ./..."),
    ])
  func split(_ example: RuleCase) throws { try example.check("module-cache-split") }

  @Test(
    "cache-in-buildroot",
    arguments: [
      RuleCase("the build cache", "%install\nexport GOCACHE=%{buildroot}/.cache\n«go install ./...»"),
      RuleCase("the module cache", "%install\nexport GOPATH=%{buildroot}/go\n«go mod download»"),
      RuleCase("through a shell variable", "%install\nexport GOMODCACHE=$RPM_BUILD_ROOT/mod\n«go mod download»"),
      RuleCase("GOPATH mode", "%install\nexport GO111MODULE=off GOPATH=%{buildroot}/usr/share/gocode\ngo build ."),
      RuleCase("binaries", "%install\nGOBIN=%{buildroot}/usr/bin go install ./..."),
      RuleCase("a vendored build", "%install\nGOPATH=%{buildroot}/go go build -mod=vendor -o x ."),
    ])
  func buildroot(_ example: RuleCase) throws { try example.check("cache-in-buildroot") }

  @Test(
    "private-cache-per-process",
    arguments: [
      RuleCase("mktemp", "%build\nexport GOCACHE=$(mktemp -d)\n«go build .»"),
      RuleCase("the shell's process", "%build\nexport GOMODCACHE=/tmp/mod.$$\n«go mod download»"),
      RuleCase("$RANDOM", "%build\nGOCACHE=/tmp/$RANDOM «go build .»"),
      RuleCase("a temporary folder for something else", "%build\ntmp=$(mktemp -d)\nGOTMPDIR=$tmp go build ."),
      RuleCase("a module cache that is not used", "%build\nexport GOMODCACHE=/tmp/mod.$$\ngo build -mod=vendor ."),
      RuleCase("a fixed path", "%build\nexport GOCACHE=/tmp/cache\ngo build ."),
    ])
  func perProcess(_ example: RuleCase) throws { try example.check("private-cache-per-process") }

  @Test(
    "module-cache-deleted",
    arguments: [
      RuleCase("go clean", "%build\ngo mod download\n«go clean -modcache»"),
      RuleCase("rm of the cache", "%build\nexport GOPATH=/tmp/go\ngo mod download\n«rm -rf $GOPATH/pkg/mod»"),
      RuleCase("rm of what holds it", "%build\nexport GOPATH=/tmp/go\ngo mod download\n«rm -rf /tmp/go/pkg»"),
      RuleCase("a cache that nobody uses", "%build\ngo build -mod=vendor .\ngo clean -modcache"),
      RuleCase("the build cache", "%build\ngo mod download\ngo clean -cache"),
      RuleCase("other folders", "%build\nexport GOPATH=/tmp/go\ngo mod download\nrm -rf /tmp/go/bin /tmp/x"),
    ])
  func deleted(_ example: RuleCase) throws { try example.check("module-cache-deleted") }

  @Test(
    "forced-rebuild",
    arguments: [
      RuleCase("a flag", "%build\ngo build «-a» -o hello ."),
      RuleCase("tests", "%check\ngo test «-a» ./..."),
      RuleCase("GOFLAGS", "%build\nexport GOFLAGS='-a -mod=vendor'\n«go build .»"),
      RuleCase("a macro of the spec's, once", "«%define compile go build -a -o hello .»\n%build\n%{compile}\n%{compile}"),
      RuleCase("no flag", "%build\ngo build -o hello ."),
      RuleCase("-a of another command", "%build\ncp -a x y\ngo build ."),
      RuleCase("switched off", "%build\ngo build -a=false ."),
    ])
  func rebuild(_ example: RuleCase) throws { try example.check("forced-rebuild") }
}
