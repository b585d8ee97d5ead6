import Diagnostics
import Testing

@Suite("patch-not-applied")
struct PatchNotAppliedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("one of two", "Patch0: a.patch\nPatch1: «b.patch»\n%prep\n%setup -q\n%patch -P 0 -p1"),
      RuleCase("without a number", "Patch: a.patch\nPatch: «b.patch»\n%prep\n%setup -q\n%patch -P0"),
      RuleCase("a URL", "Patch1: «https://example.org/b.patch»\n%prep\n%setup -q"),
      RuleCase("another number", "Patch1: «b.patch»\nPatch11: c.patch\n%prep\n%setup -q\n%patch -P 11"),
      RuleCase("switched off", "Patch1: «b.patch»\n%prep\n%setup -q\n#%%patch -P 1", confidence: .low),
    ])
  func finds(_ example: RuleCase) throws { try example.check("patch-not-applied") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("autosetup", "Patch1: b.patch\n%prep\n%autosetup -p1"),
      RuleCase("autopatch", "Patch1: b.patch\n%prep\n%setup -q\n%autopatch -p1 -m 1"),
      RuleCase("a number with zeros", "Patch01: b.patch\n%prep\n%setup -q\n%patch -P 1"),
      RuleCase("the file's macro", "Patch1: b.patch\n%prep\n%setup -q\npatch -p1 < %{PATCH1}"),
      RuleCase("the short macro", "Patch1: b.patch\n%prep\n%setup -q\npatch -p1 < %{P:1}"),
      RuleCase("under a condition", "Patch1: b.patch\n%prep\n%setup -q\n%if 0\n%patch -P 1\n%endif"),
      RuleCase("the file's name", "Patch1: b.patch\n%prep\n%setup -q\npatch -p1 < $HOME/b.patch"),
      RuleCase("a pattern", "Patch1: b.patch\n%prep\n%setup -q\ncat ../*.patch | patch -p1"),
      RuleCase("a loop", "Patch1: b.patch\n%prep\n%setup -q\nfor p in %{patches}; do patch -p1 < $p; done"),
      RuleCase("in %build", "Patch1: b.patch\n%prep\n%setup -q\n%build\npatch -p1 < %{PATCH1}"),
      RuleCase("through a macro of the spec", "%global fix() patch -p1 < %{PATCH%1}\nPatch1: b.patch\n%prep\n%setup -q\n%fix 1"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "patch-not-applied") }
}
