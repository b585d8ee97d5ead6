import Testing

@Suite("installs-into-home")
struct InstallsIntoHomeTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "a plain install", "%build\n«go install -mod=vendor ./cmd/hello»"),
      RuleCase(
        "with a module cache", "%build\nexport GOMODCACHE=/srv/mods\n«go install -mod=vendor ./cmd/hello»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("installs-into-home") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "GOBIN", "%build\nexport GOBIN=$PWD/bin\ngo install -mod=vendor ./cmd/hello"),
      RuleCase(
        "GOPATH", "%build\nexport GOPATH=$PWD/_build\ngo install -mod=vendor ./cmd/hello"),
      RuleCase(
        "HOME", "%build\nexport HOME=$PWD/home\ngo install -mod=vendor ./cmd/hello"),
      RuleCase(
        "the standard library", "%build\ngo install -mod=vendor std"),
      RuleCase(
        "a tool", "%build\ngo install example.org/tool@v1.2.3"),
      RuleCase(
        "go build", "%build\ngo build -mod=vendor -o hello ./cmd/hello"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("installs-into-home") }
}
