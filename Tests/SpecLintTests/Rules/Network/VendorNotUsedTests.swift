import Testing

@Suite("vendor-not-used")
struct VendorNotUsedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "-mod=mod", "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\n%build\n«go build -mod=mod .»\ngo test -mod=mod ./..."),
      RuleCase("in GOFLAGS", "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\n%build\nexport GOFLAGS=-mod=mod\n«go build .»"),
      RuleCase(
        "go 1.13", "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\n«go mod edit -go=1.13»\n%build\ngo build -mod=vendor ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("vendor-not-used") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("used", "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\n%build\ngo build -mod=vendor ."),
      RuleCase("found by itself", "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\n%build\ngo build ."),
      RuleCase("no vendor folder known", "%build\ngo build -mod=mod ."),
      RuleCase("deleted on purpose", "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\nrm -rf vendor\n%build\ngo build -mod=mod ."),
      RuleCase(
        "nothing to fetch from",
        "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\n%build\nexport GOPROXY=off\ngo build -mod=mod ."),
      RuleCase(
        "the opposite",
        "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\nsed -i 's/-mod=mod/-mod=vendor/' Makefile\n%build\nmake"),
      RuleCase("go 1.14", "Source1: hello-1.2-vendor.tar.xz\n%prep\n%setup -q -a1\ngo mod edit -go=1.14\n%build\ngo build -mod=vendor ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("vendor-not-used") }
}
