import Testing

@Suite("carriage-returns")
struct CarriageReturnsTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("one go command", "%build\ncd src\n«go build .\r»\ncd .."),
      RuleCase("in one scriptlet", "%build\n# as on DOS\n«make»\r\nmake check\r"),
      RuleCase("in all of the spec", "URL: https://example.org/\r\n%build\r\n«if [ -f x ]; then»\r\n  make\r\nfi\r"),
      RuleCase("where the package is installed", "%post\n«ldconfig»\r"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("carriage-returns") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("line feeds", "%build\nmake"),
      RuleCase("a text that is written", "%build\ncat > hello.bat <<'E'\n@echo off\r\necho hello\r\nE"),
      RuleCase("tags and files", "URL: https://example.org/\r\n%files\r\n/usr/bin/hello\r"),
      RuleCase("in comments", "%build\r\nmake #\r\nmake check # all\r"),
      RuleCase("nothing else", "%build\n\r\n# as on DOS\r"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "carriage-returns") }
}
