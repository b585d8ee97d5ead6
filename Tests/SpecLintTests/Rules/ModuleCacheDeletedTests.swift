import Testing

@Suite("module-cache-deleted")
struct ModuleCacheDeletedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("go clean", "%build\ngo mod download\n«go clean -modcache»"),
      RuleCase("rm of the cache", "%build\nexport GOPATH=/tmp/go\ngo mod download\n«rm -rf $GOPATH/pkg/mod»"),
      RuleCase("rm of what holds it", "%build\nexport GOPATH=/tmp/go\ngo mod download\n«rm -rf /tmp/go/pkg»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("module-cache-deleted") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a cache that nobody uses", "%build\ngo build -mod=vendor .\ngo clean -modcache"),
      RuleCase("the build cache", "%build\ngo mod download\ngo clean -cache"),
      RuleCase("other folders", "%build\nexport GOPATH=/tmp/go\ngo mod download\nrm -rf /tmp/go/bin /tmp/x"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("module-cache-deleted") }
}
