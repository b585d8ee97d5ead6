import Testing

@Suite("systemctl-in-scriptlet")
struct SystemctlInScriptletTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("enable", "%post\n«systemctl enable hello.service» || :"),
      RuleCase("with an option", "%post\n«/usr/bin/systemctl --now enable hello >/dev/null 2>&1» || :"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("systemctl-in-scriptlet") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("daemon-reload", "%post\nsystemctl daemon-reload || :"),
      RuleCase("when first installed", "%post\nif [ $1 -eq 1 ]; then systemctl enable hello || :; fi"),
      RuleCase("a restart", "%postun\nsystemctl try-restart hello || :"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "systemctl-in-scriptlet") }
}
