import Testing

@Suite("trimpath-with-debuginfo")
struct TrimpathWithDebuginfoTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("on the line", "%build\ngo build -mod=vendor «-trimpath» -o x .", target: "epel9"),
      RuleCase("told so", "%build\ngo build -mod=vendor «-trimpath=true» -o x .", target: "openeuler"),
      RuleCase("in GOFLAGS", "%build\nexport «GOFLAGS=\"-mod=vendor -trimpath\"»\ngo build -o x .", target: "epel9"),
      RuleCase("of a macro", "%build\n«%gobuild -trimpath -o x .»", target: "epel9"),
      RuleCase("all of them", "%build\ngo build -mod=vendor «-trimpath» -o x .\ngo build -mod=vendor -trimpath -o y ./y", target: "epel9"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("trimpath-with-debuginfo") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("paths as they are", "%build\ngo build -mod=vendor -o x .", target: "epel9"),
      RuleCase("taken back", "%build\ngo build -mod=vendor -trimpath=false -o x .", target: "epel9"),
      RuleCase("one of two", "%build\ngo build -mod=vendor -trimpath -o x .\ngo build -mod=vendor -o y ./y", target: "epel9"),
      RuleCase("no debuginfo", "%global debug_package %{nil}\n%build\ngo build -mod=vendor -trimpath -o x .", target: "epel9"),
      RuleCase(
        "no package of sources", "%undefine _debugsource_packages\n%build\ngo build -mod=vendor -trimpath -o x .", target: "epel9"),
      RuleCase("C beside it", "%build\nmake tools\ngo build -mod=vendor -trimpath -o x .", target: "epel9"),
      RuleCase("tests", "%build\ngo build -mod=vendor -o x .\n%check\ngo test -mod=vendor -trimpath ./...", target: "epel9"),
      RuleCase("a Go that writes DWARF 5", "%build\ngo build -mod=vendor -trimpath -o x .", target: "fedora"),
      RuleCase("a target without", "%build\ngo build -mod=vendor -trimpath -o x .", target: "photon"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "trimpath-with-debuginfo") }
}
