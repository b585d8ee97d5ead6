import Testing

@Suite("Environment")
struct EnvironmentRuleTests {
  @Test(
    "contradicting-module-mode",
    arguments: [
      RuleCase("-mod=vendor", "%build\nexport GO111MODULE=off\ngo build «-mod=vendor» ."),
      RuleCase("go mod", "%build\nGO111MODULE=off «go mod download»"),
      RuleCase("a version", "%build\nexport GO111MODULE=off\ngo install «example.com/x@v1.0.0»"),
      RuleCase("GOFLAGS", "%build\nexport GO111MODULE=off GOFLAGS=-mod=vendor\n«go build .»"),
      RuleCase("modules on", "%build\nexport GO111MODULE=on\ngo build -mod=vendor ."),
      RuleCase("the caller may say otherwise", "%build\nexport GO111MODULE=${GO111MODULE:-off}\ngo env"),
      RuleCase("an empty -mod", "%build\nexport GO111MODULE=off\ngo build -mod= ."),
      RuleCase("what does not mind", "%build\nexport GO111MODULE=off\ngo clean -modcache\ngo env GOPATH\ngo build ."),
    ])
  func moduleMode(_ example: RuleCase) throws { try example.check("contradicting-module-mode") }

  @Test(
    "environment-lost-between-sections",
    arguments: [
      RuleCase("cgo", "%build\nexport CGO_ENABLED=0\ngo build .\n%check\n«go test ./...»"),
      RuleCase("GOPATH mode", "%build\nexport GO111MODULE=off\ngo build .\n%check\n«go test ./...»"),
      RuleCase("build tags", "%build\nexport GOFLAGS=-tags=netgo\ngo build .\n%check\n«go test ./...»\ngo test -race ./..."),
      RuleCase("the same in both", "%build\nexport CGO_ENABLED=0\ngo build .\n%check\nexport CGO_ENABLED=0\ngo test ./..."),
      RuleCase("an assignment for one command", "%build\nGOOS=windows go build .\nCGO_ENABLED=0 go build .\n%check\ngo test ./..."),
      RuleCase("-mod=vendor of a vendored build", "%build\nexport GOFLAGS=-mod=vendor\ngo build .\n%check\ngo test ./..."),
      RuleCase(
        "the proxy of a vendored build",
        "%build\nexport GOPROXY=off GOPATH=/tmp/go\ngo build -mod=vendor .\n%check\ngo test -mod=vendor ./..."),
      RuleCase("a command that does not compile", "%build\nexport CGO_ENABLED=0\ngo build .\n%install\nx=$(go env GOOS)"),
      RuleCase("the default", "%build\nexport GO111MODULE=on\ngo build .\n%check\ngo test ./..."),
      RuleCase("no go command there", "%prep\nexport CGO_ENABLED=0\n%build\ngo build ."),
    ])
  func lost(_ example: RuleCase) throws { try example.check("environment-lost-between-sections") }

  @Test(
    "unset-variable-in-path",
    arguments: [
      RuleCase("GOPATH", "%install\nls «$GOPATH»/bin"),
      RuleCase("braces", "%prep\nmkdir -p «${GOPATH}»/src/example.com"),
      RuleCase("set in another scriptlet", "%build\nTOP=/tmp/x\n%install\nls «$TOP»/bin"),
      RuleCase("set here", "%install\nexport GOPATH=/tmp/go\nls $GOPATH/bin"),
      RuleCase("a default", "%install\nls ${GOPATH:-/tmp/go}/bin"),
      RuleCase("rpm's own", "%install\nls $RPM_BUILD_ROOT/x $RPM_BUILD_DIR/y"),
      RuleCase("no path", "%build\necho $GOPATH"),
      RuleCase("settings from elsewhere", "%build\nTOP=/tmp/x\n%install\nmodule load mpi\nls $TOP/bin"),
      RuleCase("a search path", "%build\nexport GOPATH=/tmp/go:$GOPATH\ngo env"),
    ])
  func unset(_ example: RuleCase) throws { try example.check("unset-variable-in-path") }

  @Test(
    "unknown-go-variable",
    arguments: [
      RuleCase("never one of Go's", "%build\nexport «GONOSUMCHECK=1»\ngo build ."),
      RuleCase("misspelt", "%build\nexport «GOMODECACHE=/tmp/x»\ngo build ."),
      RuleCase("an underscore", "%build\n«GO_MODCACHE=/tmp/x» go build ."),
      RuleCase("Go's own", "%build\nexport GOFLAGS=-v GOTOOLCHAIN=local GONOSUMDB=x GO111MODULE=on\ngo build ."),
      RuleCase("inputs of makefiles", "%build\nexport GOLDFLAGS=-s GOTAGS=x GO_LDFLAGS=x GOARGS=-v GOOPTS=x\nmake"),
      RuleCase("the spec's own", "%build\nexport GO_PROXY=x\necho $GO_PROXY"),
      RuleCase("not exported", "%build\nGO_CACHE=/tmp/x\ngo build ."),
    ])
  func unknown(_ example: RuleCase) throws { try example.check("unknown-go-variable") }

  @Test(
    "user-environment-written",
    arguments: [
      RuleCase("a setting", "%build\n«go env -w GO111MODULE=auto»"),
      RuleCase("GOPROXY", "%prep\n«go env -w GOPROXY=direct»\n%build\ngo build ."),
      RuleCase("undone", "%build\n«go env -u GOPROXY»"),
      RuleCase("read", "%build\ngo env GOPATH\ngo env -json"),
      RuleCase("a file of the build's own", "%build\nexport GOENV=$PWD/goenv\ngo env -w GO111MODULE=auto"),
      RuleCase("a home of the build's own", "%build\nexport HOME=$PWD/home\ngo env -w GO111MODULE=auto"),
    ])
  func written(_ example: RuleCase) throws { try example.check("user-environment-written") }

  @Test(
    "vendor-deleted",
    arguments: [
      RuleCase("rm", "%prep\n%setup -q -T -c\nrm -rf vendor\n%build\n«go build -mod=vendor .»"),
      RuleCase("in the same scriptlet", "%build\nrm -rf ./vendor\n«go build -mod=vendor .»\ngo test -mod=vendor ./..."),
      RuleCase("through a macro", "%define clean rm -fr vendor\n%prep\n%{clean}\n%build\n«go install -mod vendor ./...»"),
      RuleCase("an archive brings it back", "%prep\nrm -rf vendor\ntar -xf vendor.tar.gz\n%build\ngo build -mod=vendor ."),
      RuleCase("made again", "%prep\nrm -rf vendor\ngo mod vendor\n%build\ngo build -mod=vendor ."),
      RuleCase("deleted afterwards", "%build\ngo build -mod=vendor .\n%install\nrm -rf vendor"),
      RuleCase("a part of it", "%prep\nrm -rf vendor/example.com/x\n%build\ngo build -mod=vendor ."),
    ])
  func vendorDeleted(_ example: RuleCase) throws { try example.check("vendor-deleted") }
}
