import Testing

@Suite("undeclared-bcond")
struct UndeclaredBcondTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("with", "%build\n%if «%{with tests}»\nmake check\n%endif"),
      RuleCase("once", "%build\n%if «%{without docs}»\n:\n%endif\n%if %{with docs}\n:\n%endif"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("undeclared-bcond") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("%bcond_with", "%bcond_with tests\n%build\n%if %{with tests}\n:\n%endif"),
      RuleCase("%bcond", "%bcond tests 1\n%build\n%if %{with tests}\n:\n%endif"),
      RuleCase("by hand", "%global with_tests 1\n%build\n%if %{with tests}\n:\n%endif"),
      RuleCase("in braces", "%{!?_without_x:%bcond_without x}\n%build\n%if %{with x}\n:\n%endif"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "undeclared-bcond") }
}
