import Testing

@Suite("cache-in-shared-folder")
struct CacheInSharedFolderTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "a build cache in /tmp", "%build\nexport GOCACHE=/tmp/go\n«go build -mod=vendor .»"),
      RuleCase(
        "by XDG_CACHE_HOME", "%build\nexport XDG_CACHE_HOME=/var/tmp/cache\n«go build -mod=vendor .»"),
      RuleCase(
        "a module cache", "%build\nexport GOMODCACHE=/var/tmp/mods\n«go mod download»"),
      RuleCase(
        "a GOPATH for go get", "%build\nexport GOPATH=/usr/share/gocode\n«go get example.org/tides»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("cache-in-shared-folder") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "the caller's", "%build\ngo mod download"),
      RuleCase(
        "a name by chance", "%build\nexport GOCACHE=$(mktemp -d /tmp/go.XXXXXX)\ngo build -mod=vendor ."),
      RuleCase(
        "a process of its own", "%build\nexport GOCACHE=/tmp/go.$$\ngo build -mod=vendor ."),
      RuleCase(
        "unused by a vendored build", "%build\nexport GOMODCACHE=/var/tmp/mods\ngo build -mod=vendor ."),
      RuleCase(
        "the build's own", "%build\nexport GOCACHE=%{_builddir}/cache\ngo build -mod=vendor ."),
      RuleCase(
        "a default for the caller", "%build\nexport GOCACHE=\"${GOCACHE:-/tmp/go}\"\ngo build -mod=vendor ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("cache-in-shared-folder") }
}
