import Diagnostics
import Testing

@Suite("macro-in-comment")
struct MacroInCommentTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("several lines", #"%define two echo one\\#necho two\#n%build\#n# «%two»\#nmake"#),
      RuleCase("behind a command", #"%define two echo one\\#necho two\#n%build\#nmkdir bin # was «%two»\#nmake"#),
      RuleCase("braced", #"%define two echo one\\#necho two\#n%install\#n  # was «%{two}»"#),
      RuleCase("in the preamble", #"%define two one\\#nProvides: two\#n# «%two»"#),
      RuleCase("a macro of rpm's", "%build\n#«%configure»\nmake"),
      RuleCase("a definition that is used", "#«%global flavour plain»\nURL: https://example.com/%{flavour}"),
      RuleCase("a setting of rpm's", "#«%global _unpackaged_files_terminate_build 0»"),
      RuleCase("a definition that eats a command", "%build\n# «%define flavour plain»\nmake"),
      RuleCase("a command", "# «%(pwd)»", confidence: .low),
    ])
  func finds(_ example: RuleCase) throws { try example.check("macro-in-comment") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("text of a here-document", "%build\ncat > notes <<'E'\n#%configure\nE\nmake"),
      RuleCase("a hash in quotes", #"%define two echo one\\#necho two\#n%build\#necho "\#n# %two"\#nmake"#),
      RuleCase("one line", "# %{name} is %version\n%build\n# %{_bindir}/%{name}"),
      RuleCase("an escape", #"%define two echo one\\#necho two\#n%build\#n# %%two\#nmake"#),
      RuleCase("rpm's own comment", #"%define two echo one\\#necho two\#n%build\#n%dnl %two\#nmake"#),
      RuleCase("a definition that another follows", "#%global flavour plain\n%global flavour sweet\nURL: https://example.com/%{flavour}"),
      RuleCase("a definition that nobody uses", "#%global flavour plain"),
      RuleCase("comments in a macro", #"%define two # one\\#n# two\#n%build\#n# %two"#),
      RuleCase("a macro that is used elsewhere too", "%define here %(pwd)\n# %{here}\nURL: https://example.com/%{here}"),
      RuleCase("in a branch for where it is not defined", "%if ! 0%{?configure:1}\n# %configure is not there\n%endif"),
      RuleCase("no macro", "%build\n#%if 0\n#%configuration\n#100%"),
      RuleCase("a definition at the end", "%build\nmake\n#%define flavour plain\n\n%install\nmake install"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("macro-in-comment") }
}
