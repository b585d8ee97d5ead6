import SpecLint
import Testing

@Suite("private-cache-per-process")
struct PrivateCachePerProcessTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("mktemp in a loop", "%build\nfor c in cmd/*; do\n  GOCACHE=$(mktemp -d) «go build ./$c»\ndone"),
      RuleCase("in the background", "%build\nGOCACHE=/tmp/$RANDOM «go build .» &\nwait $!"),
      RuleCase("a loop's word", "%build\nfor c in a b; do\n  GOCACHE=/tmp/cache-$c «go build ./$c» &\ndone\nwait -n"),
      RuleCase("words that are not known", "%build\nfor c in $(ls cmd); do\n  GOCACHE=/tmp/cache-$c «go build ./cmd/$c»\ndone"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("private-cache-per-process") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("one command", "%build\nexport GOCACHE=$(mktemp -d)\ngo build ."),
      RuleCase("one scriptlet", "%build\nexport GOMODCACHE=/tmp/mod.$$\ngo mod download"),
      RuleCase("a temporary folder for something else", "%build\ntmp=$(mktemp -d)\nGOTMPDIR=$tmp go build ."),
      RuleCase("a module cache that is not used", "%build\nexport GOMODCACHE=/tmp/mod.$$\ngo build -mod=vendor ."),
      RuleCase("a fixed path", "%build\nexport GOCACHE=/tmp/cache\ngo build ."),
      RuleCase("one cache in a loop", "%build\nexport GOCACHE=/tmp/cache\nfor c in a b; do\n  go build ./$c &\ndone\nwait -n"),
      RuleCase("official builds", "%build\nexport GOCACHE=$(mktemp -d)\ngo build .", builder: .official),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("private-cache-per-process") }
}
