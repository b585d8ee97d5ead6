import Testing

@Suite("make-syntax-in-shell")
struct MakeSyntaxInShellTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "in linker flags", "%build\ngo build -mod=vendor -ldflags \"-X main.commit=$(«GITCOMMIT»)\" ."),
      RuleCase(
        "flags", "%build\nexport LDFLAGS=\"$(«EXTRA_FLAGS») -s\"\ngo build -mod=vendor -ldflags \"$LDFLAGS\" ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("make-syntax-in-shell") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "a variable", "%build\ngo build -mod=vendor -ldflags \"-X main.commit=${GITCOMMIT}\" ."),
      RuleCase(
        "a command", "%build\ngo build -mod=vendor -ldflags \"-X main.commit=$(git rev-parse HEAD)\" ."),
      RuleCase(
        "a function", "%build\nCOMMIT() { echo abc; }\ngo build -mod=vendor -ldflags \"-X main.commit=$(COMMIT)\" ."),
      RuleCase(
        "text for make", "%build\nsed -i 's/x/$(LDFLAGS)/' Makefile\nmake"),
      RuleCase(
        "words", "%build\necho $(GET http://localhost/)"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("make-syntax-in-shell") }
}
