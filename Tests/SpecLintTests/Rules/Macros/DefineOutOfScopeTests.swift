import Testing

@Suite("define-out-of-scope")
struct DefineOutOfScopeTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("plain", "%define setit() «%define flavour» plain\n%{setit}\n%build\nmake %{flavour}"),
      RuleCase("conditional use", "%define setit() «%define flavour» plain\n%setit\n%build\nmake %{?flavour}"),
      RuleCase("several", #"%define setit(a:) %{expand: «%define one» 1\\#n«%define two» 2}\#n%setit\#n%build\#nmake %{one} %two"#),
      RuleCase("in a global", "%global setit() «%define flavour» plain\n%{setit}\n%build\nmake %{!?flavour:x}"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("define-out-of-scope") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("global", "%define setit() %global flavour plain\n%{setit}\n%build\nmake %{flavour}"),
      RuleCase("no options", "%define setit %define flavour plain\n%{setit}\n%build\nmake %{flavour}"),
      RuleCase("used inside only", #"%define setit() %define flavour plain\\#nmake %{flavour}\#n%build\#n%setit"#),
      RuleCase("defined elsewhere too", "%define flavour sweet\n%define setit() %define flavour plain\n%{setit}\n%build\nmake %{flavour}"),
      RuleCase("a default at the top", "%{!?flavour: %define flavour plain}\n%build\nmake %{flavour}"),
      RuleCase("a longer name", "%define setit() %define flav plain\n%{setit}\n%global flavour x\n%build\nmake %{flavour} %flavour"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("define-out-of-scope") }
}
