import MacroExpansion
import MacroTargets
import Testing

/// Which macros `--target auto` takes.
@Suite struct ChoiceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let spec: String
    let target: String
    var host: Set<String> = ["name", "version", "make_build", "configure", "setup", "build", "install"]
    var isBash = true

    var testDescription: String { "\(spec.debugDescription) is for \(target)" }
  }

  static let cases: [Case] = [
    Case(spec: "Name: x\n%build\n%make_build\n", target: "host"),
    Case(spec: "%global gobuild go build\n%build\n%gobuild\n", target: "host"),
    Case(spec: "%build\ngo build %{?gobuild}\n", target: "host"),
    Case(spec: "%build\necho %%gobuild\n", target: "host"),
    Case(spec: "%build\n%gobuild .\n", target: "fedora"),
    Case(spec: "%gometa -f\n", target: "fedora"),
    Case(spec: "Release: %autorelease\n%build\n%gobuild .\n", target: "fedora"),
    Case(spec: "#\n# spec file for package hello\n#\n%build\n%gobuild .\n", target: "opensuse"),
    Case(spec: "%pre\n%service_add_pre x.service\n", target: "opensuse"),
    Case(spec: "Vendor: Microsoft Corporation\nDistribution: Azure Linux\n%build\n%gobuild\n", target: "azurelinux"),
    Case(spec: "Vendor: VMware, Inc.\nDistribution: Photon\n%build\n%gobuild\n", target: "photon"),
    Case(spec: "Release: %mkrel 1\n", target: "mageia"),
    Case(spec: "BuildRequires(pre): rpm-build-golang\n%build\n%golang_build .\n", target: "altlinux"),
    Case(spec: "%install\n%makeinstall_std\n%files\n%_man1dir/*\n%_niconsdir/x.png\n", target: "altlinux"),
    Case(spec: "%if 0%{?golang_build:1}\nexport GOTOOL='%{golang_build}'\n%endif\n%gotest\n", target: "fedora"),
    // Without the macro the condition begins with `==`, and no rpm reads it.
    Case(spec: "%if %{?fedora} == 44\nBuildRequires: go\n%endif\n", target: "fedora"),
    Case(spec: "%if %{?suse_version} == 1600\nBuildRequires: go\n%endif\n", target: "opensuse"),
    Case(spec: "%if 0%{?fedora} == 44\nBuildRequires: go\n%endif\n", target: "host"),
    Case(spec: "%package_help\n%description help\n", target: "openeuler"),
    Case(spec: "Name: x_%{pgmajorversion}\n", target: "epel9"),
    Case(spec: "Name: %{_cross_os}containerd\n%build\n%set_cross_go_flags\n", target: "fedora"),
    Case(spec: "%global c %(v=%{commit}; echo ${v:0:7})\n", target: "fedora", isBash: false),
    Case(spec: "%global c %(v=%{commit}; echo ${v:0:7})\n", target: "host"),
    // A host that is the distribution knows its macros better than a model does.
    Case(spec: "%gometa -f\n%pyproject_wheel\n", target: "host", host: ["fedora", "gometa"]),
    Case(spec: "# spec file for package hello\n", target: "opensuse", host: ["fedora"]),
  ]

  @Test(arguments: cases) func isChosen(_ example: Case) {
    let choice = MacroTarget.choice(for: Array(example.spec.utf8), hostShellIsBash: example.isBash) { example.host.contains($0) }
    #expect(choice.name == example.target)
    #expect(!choice.reason.isEmpty)
  }

  @Test func itsReasonReachesTheSpec() throws {
    let spec = try SpecText.read("%gometa -f\n", target: "auto")
    #expect(spec.target == "fedora")
    #expect(spec.targetReason == "it uses '%gometa', which the host does not define")
    #expect(try SpecText.read("%gometa -f\n", target: "fedora").targetReason == "")
    #expect(
      try SpecText.read("Name: x_%{pgmajorversion}\n", target: "auto").targetReason.hasSuffix(
        "PostgreSQL Global Development Group's repositories"))
  }

  @Test(arguments: MacroTarget.all.map(\.name)) func itsIdentityIsAMacroOfIts(_ name: String) throws {
    let target = try #require(MacroTarget.named(name))
    #expect(MacroTarget.definedNames[name]?.contains(target.identity) == true)
  }

  @Test(arguments: MacroLayer.all.map(\.name)) func everyLayerLiesOnATarget(_ name: String) throws {
    let layer = try #require(MacroLayer.all.first { $0.name == name })
    #expect(MacroTarget.named(layer.base) != nil)
  }
}
