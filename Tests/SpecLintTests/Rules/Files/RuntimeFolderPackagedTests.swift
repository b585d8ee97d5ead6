import Testing

@Suite("runtime-folder-packaged")
struct RuntimeFolderPackagedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a folder", "%files\n%dir «/run/hello»"),
      RuleCase("the old name", "%files\n%attr(0755,root,root) «/var/run/hello»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("runtime-folder-packaged") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("%ghost", "%files\n%ghost %dir /run/hello"),
      RuleCase("both", "%files\n%dir /run/hello\n/usr/lib/tmpfiles.d/hello.conf"),
      RuleCase(
        "in a branch without systemd", "%files\n%if 0%{?rhel} == 6\n%dir /var/run/hello\n%else\n/usr/lib/tmpfiles.d/hello.conf\n%endif"),
      RuleCase("its configuration", "%files\n/usr/lib/tmpfiles.d/hello.conf"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "runtime-folder-packaged") }
}
