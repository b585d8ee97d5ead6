import Testing

@Suite("unreproducible-macro")
struct UnreproducibleMacroTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a date", "%global built «%(date +%Y%m%d)»"),
      RuleCase("in a tag", "URL: https://example.com/«%(date -u +%s)»"),
      RuleCase("yesterday", "%global built «%(date -d yesterday +%F)»"),
      RuleCase("the machine", "%global host «%(hostname -s)»"),
      RuleCase("its name from the kernel", "%global host «%(uname -n)»"),
      RuleCase("chance", "%global seed «%(echo $RANDOM)»"),
      RuleCase("more chance", "%global seed «%(head -c4 /dev/urandom | od -An -tx4)»"),
      RuleCase("a lazy macro that is used", "%define built «%(date +%F)»\nURL: https://example.com/%{built}"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unreproducible-macro") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a fixed date", "%global built %(date -d 2026-03-02 +%Y%m%d)"),
      RuleCase("seconds that are given", "%global built %(date -u -d @1772409600 +%F)"),
      RuleCase("a file's date", "%global built %(date -r %{_sourcedir}/x +%F)"),
      RuleCase("the builder's date", "%global built %(date -u -d @${SOURCE_DATE_EPOCH:-0} +%F)"),
      RuleCase("the build root", "BuildRoot: %(mktemp -ud %{_tmppath}/%{name}-XXXXXX)"),
      RuleCase("a comment", "# built %(date +%F)"),
      RuleCase("the kind of machine", "%global arch %(uname -m)"),
      RuleCase("git", "%global head %(git rev-parse --short HEAD)"),
      RuleCase("run time", "%build\ndate"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("unreproducible-macro") }
}
