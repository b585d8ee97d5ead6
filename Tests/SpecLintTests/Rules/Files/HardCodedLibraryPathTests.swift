import Testing

@Suite("hard-coded-library-path")
struct HardCodedLibraryPathTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a library", "%description\nGreets.\n%files\n«/usr/lib/libhello.so.1»", target: "fedora"),
      RuleCase("a pattern", "%description\nGreets.\n%files\n«/lib/libhello.so.*»", target: "fedora"),
      RuleCase("pkg-config", "%description\nGreets.\n%files\n%{_bindir}/hello\n«/usr/lib/pkgconfig/hello.pc»", target: "fedora"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("hard-coded-library-path") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("the macro", "%description\nGreets.\n%files\n%{_libdir}/libhello.so.1", target: "fedora"),
      RuleCase("on purpose", "%description\nGreets.\n%files\n%{_prefix}/lib/libhello.so.1", target: "fedora"),
      RuleCase(
        "what is there everywhere",
        "%description\nGreets.\n%files\n/usr/lib/systemd/system/hello.service\n/usr/lib/firmware/libhello/a.bin", target: "fedora"),
      RuleCase("noarch", "BuildArch: noarch\n%description\nGreets.\n%files\n/usr/lib/libhello.so.1", target: "fedora"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "hard-coded-library-path") }
}
