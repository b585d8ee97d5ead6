import Testing

@Suite("subpackage-requires-not-exact")
struct SubpackageRequiresNotExactTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("the main package", "%package devel\nSummary: x\nRequires: «%{name}»\n%description devel\nx"),
      RuleCase("among others", "%package devel\nSummary: x\nRequires: zlib-devel >= 1, «hello»\n%description devel\nx"),
      RuleCase("a subpackage", "Requires: «hello-data»\n%package data\nSummary: x\n%description data\nx"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("subpackage-requires-not-exact") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("exact", "%package devel\nSummary: x\nRequires: %{name} = %{version}-%{release}\n%description devel\nx"),
      RuleCase("the version", "%package devel\nSummary: x\nRequires: %{name} = %{version}\n%description devel\nx"),
      RuleCase("another package", "Requires: hello-others"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "subpackage-requires-not-exact") }
}
