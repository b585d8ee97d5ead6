import Testing

@Suite("config-under-usr")
struct ConfigUnderUsrTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("%config", "%files\n%config «/usr/share/hello.conf»"),
      RuleCase("noreplace", "%files\n%config(noreplace) «%{_datadir}/hello.conf»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("config-under-usr") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("/etc", "%files\n%config(noreplace) /etc/hello.conf"),
      RuleCase("no configuration", "%files\n/usr/share/hello.conf"),
      RuleCase("/usr/etc", "%files\n%config /usr/etc/hello.conf"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "config-under-usr") }
}
