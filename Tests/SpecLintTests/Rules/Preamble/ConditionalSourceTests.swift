import Diagnostics
import Testing

@Suite("conditional-source")
struct ConditionalSourceTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("an architecture", "%ifarch x86_64\n«Source1: a.tar»\n%endif"),
      RuleCase("other architectures", "%ifarch x86_64\n%else\n«Patch1: a.patch»\n%endif"),
      RuleCase("a build condition", "%bcond_with docs\n%if %{with docs}\n«Source1: a.tar»\n%endif", confidence: .low),
      RuleCase("around another condition", "%ifnarch s390x\n%if 1\n«Source1: a.tar»\n%endif\n%endif"),
      RuleCase(
        "one for each architecture", "%ifarch x86_64\n«Source1: a.tar»\n%else\nSource1: b.tar\n%endif", confidence: .low),
    ])
  func finds(_ example: RuleCase) throws { try example.check("conditional-source") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("always", "Source1: a.tar\n%ifarch x86_64\n%global x 1\n%endif"),
      RuleCase("the distribution", "%if 0%{?rhel}\nSource1: a.tar\n%else\nPatch1: b.patch\n%endif"),
      RuleCase("other tags", "%ifarch x86_64\nBuildRequires: nasm\n%endif"),
      RuleCase("switched off", "%if 0\nSource1: a.tar\n%endif"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "conditional-source") }
}
