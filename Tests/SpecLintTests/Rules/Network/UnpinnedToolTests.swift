import Testing

@Suite("unpinned-tool")
struct UnpinnedToolTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("@latest", "%build\ngo install «example.com/x@latest»"),
      RuleCase("a branch", "%build\ngo get «example.com/x@master»"),
      RuleCase("go run", "%build\ngo run «example.com/x@latest» -o y"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unpinned-tool") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a version", "%build\ngo install example.com/x@v1.2.3"),
      RuleCase("the program's arguments", "%build\ngo run ./gen user@main"),
      RuleCase("no version", "%build\ngo install ./..."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("unpinned-tool") }
}
