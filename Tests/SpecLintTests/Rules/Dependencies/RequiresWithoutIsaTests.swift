import Testing

@Suite("requires-without-isa")
struct RequiresWithoutIsaTests {
  private static func devel(_ tags: String, main: String = "") -> String {
    "\(main)%package devel\nSummary: Headers\n\(tags)\n%description devel\nHeaders."
  }

  @Test(
    "finds",
    arguments: [
      RuleCase("the base package", devel("Requires: «%{name}» = %{version}-%{release}")),
      RuleCase("by its name", devel("Requires: «hello» = %{version}-%{release}")),
    ])
  func finds(_ example: RuleCase) throws { try example.check("requires-without-isa") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("with it", devel("Requires: %{name}%{?_isa} = %{version}-%{release}")),
      RuleCase("a noarch package", devel("BuildArch: noarch\nRequires: %{name} = %{version}-%{release}")),
      RuleCase("a noarch base package", devel("Requires: %{name} = %{version}-%{release}", main: "BuildArch: noarch\n")),
      RuleCase("another package", devel("Requires: zlib-devel = 1.2")),
      RuleCase("without a version", devel("Requires: %{name}")),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "requires-without-isa") }
}
