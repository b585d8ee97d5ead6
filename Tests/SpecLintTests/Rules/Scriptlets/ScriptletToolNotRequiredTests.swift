import Testing

@Suite("scriptlet-tool-not-required")
struct ScriptletToolNotRequiredTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("useradd", "%pre\ngetent passwd a || «useradd -r a»\nexit 0"),
      RuleCase("once for users", "%pre\n«groupadd -r a» || :\nuseradd -r a || :"),
      RuleCase("setcap", "%post\n«setcap cap_net_raw+ep /usr/bin/hello» || :"),
      RuleCase("of a subpackage", "Requires(pre): shadow-utils\n%package x\nSummary: x\n%description x\nx\n%pre x\n«useradd -r a» || :"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("scriptlet-tool-not-required") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("required", "Requires(pre): shadow-utils\n%pre\nuseradd -r a || :"),
      RuleCase("by path", "Requires(pre): /usr/sbin/useradd\n%pre\nuseradd -r a || :"),
      RuleCase("at all", "Requires: shadow\n%pre\nuseradd -r a || :"),
      RuleCase("looked for", "%post\nif command -v setcap >/dev/null; then setcap x /y; fi"),
      RuleCase("in the build", "%install\nuseradd -r a"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "scriptlet-tool-not-required") }
}
