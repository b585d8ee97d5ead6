import Testing

@Suite("unknown-go-variable")
struct UnknownGoVariableTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("never one of Go's", "%build\nexport «GONOSUMCHECK=1»\ngo build ."),
      RuleCase("misspelt", "%build\nexport «GOMODECACHE=/tmp/x»\ngo build ."),
      RuleCase("an underscore", "%build\n«GO_MODCACHE=/tmp/x» go build ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unknown-go-variable") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("Go's own", "%build\nexport GOFLAGS=-v GOTOOLCHAIN=local GONOSUMDB=x GO111MODULE=on\ngo build ."),
      RuleCase("inputs of makefiles", "%build\nexport GOLDFLAGS=-s GOTAGS=x GO_LDFLAGS=x GOARGS=-v GOOPTS=x\nmake"),
      RuleCase("the spec's own", "%build\nexport GO_PROXY=x\necho $GO_PROXY"),
      RuleCase("not exported", "%build\nGO_CACHE=/tmp/x\ngo build ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("unknown-go-variable") }
}
