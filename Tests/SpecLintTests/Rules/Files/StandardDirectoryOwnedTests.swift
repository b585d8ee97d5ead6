import Testing

@Suite("standard-directory-owned")
struct StandardDirectoryOwnedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("the whole folder", "%files\n«%{_bindir}»\n«/usr/share/man/man1/»"),
      RuleCase("%dir", "%files\n%dir «/usr/share»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("standard-directory-owned") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a file in it", "%files\n%{_bindir}/hello\n%{_bindir}/*"),
      RuleCase("another package's folder", "%files\n%dir /etc/profile.d"),
      RuleCase("excluded", "%files\n%exclude /usr/share/info"),
      RuleCase("filesystem", "Name: filesystem\n%files\n/usr/bin"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "standard-directory-owned") }
}
