import Diagnostics
import Testing

@Suite("unreproducible-macro")
struct UnreproducibleMacroTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a date", "%global built «%(date +%Y%m%d)»\nURL: https://example.com/%{built}"),
      RuleCase("in a tag", "URL: https://example.com/«%(date -u +%s)»"),
      RuleCase("yesterday", "%global built «%(date -d yesterday +%F)»\nURL: https://example.com/%{built}"),
      RuleCase("the machine", "%global host «%(hostname -s)»\nURL: https://example.com/%{host}"),
      RuleCase("its name from the kernel", "%global host «%(uname -n)»\nURL: https://example.com/%{host}"),
      RuleCase("chance", "%global seed «%(echo $RANDOM)»\nURL: https://example.com/%{seed}"),
      RuleCase("more chance", "%global seed «%(head -c4 /dev/urandom | od -An -tx4)»\nURL: https://example.com/%{seed}"),
      RuleCase("a lazy macro that is used", "%define built «%(date +%F)»\nURL: https://example.com/%{built}"),
      RuleCase(
        "a macro defined twice, at the one that counts",
        "%define day %(date +%s)\n%define day «%(date +%d)»\nURL: https://example.com/%{day}"),
      RuleCase("a macro that nothing calls, with low confidence", "%global built «%(date +%F)»", confidence: .low),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unreproducible-macro") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a macro that nothing calls", "%global built %(date +%F)"),
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
