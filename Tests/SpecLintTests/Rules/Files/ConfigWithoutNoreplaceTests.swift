import Testing

@Suite("config-without-noreplace")
struct ConfigWithoutNoreplaceTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("plain", "%files\n%config «/etc/hello.conf»"),
      RuleCase("missingok", "%files\n%config(missingok) «/etc/hello.conf»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("config-without-noreplace") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("noreplace", "%files\n%config(noreplace) /etc/hello.conf\n%config(missingok,noreplace) /etc/x.conf"),
      RuleCase("a script", "%files\n%config /etc/init.d/hello"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "config-without-noreplace") }
}
