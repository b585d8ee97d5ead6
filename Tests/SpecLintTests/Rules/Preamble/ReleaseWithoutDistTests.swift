import Testing

@Suite("release-without-dist")
struct ReleaseWithoutDistTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a number", "Release: «1»"),
      RuleCase("through a macro", "%global rel 3\nRelease: «%{rel}»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("release-without-dist") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("dist", "Release: 1%{?dist}"),
      RuleCase("through a macro", "%global rel 3%{?dist}\nRelease: %{rel}"),
      RuleCase("autorelease", "Release: %autorelease"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "release-without-dist") }
}
