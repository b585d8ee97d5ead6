import Testing

@Suite("macro-in-changelog")
struct MacroInChangelogTests {
  private static func entry(_ text: String) -> String {
    "%description\nGreets.\n%changelog\n* Mon Jan 01 2024 A <a@b> - 1.2-1\n- \(text)"
  }

  @Test(
    "finds",
    arguments: [
      RuleCase("a folder", entry("Use «%{_libdir}»")),
      RuleCase("without braces", entry("Use «%_libdir»")),
      RuleCase("the first of two", entry("Use «%{_libdir}» and %{_bindir}")),
      RuleCase("one that is set", entry("Use «%{?_libdir}»")),
    ])
  func finds(_ example: RuleCase) throws { try example.check("macro-in-changelog") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("escaped", entry("Use %%{_libdir}")),
      RuleCase("what nothing defines", entry("Add %nosuchthing and 100%")),
      RuleCase("the entry's version", "%description\nGreets.\n%changelog\n* Mon Jan 01 2024 A <a@b> - %{version}-1\n- New"),
      RuleCase("whole entries", "%global log * Mon Jan 01 2024 A <a@b> - 1.2-1\n%description\nGreets.\n%changelog\n%{log}\n- New"),
      RuleCase("elsewhere", "%description\nLies in %{_libdir}.\n%build\nls %{_libdir}"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "macro-in-changelog") }
}
