import Testing

@Suite("buildarch-reparse")
struct BuildarchReparseTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("the release", "«%global dist .git1%{?dist}»\nVCS: x%{?dist}\nBuildArch: noarch"),
      RuleCase("a summary", "«%global words %{?words} more»\nBugURL: x%{words}\nBuildArch: noarch"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("buildarch-reparse") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("BuildArch above", "BuildArch: noarch\n%global dist .git1%{?dist}\nVCS: x%{?dist}"),
      RuleCase("no BuildArch", "%global dist .git1%{?dist}\nVCS: x%{?dist}"),
      RuleCase("set anew above", "%global words a\n%global words %{words} more\nVCS: x%{words}\nBuildArch: noarch"),
      RuleCase("another name", "%global mine .git1%{?dist}\nVCS: x%{mine}\nBuildArch: noarch"),
      RuleCase("a filter", "%global __requires_exclude %{?__requires_exclude:%__requires_exclude|}^x$\nBuildArch: noarch"),
      RuleCase(
        "of a subpackage", "%global dist .git1%{?dist}\nVCS: x%{?dist}\n%package x\nSummary: x\nBuildArch: noarch\n%description x\nx"),
      RuleCase("once", "%{!?done:%global dist .git1%{?dist}}\n%global done 1\nVCS: x%{?dist}\nBuildArch: noarch"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "buildarch-reparse") }
}
