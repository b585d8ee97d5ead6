import Testing

@Suite("cache-without-home")
struct CacheWithoutHomeTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("unset", "%build\nunset HOME\n«go build -mod=vendor .»"),
      RuleCase("empty", "%build\nexport HOME=\n«go build .»\ngo vet ."),
      RuleCase("an empty environment", "%build\nenv -i PATH=$PATH «go build .»"),
      RuleCase("a home that is none", "%check\nexport HOME=/nonexistent\n«go test ./...»"),
      RuleCase("a download", "%build\nunset HOME\n«go mod download»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("cache-without-home") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("GOCACHE is enough for a vendored build", "%build\nunset HOME\nexport GOCACHE=/tmp/gocache\ngo build -mod=vendor ."),
      RuleCase("XDG_CACHE_HOME", "%build\nunset HOME\nexport XDG_CACHE_HOME=/tmp/cache\ngo build -mod=vendor ."),
      RuleCase("the caller's", "%build\ngo build ."),
      RuleCase("a home of the build's own", "%build\nexport HOME=$PWD/home\ngo build ."),
      RuleCase("in one branch only", "%build\nif [ -n \"$CLEAN\" ]; then unset HOME; fi\ngo build ."),
      RuleCase("commands without a cache", "%build\nunset HOME\ngo version\ngo env GOOS"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("cache-without-home") }
}
