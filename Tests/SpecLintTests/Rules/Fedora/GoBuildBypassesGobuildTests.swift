import Diagnostics
import Testing

@Suite("go-build-bypasses-gobuild")
struct GoBuildBypassesGobuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a go build", "BuildRequires: go-rpm-macros\n%build\n«go build -o hello .»"),
      RuleCase("a go install", "BuildRequires: go-vendor-tools\n%build\nexport GO111MODULE=off\n«go install -v ./cmd/...»"),
      RuleCase("once", "BuildRequires: go-rpm-macros\n%build\n«go build -o a ./a»\ngo build -o b ./b"),
      RuleCase(
        "into %gobuild's folder",
        "%global goipath example.org/hello\n%gometa\n%prep\n%goprep\n%build\n«go build -o %{gobuilddir}/bin/hello .»"),
      RuleCase("beside %gometa", "%global goipath example.org/hello\n%gometa\n%build\n«go build -buildmode=pie -o hello .»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("go-build-bypasses-gobuild") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("%gobuild", "BuildRequires: go-rpm-macros\n%build\n%gobuild -o hello .", confidence: .low),
      RuleCase("a spec of other origin", "BuildRequires: golang\n%build\ngo build -o hello .", confidence: .low),
      RuleCase(
        "flags for upstream's own build",
        "BuildRequires: go-rpm-macros\n%build\nmake BUILD_OPTS=%{gobuild_baseflags_shescaped}\ngo build -o generate ./generate",
        confidence: .low),
      RuleCase("flags taken for make", "BuildRequires: go-rpm-macros\n%build\ngo build %{gobuildflags} -o hello .", confidence: .low),
      RuleCase(
        "a tool beside %gobuild", "BuildRequires: go-rpm-macros\n%build\n%gobuild -o hello .\ngo build -o generate ./generate",
        confidence: .low),
      RuleCase(
        "a fallback for older distributions",
        "BuildRequires: go-rpm-macros\n%define gobuild(o:) go build -ldflags \"-linkmode=external\" %{?**};\n%build\n%gobuild -o hello .",
        confidence: .low),
      RuleCase(
        "another distribution's branch",
        "BuildRequires: go-rpm-macros\n%build\n%if 0%{?fedora}\n%gobuild -o hello .\n%else\ngo build -o hello .\n%endif", confidence: .low),
      RuleCase("a test", "BuildRequires: go-rpm-macros\n%check\ngo test ./...", confidence: .low),
      RuleCase("a word in a comment", "BuildRequires: go-rpm-macros\n%build\n# go build -o hello .\nmake", confidence: .low),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("go-build-bypasses-gobuild") }

  @Test("finds it in any spec for a target that was named")
  func namedTarget() throws {
    try RuleCase("named", "BuildRequires: golang\n%build\n«go build -o hello .»", target: "fedora").check("go-build-bypasses-gobuild")
    try RuleCase("another", "BuildRequires: golang\n%build\ngo build -o hello .", target: "opensuse").check("go-build-bypasses-gobuild")
  }
}
