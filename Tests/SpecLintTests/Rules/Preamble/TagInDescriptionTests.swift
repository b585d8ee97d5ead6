import Testing

@Suite("tag-in-description")
struct TagInDescriptionTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a dependency", "%description\nGreets.\n«Requires: hello-data»"),
      RuleCase("of a subpackage", "%package x\nSummary: x\n%description x\nx\n«BuildArch: noarch»"),
      RuleCase("with a qualifier", "%description\nGreets.\n«Requires(post): hello-data»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("tag-in-description") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("before it", "Requires: hello-data\n%description\nGreets."),
      RuleCase("prose", "%description\nName: the name\nIt requires: nothing.\n License: free"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "tag-in-description") }
}
