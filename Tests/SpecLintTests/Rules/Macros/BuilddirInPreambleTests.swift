import Testing

@Suite("builddir-in-preamble")
struct BuilddirInPreambleTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("global", "«%global workdir %{_builddir}/work»\n%build\nmkdir %{workdir}", target: "fedora"),
      RuleCase("without braces", "«%global workdir %_builddir/%{name}»\n%build\nmkdir %{workdir}"),
      RuleCase("through another macro", "%define top %{_builddir}/x\n«%global workdir %{top}/work»\n%build\nmkdir %{workdir}"),
      RuleCase("written out", "«%define workdir %{_topdir}/BUILD/%{name}»\n%build\nmkdir %{workdir}", target: "fedora"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("builddir-in-preamble") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("lazy", "%define workdir %{_builddir}/work\n%build\nmkdir %{workdir}", target: "fedora"),
      RuleCase("in a scriptlet", "%build\n%global workdir %{_builddir}/work\nmkdir %{workdir}", target: "fedora"),
      RuleCase("unused", "%global workdir %{_builddir}/work\n%build\nmake"),
      RuleCase("escaped", "%global workdir %%{_builddir}/work\n%build\nmkdir %{workdir}"),
      RuleCase("the build root", "%define root %{_topdir}/BUILDROOT\n%build\nmkdir %{root}"),
      RuleCase("another word", "%global __cmake_builddir build\n%build\nmkdir %{__cmake_builddir}"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("builddir-in-preamble") }
}
