import Testing

@Suite("shell-syntax-error")
struct ShellSyntaxErrorTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("no then", "%build\n«if» [ -f x ]\n  make\nfi")
    ])
  func finds(_ example: RuleCase) throws { try example.check("shell-syntax-error") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("right", "%build\nif [ -f x ]; then make; fi\nfor i in a b; do echo $i; done\n%post\n:"),
      RuleCase("Lua", "%post -p <lua>\nif x then y() end"),
      RuleCase("an unknown macro", "%build\nif true; then\n%{?nosuchmacro}\nfi"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "shell-syntax-error") }
}
