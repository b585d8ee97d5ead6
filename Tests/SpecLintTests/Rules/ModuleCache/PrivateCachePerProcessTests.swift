import SpecLint
import Testing

@Suite("private-cache-per-process")
struct PrivateCachePerProcessTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("mktemp", "%build\nexport GOCACHE=$(mktemp -d)\n«go build .»"),
      RuleCase("the shell's process", "%build\nexport GOMODCACHE=/tmp/mod.$$\n«go mod download»"),
      RuleCase("$RANDOM", "%build\nGOCACHE=/tmp/$RANDOM «go build .»"),
      RuleCase(
        "a folder for module and build cache",
        "%build\nexport GOPATH=$(mktemp -d)\nexport GOCACHE=$GOPATH/cache\n«go mod download»\n«go build -mod=mod .»"),
      RuleCase("a loop's word", "%build\nfor c in a b; do\n  GOCACHE=/tmp/cache-$c «go build ./$c» &\ndone\nwait -n"),
      RuleCase("words that are not known", "%build\nfor c in $(ls cmd); do\n  GOCACHE=/tmp/cache-$c «go build ./cmd/$c»\ndone"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("private-cache-per-process") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a temporary folder for something else", "%build\ntmp=$(mktemp -d)\nGOTMPDIR=$tmp go build ."),
      RuleCase("a module cache that is not used", "%build\nexport GOMODCACHE=/tmp/mod.$$\ngo build -mod=vendor ."),
      RuleCase("a fixed path", "%build\nexport GOCACHE=/tmp/cache\ngo build ."),
      RuleCase("one cache in a loop", "%build\nexport GOCACHE=/tmp/cache\nfor c in a b; do\n  go build ./$c &\ndone\nwait -n"),
      RuleCase("official builds", "%build\nexport GOCACHE=$(mktemp -d)\ngo build .", builder: .official),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("private-cache-per-process") }
}
