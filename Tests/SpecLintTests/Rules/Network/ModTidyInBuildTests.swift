import Testing

@Suite("mod-tidy-in-build")
struct ModTidyInBuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("plain", "%build\n«go mod tidy»"),
      RuleCase("with flags", "%prep\n«go mod tidy -v -compat=1.21»"),
      RuleCase("in a list", "%build\n«go mod tidy» && go build ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("mod-tidy-in-build") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("no proxy", "%build\nGOPROXY=off go mod tidy"),
      RuleCase("only shown", "%check\ngo mod tidy -diff"),
      RuleCase("another command", "%build\ngo mod verify"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("mod-tidy-in-build") }
}
