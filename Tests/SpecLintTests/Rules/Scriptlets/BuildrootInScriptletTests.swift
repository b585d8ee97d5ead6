import Testing

@Suite("buildroot-in-scriptlet")
struct BuildrootInScriptletTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("the macro", "%post\ntouch «%{buildroot}»/x || :"),
      RuleCase("the variable", "%preun\nrm -f «$RPM_BUILD_ROOT»/etc/x"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("buildroot-in-scriptlet") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("%install", "%install\ntouch %{buildroot}/x"),
      RuleCase("a comment", "%post\n# not $RPM_BUILD_ROOT\n:"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "buildroot-in-scriptlet") }
}
