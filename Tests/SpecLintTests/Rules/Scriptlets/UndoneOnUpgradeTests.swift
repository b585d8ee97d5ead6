import Testing

@Suite("undone-on-upgrade")
struct UndoneOnUpgradeTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a service", "%preun\n«systemctl stop hello.service» || :"),
      RuleCase("an old service", "%preun\n«/sbin/chkconfig --del hello»"),
      RuleCase("a user", "%postun\nif [ -f /x ]; then\n  «userdel hello»\nfi"),
      RuleCase("alternatives", "%postun\n«update-alternatives --remove hello /usr/bin/hello1» || :"),
      RuleCase("with the wrong test", "%postun\nif [ \"$1\" -ge 0 ]; then «userdel hello»; fi"),
      RuleCase(
        "installed again by another package",
        "%package x\nSummary: x\n%description x\nx\n%postun\n«alternatives --remove hello /usr/bin/hello1»\n%posttrans x\nalternatives --install /usr/bin/hello hello /usr/bin/hello1 1"
      ),
      RuleCase("data", "%postun\n«rm -rf /var/lib/hello»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("undone-on-upgrade") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("-eq 0", "%preun\nif [ $1 -eq 0 ]; then systemctl stop hello; fi"),
      RuleCase("= 0", "%preun\nif [ \"$1\" = \"0\" ]; then userdel hello; fi\n%postun\n[ \"$1\" = 0 ] && userdel hello || :"),
      RuleCase("case", "%postun\ncase $1 in\n0) userdel hello;;\nesac"),
      RuleCase("-lt 1", "%preun\nif [ \"$1\" -lt 1 ]; then chkconfig --del hello; fi"),
      RuleCase("arithmetic", "%preun\nif (( $1 == 0 )); then chkconfig --del hello; fi"),
      RuleCase("an early exit", "%postun\n[ \"$1\" -ge 1 ] && exit 0\nuserdel hello"),
      RuleCase("%post", "%post\nsystemctl stop hello || :"),
      RuleCase(
        "installed again",
        "%postun\nalternatives --remove hello /usr/bin/hello1\n%posttrans\nalternatives --install /usr/bin/hello hello /usr/bin/hello1 1"),
      RuleCase("with carriage returns", "%preun\nif [ $1 = 0 ]; then\r\n  chkconfig --del hello\r\nfi\r"),
      RuleCase("a restart", "%postun\nsystemctl try-restart hello || :"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "undone-on-upgrade") }
}
