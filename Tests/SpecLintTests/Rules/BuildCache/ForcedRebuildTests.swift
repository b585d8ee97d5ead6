import Testing

@Suite("forced-rebuild")
struct ForcedRebuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("joined arguments", "%build\nbuild() {\n  local flags=\"$*\"\n  go build -mod=vendor «$flags» .\n}\nbuild -a -v"),
      RuleCase("a flag", "%build\ngo build «-a» -o hello ."),
      RuleCase("tests", "%check\ngo test «-a» ./..."),
      RuleCase("an array", "%build\nflags=(-v «-a»)\ngo build \"${flags[@]}\" ."),
      RuleCase("make's go", "%build\nmake GOBUILD=\"go build «-a» -mod=vendor\""),
      RuleCase("flags for a script", "%build\nBUILDFLAGS=\"«-a» -tags x\" ./hack/make.sh"),
      RuleCase("GOFLAGS", "%build\nexport GOFLAGS='-a -mod=vendor'\n«go build .»"),
      RuleCase("a macro of the spec's, once", "«%define compile go build -a -o hello .»\n%build\n%{compile}\n%{compile}"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("forced-rebuild") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("no flag", "%build\ngo build -o hello ."),
      RuleCase("-a of another command", "%build\ncp -a x y\ngo build ."),
      RuleCase("make's own -a", "%build\nmake CPFLAGS=\"-a -v\""),
      RuleCase("switched off", "%build\ngo build -a=false ."),
      RuleCase(
        "a builder's GOFLAGS", "%build\n%cross_go_configure example.com/hello\ngo build -o %{buildroot}%{_cross_bindir}/hello .",
        target: "fedora"),
      RuleCase(
        "a builder's GOFLAGS in a macro of the spec",
        "%global hut_settings %set_cross_go_flags\n%build\n%hut_settings\nmake\n%install\nls %{_cross_bindir}", target: "fedora"),
      RuleCase(
        "a builder's GOFLAGS and more",
        "%build\n%cross_go_configure example.com/hello\nexport GOFLAGS=\"${GOFLAGS} -tags=x\"\nmake\n%install\nls %{_cross_bindir}",
        target: "fedora"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("forced-rebuild") }
}
