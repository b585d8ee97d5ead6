import Testing

@Suite("relative-cache-path")
struct RelativeCachePathTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a relative GOCACHE", "%build\nexport GOCACHE=.cache\n«go build .»"),
      RuleCase("off", "%build\nGOCACHE=off «go build .»"),
      RuleCase("an undefined macro", "%build\nexport GOCACHE=%{nosuchmacro}/cache\n«go build .»"),
      RuleCase("a relative GOMODCACHE that is used", "%build\nexport GOMODCACHE=mod\n«go mod download»"),
      RuleCase("GOPATH", "%build\nexport GOPATH=_build\n«go build -mod=vendor .»"),
      RuleCase("an undefined macro in GOPATH", "%build\nexport GOPATH=%{nosuchmacro}:/usr/share/gocode\n«go env GOOS»"),
      RuleCase("an undefined macro in a module cache", "%build\nexport GOMODCACHE=%{nosuchmacro}/mod\n«go mod download»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("relative-cache-path") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a relative GOMODCACHE of a vendored build", "%build\nexport GOMODCACHE=mod\ngo build -mod=vendor ."),
      RuleCase("an absolute path", "%build\nexport GOCACHE=/tmp/cache GOMODCACHE=$PWD/mod\ngo mod download\ngo build ."),
      RuleCase("an unknown start", "%build\nexport GOCACHE=$(cat where)/cache\ngo build ."),
      RuleCase("an empty value", "%build\nexport GOCACHE=\ngo build ."),
      RuleCase("a list of absolute folders", "%build\nexport GOPATH=$PWD/_build::/usr/share/gocode\ngo build ."),
      RuleCase("an undefined macro that is asked for", "%build\nexport GOCACHE=%{?nosuchmacro}/cache\ngo build ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("relative-cache-path") }
}
