import Testing

@Suite("compiler-flags-replaced")
struct CompilerFlagsReplacedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("export", "%build\nexport «CFLAGS=\"-O2 -g\"»\n%configure\n%make_build", target: "fedora"),
      RuleCase("make", "%build\nmake «CFLAGS=-fcommon»", target: "fedora"),
      RuleCase("configure", "%build\n«./configure CXXFLAGS=\"-std=c++17\"»\nmake", target: "opensuse"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("compiler-flags-replaced") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("added", "%build\nexport CFLAGS=\"%{optflags} -fcommon\"\n%configure", target: "fedora"),
      RuleCase("from the environment", "%build\nmake CFLAGS=\"$CFLAGS -fcommon\"", target: "fedora"),
      RuleCase("RPM_OPT_FLAGS", "%build\nmake CFLAGS=\"$RPM_OPT_FLAGS -fcommon\"", target: "fedora"),
      RuleCase("changed", "%build\nexport CFLAGS=$(echo %{optflags} | sed s/-O2/-O3/)\nmake", target: "fedora"),
      RuleCase("extended below", "%build\nexport CFLAGS=-fcommon\nexport CFLAGS=\"%{optflags} $CFLAGS\"\nmake", target: "fedora"),
      RuleCase("noarch", "BuildArch: noarch\n%build\nmake CFLAGS=-fcommon", target: "fedora"),
      RuleCase("in %check", "%check\nmake test CFLAGS=-fPIE", target: "fedora"),
      RuleCase("flags of Go's C compiler", "%build\nexport CGO_CFLAGS=-O2\ngo build ./...", target: "fedora"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "compiler-flags-replaced") }
}
