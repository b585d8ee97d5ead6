import Testing

@Suite("install-outside-buildroot")
struct InstallOutsideBuildrootTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("install", "%install\n«install -m 755 hello /usr/bin/hello»"),
      RuleCase("through a macro", "%install\n«cp hello.conf %{_sysconfdir}/hello.conf»"),
      RuleCase("through a variable", "%install\nD=\n«mkdir -p $D/etc/hello»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("install-outside-buildroot") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("the build root", "%install\ninstall -m 755 hello %{buildroot}/usr/bin/hello\nD=$RPM_BUILD_ROOT\nmkdir -p $D/etc"),
      RuleCase("a link to it", "%install\nln -s /usr/bin/hello %{buildroot}/usr/bin/hi"),
      RuleCase("read from it", "%install\ncp /usr/share/common/x %{buildroot}/x"),
      RuleCase(
        "an unknown build root", "BuildRoot: %{loop}\n%global loop %%{loop}\n%install\ncp a $RPM_BUILD_ROOT/usr/bin", target: "epel9"),
      RuleCase("not known", "%install\nmkdir -p $(nosuch)/etc/hello"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "install-outside-buildroot") }
}
