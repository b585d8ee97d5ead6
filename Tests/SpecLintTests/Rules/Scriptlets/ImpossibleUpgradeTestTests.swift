import Testing

@Suite("impossible-upgrade-test")
struct ImpossibleUpgradeTestTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("0 in %post", "%post\nif [ \"$1\" -eq 0 ]; then «useradd hello»; fi"),
      RuleCase("2 in %preun", "%preun\nif [ $1 = 2 ]; then\n  «systemctl stop hello»\nfi"),
      RuleCase("a case", "%postun\ncase \"$1\" in\n  2) «userdel hello» ;;\nesac"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("impossible-upgrade-test") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("install and update", "%post\nif [ $1 -eq 1 ]; then useradd a; else useradd b; fi\n[ $1 -gt 1 ] && useradd c || :"),
      RuleCase("removal", "%postun\nif [ \"$1\" = 0 ]; then userdel hello; fi\nif [ \"$1\" -ge 1 ]; then userdel b; fi"),
      RuleCase("Debian's words", "%postun\nif [ \"$1\" = \"purge\" ]; then userdel hello; fi"),
      RuleCase("other conditions", "%post\nif [ -x /x ]; then /x; fi"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "impossible-upgrade-test") }
}
