import Testing

@Suite("duplicate-files-entry")
struct DuplicateFilesEntryTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("twice", "%files\n/usr/bin/hello\n«/usr/bin/hello»"),
      RuleCase("written in two ways", "%files\n%{_bindir}/hello\n«/usr/bin/hello»"),
      RuleCase("with attributes", "%files\n/usr/bin/hello\n%attr(0755,root,root) «/usr/bin/hello»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("duplicate-files-entry") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("%dir and the whole", "%files\n%dir /usr/share/x\n/usr/share/x"),
      RuleCase("excluded", "%files\n/usr/bin/*\n/usr/bin/hello\n%exclude /usr/bin/hello"),
      RuleCase(
        "two packages",
        "%package x\nSummary: x\n%description x\nx\n%files\n/usr/share/licenses/a\n%files x\n/usr/share/licenses/a"),
      RuleCase("%doc", "%files\n%doc README\n%doc README"),
      RuleCase("one of two architectures", "%files\n%ifarch x86_64\n/usr/lib64/x/*\n%endif\n%ifarch aarch64\n/usr/lib64/x/*\n%endif"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "duplicate-files-entry") }
}
