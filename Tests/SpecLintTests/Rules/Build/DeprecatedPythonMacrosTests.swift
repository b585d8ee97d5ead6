import Testing

@Suite("deprecated-python-macros")
struct DeprecatedPythonMacrosTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("the macro", "%build\n«%py3_build»", target: "fedora"),
      RuleCase("the command", "%install\n«python3 setup.py install --root %{buildroot}»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("deprecated-python-macros") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("the new macros", "%build\n%pyproject_wheel\n%install\n%pyproject_install", target: "fedora"),
      RuleCase("Python 2", "%install\n%{__python2} setup.py install -O1\npython setup.py install", target: "fedora"),
      RuleCase("another command", "%build\npython3 setup.py --version"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "deprecated-python-macros") }
}
