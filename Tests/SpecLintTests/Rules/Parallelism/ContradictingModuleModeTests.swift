import Testing

@Suite("contradicting-module-mode")
struct ContradictingModuleModeTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("-mod=vendor", "%build\nexport GO111MODULE=off\ngo build «-mod=vendor» ."),
      RuleCase("go mod", "%build\nGO111MODULE=off «go mod download»"),
      RuleCase("a version", "%build\nexport GO111MODULE=off\ngo install «example.com/x@v1.0.0»"),
      RuleCase("GOFLAGS", "%build\nexport GO111MODULE=off GOFLAGS=-mod=vendor\n«go build .»"),
      RuleCase("%gobuild's default", "BuildRequires: go-rpm-macros\n%build\n«%gobuild -mod=vendor -o hello .»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("contradicting-module-mode") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("modules on", "%build\nexport GO111MODULE=on\ngo build -mod=vendor ."),
      RuleCase("the caller may say otherwise", "%build\nexport GO111MODULE=${GO111MODULE:-off}\ngo env"),
      RuleCase("an empty -mod", "%build\nexport GO111MODULE=off\ngo build -mod= ."),
      RuleCase("what does not mind", "%build\nexport GO111MODULE=off\ngo clean -modcache\ngo env GOPATH\ngo build ."),
      RuleCase(
        "another mode for %gobuild",
        "BuildRequires: go-rpm-macros\n%global gomodulesmode GO111MODULE=on\n%build\n%gobuild -mod=vendor -o hello ."),
      RuleCase(
        "a flag of the target's own macro",
        "BuildRequires(pre): rpm-build-golang\n%build\nexport GO111MODULE=off\n%golang_prepare\n%golang_build cmd/hello"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("contradicting-module-mode") }
}
