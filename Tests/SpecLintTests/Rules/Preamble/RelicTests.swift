import Testing

@Suite("relic")
struct RelicTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("once", "«Group: Misc»\nBuildRoot: /tmp/x\n%files\n%defattr(-,root,root)\n/x"),
      RuleCase("%clean", "«%clean\nrm -rf %{buildroot}»\n%check\n:"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("relic") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("nothing", "BuildRequires: gcc\n%files\n/x"),
      RuleCase("other attributes", "%files\n%defattr(0644,hello,hello)\n/x"),
      RuleCase("a group where it is asked for", "Group: Development/Other", target: "altlinux"),
      RuleCase("more", "%clean\nrm -rf %{buildroot}\nmake distclean"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "relic") }
}
