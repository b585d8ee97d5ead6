import Diagnostics
import Testing

@Suite("legacy-gocheck")
struct LegacyGocheckTests {
  private static let start = "%global goipath example.org/hello\n%gometa\n"

  @Test(
    "finds",
    arguments: [
      RuleCase("with go-vendor-tools", "\(start)BuildRequires: go-vendor-tools\n%check\n«%gocheck»"),
      RuleCase("with a vendor archive", "\(start)Source1: hello-vendor.tar.xz\n%check\n«%gocheck -d tests»"),
      RuleCase("on EPEL 9, which has go-vendor-tools too", "\(start)Source1: hello-vendor.tar.xz\n%check\n«%gocheck»", target: "epel9"),
      RuleCase("after a vendored build", "\(start)%build\nexport GO111MODULE=on\n%gobuild -mod=vendor -o hello .\n%check\n«%gocheck»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("legacy-gocheck") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("%gocheck2", "\(start)BuildRequires: go-vendor-tools\n%check\n%gocheck2", confidence: .low),
      RuleCase("packaged modules", "\(start)BuildRequires: golang(example.org/x)\n%check\n%gocheck", confidence: .low),
      RuleCase("a source that is no archive", "\(start)Source1: vendor.conf\n%check\n%gocheck", confidence: .low),
      RuleCase("%gotest", "\(start)BuildRequires: go-vendor-tools\n%check\n%gotest ./...", confidence: .low),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("legacy-gocheck") }
}
