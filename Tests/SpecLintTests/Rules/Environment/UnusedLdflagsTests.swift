import Testing

@Suite("unused-ldflags")
struct UnusedLdflagsTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "a variable that go does not read", "%build\nexport «LDFLAGS=\"-X main.version=%{version}\"»\ngo build -mod=vendor ."),
      RuleCase(
        "not exported", "%build\n«GO_LDFLAGS=\"-X main.version=1\"»\ngo build -mod=vendor ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unused-ldflags") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "used", "%build\nexport LDFLAGS=\"-X main.version=1\"\ngo build -mod=vendor -ldflags \"$LDFLAGS\" ."),
      RuleCase(
        "used in another variable", "%build\nexport LDFLAGS=\"-X main.version=1\"\nF=\"-ldflags=${LDFLAGS}\"\ngo build -mod=vendor \"$F\" ."
      ),
      RuleCase(
        "read by make", "%build\nexport LDFLAGS=\"-X main.version=1\"\nmake\ngo build -mod=vendor ."),
      RuleCase(
        "read by the macro", "%build\nexport LDFLAGS=\"-X main.version=1\"\n%gobuild -o x .", target: "fedora"),
      RuleCase(
        "for the C linker", "%build\nexport LDFLAGS=\"-Wl,-z,now\"\ngo build -mod=vendor ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("unused-ldflags") }
}
