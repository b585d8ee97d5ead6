import Diagnostics
import Testing

@Suite("unused-macro")
struct UnusedMacroTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("left over", "«%global leftover 1»\n%define other 2\n%build\nmake %{other}", confidence: .low),
      RuleCase("misspelt", "«%global flavour plain»\n%build\nmake %{flavor}"),
      RuleCase("asked for under another name", "«%define extra_options -v»\n%build\nmake %{?extra_option}"),
      RuleCase("a letter too many", "«%define destination /srv»\n%build\nmake %desttination"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unused-macro") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("left over", "%global leftover 1\n%build\nmake"),
      RuleCase("numbered", "%global option1 a\n%build\nmake %{?option2}"),
      RuleCase("used", "%global flavour plain\n%build\nmake %{flavour}"),
      RuleCase("asked for", "%global flavour plain\n%build\nmake %{?flavour:x}"),
      RuleCase(
        "for rpm",
        "%global debug_package %{nil}\n%global _build_id_links none\n%define __os_install_post %{nil}\n%global _lto_cflags %{nil}"),
      RuleCase(
        "for go's macros",
        "%global goipath example.com/x\n%global gomodulesmode GO111MODULE=on\n%global forgeurl https://example.com/x\n%global commit 1234"),
      RuleCase("a choice", "%bcond_without tests\n%define with_docs 1"),
      RuleCase("Lua", "%global flavour_plain 1\n%{lua: print(rpm.expand('%flavour' .. '_plain'))}"),
      RuleCase("used by another macro", "%global part x\n%global whole %{part}y\nURL: https://example.com/%{whole}"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("unused-macro") }
}
