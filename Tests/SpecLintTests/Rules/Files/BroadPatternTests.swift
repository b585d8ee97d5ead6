import Testing

@Suite("broad-pattern")
struct BroadPatternTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a shared folder", "%files\n«%{_datadir}/*»\n«/usr/bin/*»"),
      RuleCase("of Python", "%files\n«/usr/lib/python3.13/site-packages/*»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("broad-pattern") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a part of a name", "%files\n/usr/bin/hello*\n/usr/share/man/man1/*.1*"),
      RuleCase("the package's own", "%files\n/usr/share/hello/*"),
      RuleCase("include files", "%files\n/usr/include/*"),
      RuleCase("of Perl", "%files\n/usr/share/perl5/vendor_perl/*"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "broad-pattern") }
}
