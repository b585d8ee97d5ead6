import Testing

@Suite("scriptlet-may-fail")
struct ScriptletMayFailTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a test before a command", "%preun\n«[ \"$1\" = 0 ] && rm -f /x»"),
      RuleCase("in %post", "%post\n«test -f /x && rm -f /x»"),
      RuleCase("a command", "%pre\n«useradd hello»"),
      RuleCase("in an if", "%preun\nif [ \"$1\" = 0 ]; then\n  «killall hello»\nfi"),
      RuleCase("in a branch of a case", "%preun\ncase \"$1\" in\n0) «service hello stop» ;;\nesac"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("scriptlet-may-fail") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("an if", "%preun\nif [ \"$1\" = 0 ]; then rm -f /x; fi"),
      RuleCase("|| :", "%pre\nuseradd hello || :\n%preun\n[ \"$1\" = 0 ] && rm /x || true"),
      RuleCase("exit 0", "%pre\ngetent passwd hello || useradd hello\nexit 0"),
      RuleCase("commands that hardly fail", "%post\n/sbin/ldconfig\n%preun\nrm -rf /var/cache/hello"),
      RuleCase("not for the shell", "%pre -p <lua>\nprint(\"x\")\n%post -p /sbin/ldconfig"),
      RuleCase("with carriage returns", "%preun\nexit 0\r\n\r"),
      RuleCase("a macro after it", "%post\n[ -f /x ] && cp /x /y\n%post_service hello", target: "altlinux"),
      RuleCase("a function", "%preun\nstop() { killall hello; }\nstop"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "scriptlet-may-fail") }
}
