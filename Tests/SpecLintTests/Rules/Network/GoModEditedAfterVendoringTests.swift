import Diagnostics
import Testing

@Suite("go-mod-edited-after-vendoring")
struct GoModEditedAfterVendoringTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("replace", "%build\n«go mod edit -replace example.com/x=example.com/y@v1.2.3»\ngo build -mod=vendor ."),
      RuleCase("droprequire before another scriptlet", "%prep\n«go mod edit -droprequire=example.com/x»\n%build\ngo build -mod=vendor ."),
      RuleCase("sed", "%build\n«sed -i 's|example.com/x v1.2.3|example.com/x v1.2.4|' go.mod»\ngo build -mod=vendor ."),
      RuleCase("sed of a replacement", "%build\n«sed -i /^replace/d go.mod»\ngo test -mod=vendor ./..."),
      RuleCase(
        "after vendoring here", "%prep\ngo mod vendor\n«go mod edit -require example.com/x@v1.0.0»\n%build\ngo build -mod=vendor ."),
      RuleCase(
        "perhaps vendored afterwards",
        "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\n«go mod edit -require example.com/x@v1.0.0»\n%build\ngo build -mod=vendor .",
        confidence: .low),
    ])
  func finds(_ example: RuleCase) throws { try example.check("go-mod-edited-after-vendoring") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "the go line", "%build\nsed -i go.mod -e 's/^go 1.17/go 1.16/'\ngo mod edit -go=1.21 -toolchain=none\ngo build -mod=vendor ."),
      RuleCase("vendored afterwards", "%prep\ngo mod edit -replace example.com/x=../x\ngo mod vendor\n%build\ngo build -mod=vendor ."),
      RuleCase(
        "perhaps vendored afterwards",
        "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\ngo mod edit -require example.com/x@v1.0.0\n%build\ngo build -mod=vendor ."),
      RuleCase(
        "the list is changed too",
        "%build\ngo mod edit -replace example.com/x=../x\nsed -i '/example.com/d' vendor/modules.txt\ngo build -mod=vendor ."),
      RuleCase("not vendored", "%build\ngo mod edit -replace example.com/x=../x\ngo build -mod=readonly ."),
      RuleCase("only read", "%build\nsed -n '/require/p' go.mod\ngo mod edit -json\ngo build -mod=vendor ."),
      RuleCase("afterwards", "%build\ngo build -mod=vendor .\ngo mod edit -droprequire example.com/x"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("go-mod-edited-after-vendoring") }
}
