import Testing

@Suite("build-requires-with-isa")
struct BuildRequiresWithIsaTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("at the end", "BuildRequires: zlib-devel«%{?_isa}»"),
      RuleCase("before a version", "BuildRequires: zlib-devel«%{?_isa}» >= 1.2"),
      RuleCase("without a question", "BuildRequires: zlib-devel«%{_isa}»"),
      RuleCase("two", "BuildRequires: a«%{?_isa}» b«%{?_isa}»"),
      RuleCase("of a sub-package", "%package x\nSummary: x\nBuildRequires: a«%{?_isa}»\n%description x\nx"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("build-requires-with-isa") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("none", "BuildRequires: zlib-devel"),
      RuleCase("another tag", "Requires: zlib%{?_isa}\nProvides: hello-x%{?_isa} = 1"),
      RuleCase("a comment", "# BuildRequires: zlib-devel%%{?_isa}"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "build-requires-with-isa") }
}
