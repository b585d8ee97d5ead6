import Testing

@Suite("overridden-ldflags")
struct OverriddenLdflagsTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "the macro's", "%build\n«%gobuild -ldflags \"-X main.v=1\" -o x .»", target: "fedora"),
      RuleCase(
        "-extldflags twice", "%build\ngo build -mod=vendor «-ldflags \"-extldflags '-Wl,a' -extldflags '-Wl,b'\"» ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("overridden-ldflags") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "of the spec itself", "%build\ngo build -mod=vendor -ldflags=-s -ldflags=-w ."),
      RuleCase(
        "once", "%build\ngo build -mod=vendor -ldflags \"-s -w\" ."),
      RuleCase(
        "the variable that the macro reads", "%build\nexport GO_LDFLAGS=\"-X main.v=1\"\n%gobuild -o x .", target: "fedora"),
      RuleCase(
        "the same twice", "%build\ngo build -mod=vendor -ldflags=-s -ldflags=-s ."),
      RuleCase(
        "other packages", "%build\ngo build -mod=vendor -ldflags=-s -ldflags=example.org/x=-w ."),
      RuleCase(
        "two commands", "%build\ngo build -mod=vendor -ldflags=-s -o a .\ngo build -mod=vendor -ldflags=-w -o b ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("overridden-ldflags") }
}
