import Testing

@Suite("license-not-spdx")
struct LicenseNotSpdxTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("an old name", "License: «GPLv2+»"),
      RuleCase("small operators", "License: «MIT and Apache-2.0»"),
      RuleCase("several words", "License: «ASL 2.0»"),
      RuleCase("of a subpackage", "%package x\nSummary: x\nLicense: «BSD»\n%description x\nx"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("license-not-spdx") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("an expression", "License: (GPL-2.0-or-later WITH Classpath-exception-2.0) AND MIT"),
      RuleCase("a reference", "License: LicenseRef-Fedora-Public-Domain OR CC0-1.0"),
      RuleCase("case", "License: apache-2.0"),
      RuleCase("over several lines", "License: %{shrink:\n  MIT AND\n  Apache-2.0\n}"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "license-not-spdx") }
}
