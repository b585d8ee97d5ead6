import Diagnostics
import Testing

@Suite("golang-prefix-on-vendored-package")
struct GolangPrefixOnVendoredPackageTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("go-vendor-tools", "«Name: golang-example-hello»\nBuildRequires: go-vendor-tools"),
      RuleCase("a vendor archive", "BuildRequires: go-rpm-macros\n«Name: golang-hello»\nSource1: golang-hello-vendor.tar.bz2"),
      RuleCase("another upstream name", "BuildRequires: go-vendor-tools\nURL: https://example.org/golang/hello\n«Name: golang-hello»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("golang-prefix-on-vendored-package") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a plain name", "BuildRequires: go-vendor-tools", confidence: .low),
      RuleCase("a library package", "BuildRequires: go-rpm-macros\nName: golang-hello", confidence: .low),
      RuleCase(
        "upstream's own name", "BuildRequires: go-vendor-tools\nURL: https://example.org/x/golang-hello\nName: golang-hello",
        confidence: .low),
      RuleCase("no sign of Fedora", "Name: golang-hello\nSource1: vendor.tar.gz", confidence: .low),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("golang-prefix-on-vendored-package") }
}
