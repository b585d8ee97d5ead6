import Testing

@Suite("license-as-doc")
struct LicenseAsDocTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("alone", "%files\n%doc «COPYING»"),
      RuleCase("among others", "%files\n%doc README «LICENSE.txt» NEWS"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("license-as-doc") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("%license", "%files\n%license COPYING\n%doc README"),
      RuleCase("a folder", "%files\n%doc docs/LICENSE"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "license-as-doc") }
}
