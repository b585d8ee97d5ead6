import Diagnostics
import Testing

@Suite("missing-go-buildrequires")
struct MissingGoBuildrequiresTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("golang alone", "BuildRequires: golang >= 1.20\n%check\n«%gocheck»"),
      RuleCase("the first macro", "BuildRequires: golang\n%build\n«%gobuild -o hello .»\n%check\n%gocheck"),
      RuleCase("go-vendor-tools' macros", "BuildRequires: go-rpm-macros\n%check\n«%gocheck2»"),
      RuleCase("go-vendor-tools alone, which brings no go-rpm-macros", "BuildRequires: go-vendor-tools\n%build\n«%gobuild -o hello .»"),
      RuleCase("no go at all", "BuildRequires: make\n%build\n«go build -o hello .»", target: "fedora"),
      RuleCase("a named target", "BuildRequires: golang\n%build\n«%gobuild -o hello .»", target: "fedora"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("missing-go-buildrequires") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("go-rpm-macros", "BuildRequires: go-rpm-macros\n%check\n%gocheck", confidence: .low),
      RuleCase("%gometa", "%global goipath example.org/hello\n%gometa\n%check\n%gocheck", confidence: .low),
      RuleCase("what go-rpm-macros provides", "BuildRequires: compiler(go-compiler)\n%check\n%gocheck", confidence: .low),
      RuleCase("several in one tag", "BuildRequires: make, go-rpm-macros >= 3, gcc\n%check\n%gocheck", confidence: .low),
      RuleCase(
        "under a condition that the macro's absence meets",
        "BuildRequires: golang\n%if !%{defined gobuild}\nBuildRequires: go-rpm-macros\n%endif\n%check\n%gocheck", confidence: .low),
      RuleCase("a macro of the spec's own", "BuildRequires: golang\n%define gocheck go test ./...\n%check\n%gocheck", confidence: .low),
      RuleCase("an unknown macro in the preamble", "%{requirements_of_go}\n%check\n%gocheck", confidence: .low),
      RuleCase("another distribution's macros", "BuildRequires: golang-packaging\n%build\n%gobuild .\n%check\n%gotest .", confidence: .low),
      RuleCase("golang of any kind", "BuildRequires: go-toolset\n%build\ngo build .", confidence: .low, target: "fedora"),
      RuleCase("its own go", "%build\nexport PATH=$PWD/go/bin:$PATH\ngo build .", confidence: .low, target: "fedora"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("missing-go-buildrequires") }
}
