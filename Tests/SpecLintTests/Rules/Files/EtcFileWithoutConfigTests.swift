import Testing

@Suite("etc-file-without-config")
struct EtcFileWithoutConfigTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a name", "%files\n«/etc/hello.conf»"),
      RuleCase("through a macro", "%files\n%attr(0600,root,root) «%{_sysconfdir}/%{name}.ini»"),
      RuleCase("a folder of settings", "%files\n«/etc/sysconfig/hello»\n«/etc/logrotate.d/hello»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("etc-file-without-config") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("marked", "%files\n%config(noreplace) /etc/hello.conf\n%config /etc/sysconfig/hello"),
      RuleCase("a folder", "%files\n%dir /etc/hello.conf"),
      RuleCase("made at run time", "%files\n%ghost /etc/hello.conf"),
      RuleCase(
        "for packages only",
        "%files\n/etc/ld.so.conf.d/hello.conf\n/etc/dbus-1/system.d/hello.conf\n/etc/xdg/autostart/hello.desktop"),
      RuleCase("a completion", "%files\n/etc/bash_completion.d/hello"),
      RuleCase("elsewhere", "%files\n/usr/lib/sysctl.d/hello.conf"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "etc-file-without-config") }
}
