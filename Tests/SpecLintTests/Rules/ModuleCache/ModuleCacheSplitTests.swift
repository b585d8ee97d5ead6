import Testing

@Suite("module-cache-split")
struct ModuleCacheSplitTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("private in %build only", "%build\nexport GOPATH=/tmp/go\ngo mod download\n%check\n«go test ./...»"),
      RuleCase("two assignments", "%build\nGOMODCACHE=/a go mod download\nGOMODCACHE=/b «go build -mod=mod .»"),
      RuleCase("through HOME", "%build\ngo mod download\nexport HOME=/tmp/h\n«go build -mod=mod .»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("module-cache-split") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("the same in both", "%build\nexport GOPATH=/tmp/go\ngo mod download\n%check\nexport GOPATH=/tmp/go\ngo test -mod=mod ./..."),
      RuleCase("a vendored test", "%build\nexport GOPATH=/tmp/go\ngo mod download\n%check\ngo test -mod=vendor ./..."),
      RuleCase("nothing set", "%build\ngo mod download\ngo build -mod=mod .\n%check\ngo test -mod=mod ./..."),
      RuleCase("a path that cannot be known", "%build\nexport GOPATH=$(cat where)\ngo mod download\n%check\ngo test -mod=mod ./..."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("module-cache-split") }
}
