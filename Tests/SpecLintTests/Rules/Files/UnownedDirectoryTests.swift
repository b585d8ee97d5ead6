import Testing

@Suite("unowned-directory")
struct UnownedDirectoryTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a file", "%files\n«/usr/share/hello/data»"),
      RuleCase("through macros", "%files\n«%{_datadir}/%{name}/data»"),
      RuleCase("a pattern in it", "%files\n%config(noreplace) «/etc/hello/*.conf»"),
      RuleCase("a folder in it", "%files\n%dir /etc/hello\n%config(noreplace) «/etc/hello/conf.d/x.conf»"),
      RuleCase("once", "%files\n«/usr/share/hello/a»\n/usr/share/hello/b"),
      RuleCase("a subpackage's", "%package libs\nSummary: x\n%description libs\nx\n%files libs\n«/usr/lib/hello-libs/a.so»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unowned-directory") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("%dir", "%files\n%dir /usr/share/hello\n/usr/share/hello/data"),
      RuleCase("the whole folder", "%files\n/usr/share/hello/"),
      RuleCase("a folder above", "%files\n/opt/acme\n%config(noreplace) /opt/acme/hello/x.conf"),
      RuleCase("a pattern takes it in", "%files\n/usr/share/hel*\n%attr(0600,root,root) /usr/share/hello/key"),
      RuleCase(
        "another package of the spec",
        "%package data\nSummary: x\n%description data\nx\n%files\n/usr/share/hello/a\n%files data\n%dir /usr/share/hello"),
      RuleCase("a list from the build", "%files -f files.txt\n/usr/share/hello/a"),
      RuleCase("a shared folder", "%files\n/usr/share/applications/hello.desktop\n/usr/share/icons/hicolor/48x48/apps/hello.png"),
      RuleCase("excluded", "%files\n%exclude /usr/share/hello/a"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "unowned-directory") }
}
