import Testing

@Suite("unit-without-scriptlets")
struct UnitWithoutScriptletsTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a service", "%files\n«/usr/lib/systemd/system/hello.service»"),
      RuleCase("once", "%post\n/sbin/ldconfig\n%files\n«/usr/lib/systemd/system/hello.timer»\n/usr/lib/systemd/system/hello.service"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unit-without-scriptlets") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("systemctl", "%post\nsystemctl daemon-reload || :\n%files\n/usr/lib/systemd/system/hello.service"),
      RuleCase("macros", "%post\n%systemd_post hello.service\n%files\n/usr/lib/systemd/system/hello.service"),
      RuleCase("ALT's macros", "%post\n%post_service hello\n%files\n/usr/lib/systemd/system/hello.service", target: "altlinux"),
      RuleCase("ALT without them", "%files\n/usr/lib/systemd/system/hello.service", target: "altlinux"),
      RuleCase("a template", "%files\n/usr/lib/systemd/system/hello@.service"),
      RuleCase("a user's", "%files\n/usr/lib/systemd/user/hello.service"),
      RuleCase("a target", "%files\n/usr/lib/systemd/system/hello.target"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "unit-without-scriptlets") }
}
