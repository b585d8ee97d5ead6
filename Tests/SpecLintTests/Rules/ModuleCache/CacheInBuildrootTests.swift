import Testing

@Suite("cache-in-buildroot")
struct CacheInBuildrootTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("the build cache", "%install\nexport GOCACHE=%{buildroot}/.cache\n«go install ./...»"),
      RuleCase("the module cache", "%install\nexport GOPATH=%{buildroot}/go\n«go mod download»"),
      RuleCase("through a shell variable", "%install\nexport GOMODCACHE=$RPM_BUILD_ROOT/mod\n«go mod download»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("cache-in-buildroot") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("GOPATH mode", "%install\nexport GO111MODULE=off GOPATH=%{buildroot}/usr/share/gocode\ngo build ."),
      RuleCase("binaries", "%install\nGOBIN=%{buildroot}/usr/bin go install ./..."),
      RuleCase("a vendored build", "%install\nGOPATH=%{buildroot}/go go build -mod=vendor -o x ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("cache-in-buildroot") }
}
