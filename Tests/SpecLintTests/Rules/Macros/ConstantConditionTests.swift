import Testing

@Suite("constant-condition")
struct ConstantConditionTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "a name that is near", "%bcond doc 1\n%build\n%if «%{with docs}»\nmake doc\n%endif"),
      RuleCase(
        "no %", "#bcond_without check\n%check\n%if «%{with check}»\nmake check\n%endif"),
      RuleCase(
        "beside Lua and %{expand:…}",
        "%global text %{expand: more}\n%global upper %{lua: print('X')}\n%bcond doc 1\n%build\n%if «%{with docs}»\nmake doc\n%endif"),
      RuleCase(
        "without", "%build\n%if «%{without cgo}»\nexport CGO_ENABLED=0\n%endif"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("constant-condition") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "%bcond", "%bcond doc 1\n%build\n%if %{with doc}\nmake doc\n%endif"),
      RuleCase(
        "%bcond_with", "%bcond_with doc\n%build\n%if %{with doc}\nmake doc\n%endif"),
      RuleCase(
        "%bcond_without", "%bcond_without doc\n%build\n%if %{without doc}\nmake nodoc\n%endif"),
      RuleCase(
        "in another branch", "%if 0%{?suse_version}\n%bcond_with doc\n%endif\n%build\n%if %{with doc}\nmake doc\n%endif"),
      RuleCase(
        "by hand", "%global with_doc 1\n%build\n%if %{with doc}\nmake doc\n%endif"),
      RuleCase(
        "in Lua", "%{lua: rpm.define('with_doc 1')}\n%build\n%if %{with doc}\nmake doc\n%endif"),
      RuleCase(
        "with a name that is put together",
        "%{lua: for _, n in ipairs({'doc'}) do rpm.define('with_' .. n .. ' 1') end}\n%if %{with docs}\n%endif"),
      RuleCase(
        "a switch", "%global refetch 0\n%build\n%if %{refetch}\nmake\n%endif\n%if 0\nmake\n%endif"),
      RuleCase(
        "Haskell's", "BuildRequires: ghc-rpm-macros\n%build\n%if %{with ghc_prof}\nmake\n%endif"),
      RuleCase(
        "with carriage returns", "%bcond_with gold\r\n%build\n%if %{with gold}\r\nmake\r\n%endif\r"),
      RuleCase(
        "in a comment", "%build\n# %{with doc}\nmake"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("constant-condition") }
}
