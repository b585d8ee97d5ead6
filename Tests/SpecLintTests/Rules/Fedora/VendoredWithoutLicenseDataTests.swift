import Diagnostics
import Testing

@Suite("vendored-without-license-data")
struct VendoredWithoutLicenseDataTests {
  private static let start = "BuildRequires: go-rpm-macros\n"

  @Test(
    "finds",
    arguments: [
      RuleCase("a vendor archive", "\(start)«Source1: hello-vendor.tar.xz»\n%build\n%gobuild ."),
      RuleCase("a vendored build", "\(start)%build\nexport GO111MODULE=on\n«%gobuild -mod=vendor -o hello .»"),
      RuleCase("a vendored build without macros", "\(start)%build\n«go build -mod=vendor -o hello .»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("vendored-without-license-data") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "go-vendor-tools", "\(start)Source1: hello-vendor.tar.xz\n%install\n%go_vendor_license_install\n%build\n%gobuild .",
        confidence: .low),
      RuleCase("modules.txt", "\(start)Source1: hello-vendor.tar.xz\n%files\n%license vendor/modules.txt", confidence: .low),
      RuleCase(
        "bundled provides", "\(start)Source1: hello-vendor.tar.xz\nProvides: bundled(golang(example.org/x)) = 1.0", confidence: .low),
      RuleCase("packaged modules", "\(start)BuildRequires: golang(example.org/x)\n%build\n%gobuild .", confidence: .low),
      RuleCase("a spec of other origin", "Source1: vendor.tar.gz\n%build\ngo build -mod=vendor .", confidence: .low),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("vendored-without-license-data") }
}
