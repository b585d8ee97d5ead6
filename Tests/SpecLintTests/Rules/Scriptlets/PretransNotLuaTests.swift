import Testing

@Suite("pretrans-not-lua")
struct PretransNotLuaTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("shell", "%pretrans\n«rm -rf /x || :»"),
      RuleCase("a named shell", "%pretrans -p /bin/sh\n«:»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("pretrans-not-lua") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("Lua", "%pretrans -p <lua>\nprint(\"x\")"),
      RuleCase("nothing", "%pretrans\n\n%description\nx"),
      RuleCase("%pre", "%pre\n:"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "pretrans-not-lua") }
}
