import Diagnostics
import Testing

@Suite("missing-exclusive-arch")
struct MissingExclusiveArchTests {
  @Test(
    "finds, at the package's name",
    arguments: [
      RuleCase("%gobuild", "BuildRequires: go-rpm-macros\n%build\n%gobuild -o hello ."),
      RuleCase("go build", "BuildRequires: go-rpm-macros\n%build\ngo build -o hello ."),
      RuleCase("a noarch subpackage", "BuildRequires: go-rpm-macros\n%package doc\nSummary: x\nBuildArch: noarch\n%build\n%gobuild ."),
      RuleCase("ExcludeArch", "BuildRequires: go-rpm-macros\nExcludeArch: ppc64\n%build\n%gobuild -o hello ."),
      RuleCase("a named target", "BuildRequires: golang\n%build\ngo build .", target: "epel10"),
    ])
  func finds(_ example: RuleCase) throws {
    let findings = try MarkedSpec(example.snippet).findings(of: "missing-exclusive-arch", target: example.target)
    #expect(findings.map(\.place.start.line) == [1])
  }

  @Test(
    "accepts",
    arguments: [
      RuleCase("ExclusiveArch", "BuildRequires: go-rpm-macros\nExclusiveArch: %{golang_arches}\n%build\n%gobuild .", confidence: .low),
      RuleCase("%gometa", "%global goipath example.org/hello\n%gometa -f\n%build\n%gobuild .", confidence: .low),
      RuleCase("noarch", "BuildRequires: go-rpm-macros\nBuildArch: noarch\n%build\n%gobuild .", confidence: .low),
      RuleCase("no program", "BuildRequires: go-rpm-macros\n%check\n%gocheck", confidence: .low),
      RuleCase("a spec of other origin", "BuildRequires: golang\n%build\ngo build .", confidence: .low),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("missing-exclusive-arch") }
}
