import Testing

@Suite("brace-before-percent")
struct BraceBeforePercentTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("in a tag", "Source1: hello-«{%version}».tar.gz"),
      RuleCase("in a script", "%install\nmkdir %{buildroot}/«{%name}»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("brace-before-percent") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("right", "Source1: hello-%{version}.tar.gz"),
      RuleCase("others", "%build\nawk \"{%s}\" x\ndate +{%Y}\n# {%version}"),
      RuleCase("in braces on purpose", "%build\necho ${%name}"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "brace-before-percent") }
}
