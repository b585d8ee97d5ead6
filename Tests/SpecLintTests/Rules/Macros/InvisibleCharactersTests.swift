import Testing

@Suite("invisible-characters")
struct InvisibleCharactersTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a no-break space", "%build\nmake«\u{00A0}»all"),
      RuleCase("no width", "%build\nmake al«\u{200B}»l"),
      RuleCase("another direction", "%build\nmake # «\u{202E}»lla\u{202C}"),
      RuleCase("another direction in a comment", "%build\n# «\u{2066}»x\nmake"),
      RuleCase("a control character", "%build\nmake «\u{08}»all"),
      RuleCase("in a tag", "Requires: glibc«\u{200B}»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("invisible-characters") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("letters", "%build\n# ä 日本 é\necho 'ä'"),
      RuleCase("prose", "%description\nA\u{00A0}b \u{200F}c\n%changelog\n* Mon Jan 01 2024 A\u{00A0}B <a@b> - 1.2-1\n- x\u{200B}y"),
      RuleCase("a summary", "Summary: A\u{00A0}b"),
      RuleCase("a comment", "%build\n# a\u{00A0}b\nmake"),
      RuleCase("a form feed and a tab", "%build\n\u{0C}\nmake\tall"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "invisible-characters") }
}
