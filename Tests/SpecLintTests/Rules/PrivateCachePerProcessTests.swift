import Testing

@Suite("private-cache-per-process")
struct PrivateCachePerProcessTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("mktemp", "%build\nexport GOCACHE=$(mktemp -d)\n«go build .»"),
      RuleCase("the shell's process", "%build\nexport GOMODCACHE=/tmp/mod.$$\n«go mod download»"),
      RuleCase("$RANDOM", "%build\nGOCACHE=/tmp/$RANDOM «go build .»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("private-cache-per-process") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a temporary folder for something else", "%build\ntmp=$(mktemp -d)\nGOTMPDIR=$tmp go build ."),
      RuleCase("a module cache that is not used", "%build\nexport GOMODCACHE=/tmp/mod.$$\ngo build -mod=vendor ."),
      RuleCase("a fixed path", "%build\nexport GOCACHE=/tmp/cache\ngo build ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("private-cache-per-process") }
}
