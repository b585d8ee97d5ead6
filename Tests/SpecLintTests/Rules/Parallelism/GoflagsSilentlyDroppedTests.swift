import Testing

@Suite("goflags-silently-dropped")
struct GoflagsSilentlyDroppedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "each flag at its first command",
        "%build\nexport GOFLAGS=\"-ldflags=-s -tags=a\"\n«go build -ldflags -w .»\n«go build -tags b .»\ngo build -tags c ."),
      RuleCase("a blank in a value", "%build\nexport GOFLAGS='-ldflags=-X=main.v=1 -w'\n«go build .»"),
      RuleCase("the same flag twice", "%build\nexport GOFLAGS='-tags=a -tags=b'\n«go build .»"),
      RuleCase("-gcflags for all twice", "%build\nexport GOFLAGS='-gcflags=all=-l -gcflags=all=-N'\n«go build .»"),
      RuleCase("-ldflags on the command line", "%build\nexport GOFLAGS='-ldflags=-w'\n«go build -ldflags -X=main.v=1 .»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("goflags-silently-dropped") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("different packages", "%build\nexport GOFLAGS='-gcflags=all=-l -gcflags=example.com/x=-N'\ngo build ."),
      RuleCase("one quoted flag", "%build\nexport GOFLAGS=\"'-ldflags=-X=main.v=1 -w'\"\ngo build ."),
      RuleCase("flags that builds know", "%build\nexport GOFLAGS='-ldflags=-w -v -trimpath'\ngo build ."),
      RuleCase("what Go rejects anyway", "%build\nexport GOFLAGS='-ldflags=-s -w -X'\ngo build ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("goflags-silently-dropped") }
}
