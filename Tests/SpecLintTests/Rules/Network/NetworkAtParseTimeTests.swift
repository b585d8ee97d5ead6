import Testing

@Suite("network-at-parse-time")
struct NetworkAtParseTimeTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("curl", "%global tag «%(curl -s https://example.com/tag)»"),
      RuleCase("in a tag", "URL: «%(wget -qO- https://example.com/v)»"),
      RuleCase("behind a pipe and an echo", "%global tag «%(echo `curl -s https://example.com/tag | cut -f2`)»"),
      RuleCase("git", "%global head «%(git ls-remote https://example.com/x.git | head -1)»"),
      RuleCase("the origin of a checkout", "%global head «%(git fetch --tags; git describe)»"),
      RuleCase("a lazy macro that is used", "%define tag «%(curl -s https://example.com/tag)»\nURL: https://example.com/%{tag}"),
      RuleCase("in a comment", "# was «%(curl -s https://example.com/tag)»"),
      RuleCase("another shell", "%global tag «%(sh -c 'curl -s https://example.com/tag')»"),
      RuleCase("a wrapper", "%global tag «%(timeout 5 curl -s https://example.com/tag)»"),
      RuleCase("Lua", "«%{lua: os.execute('curl -s https://example.com/tag')}»"),
      RuleCase("the right one of two", "%global tag %(git describe)-«%(curl -s https://example.com/tag)»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("network-at-parse-time") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("local git", "%global head %(git rev-parse HEAD; git describe --tags)"),
      RuleCase("a remote that is a path", "%global head %(git ls-remote ../x HEAD)"),
      RuleCase("a string", "%global text %(echo 'curl https://example.com/')"),
      RuleCase("only looked for", "%global found %(command -v curl; curl --version)"),
      RuleCase("a file", "%global text %(curl -s file:///etc/os-release)"),
      RuleCase("a lazy macro that nobody uses", "%define tag %(curl -s https://example.com/tag)"),
      RuleCase("an escape", "# was %%(curl -s https://example.com/tag)"),
      RuleCase("rpm's own comment", "%dnl %(curl -s https://example.com/tag)"),
      RuleCase("run time", "%build\ntag=$(curl -s https://example.com/tag)"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("network-at-parse-time") }
}
