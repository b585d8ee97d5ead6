import Testing

@Suite("obsoletes-without-provides")
struct ObsoletesWithoutProvidesTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("without a replacement", "Obsoletes: «hello-tools» < 1.1"),
      RuleCase("one of several", "Obsoletes: hello-a < 1, «hello-b» < 1\nProvides: hello-a = 1"),
      RuleCase("a longer name is provided", "Obsoletes: «hi» < 1\nProvides: bundled = 1"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("obsoletes-without-provides") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("provided", "Obsoletes: hello-tools < 1.1\nProvides: hello-tools = %{version}-%{release}"),
      RuleCase("with its architecture", "Obsoletes: hello-tools < 1.1\nProvides: hello-tools%{?_isa} = %{version}-%{release}"),
      RuleCase("by a subpackage", "Obsoletes: hi < 1\n%package x\nSummary: x\nProvides: hi = 1\n%description x\nx"),
      RuleCase("in another branch", "Obsoletes: hi < 1\n%if 0%{?rhel} > 99\nProvides: hi = 1\n%endif"),
      RuleCase("written by a macro", "%define old() Obsoletes: hi < 1\n%define other %old\n%other"),
      RuleCase("a package of the spec", "Obsoletes: hello-x < 0.1\n%package x\nSummary: x\n%description x\nx"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "obsoletes-without-provides") }
}
