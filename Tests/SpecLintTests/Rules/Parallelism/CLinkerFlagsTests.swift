import Testing

@Suite("c-linker-flags")
struct CLinkerFlagsTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "as words", "%build\ngo build -mod=vendor «-ldflags \"-Wl,-z,relro -s\"» ."),
      RuleCase(
        "in a variable", "%build\nexport LDFLAGS=\"-Wl,-z,relro\"\ngo build -mod=vendor «-ldflags=\"$LDFLAGS\"» ."),
      RuleCase(
        "behind others", "%build\ngo build -mod=vendor «-ldflags \"-X main.v=1 -specs=/usr/lib/rpm/redhat/redhat-hardened-ld\"» ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("c-linker-flags") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "for the external linker", "%build\ngo build -mod=vendor -ldflags \"-linkmode=external -extldflags '-Wl,-z,relro -Wl,-z,now'\" ."),
      RuleCase(
        "as one word", "%build\ngo build -mod=vendor -ldflags \"-extldflags=-Wl,-z,relro\" ."),
      RuleCase(
        "next to it", "%build\ngo build -mod=vendor -ldflags \"-extldflags -Wl,-z,relro\" ."),
      RuleCase(
        "quoted as a whole", "%build\ngo build -mod=vendor -ldflags \"'-extldflags=-Wl,-z,relro -Wl,-z,now' -s\" ."),
      RuleCase(
        "Go's own", "%build\ngo build -mod=vendor -ldflags \"-s -w\" ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("c-linker-flags") }
}
