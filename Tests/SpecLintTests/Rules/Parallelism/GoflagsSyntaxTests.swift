import Testing

@Suite("goflags-syntax")
struct GoflagsSyntaxTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("no processes", "%build\nexport GOFLAGS=\"-p=0\"\n«go build .»"),
      RuleCase("fewer than no processes", "%build\nexport GOFLAGS=\"-p=-1\"\n«go build .»"),
      RuleCase("a mode of stamping", "%build\nexport GOFLAGS=\"-buildvcs=maybe\"\n«go build .»"),
      RuleCase("a build mode", "%build\nexport GOFLAGS=\"-buildmode=foo\"\n«go build .»"),
      RuleCase("a compiler", "%build\nexport GOFLAGS=\"-compiler=x\"\n«go build .»"),
      RuleCase("no value", "%build\nexport GOFLAGS=\"-mod\"\n«go build .»"),
      RuleCase("no linker flags", "%build\nexport GOFLAGS=\"-ldflags\"\n«go build .»"),
      RuleCase("a test's flag that none is", "%build\nexport GOFLAGS=\"-test.foo\"\n«go build .»"),
      RuleCase(
        "one of two values",
        "%build\ncase $(uname -m) in\nx86_64) export GOFLAGS=\"-p 4\" ;;\n*) export GOFLAGS=-v ;;\nesac\n«go build -mod=vendor .»"),
      RuleCase(
        "two values",
        "%build\ncase $(uname -m) in\nx86_64) export GOFLAGS=\"-p 4\" ;;\n*) export GOFLAGS=\"-p 2\" ;;\nesac\n«go build -mod=vendor .»"),
      RuleCase("a number of jobs", "%build\nadd() { F=\"$F $1\"; }\nadd -mod=vendor\nGOFLAGS=\"$F -j$(nproc)\" «go build .»"),
      RuleCase("quotes in a value that name no packages", "%build\nexport GOFLAGS=\"-mod=vendor -ldflags='-s'\"\n«go build .»"),
      RuleCase("a value in quotes", "%build\nGOFLAGS=\"-mod='vendor'\" «go build .»"),
      RuleCase("a slip in -mod", "%build\nGOFLAGS=-mod=vendr «go build .»"),
      RuleCase("no Boolean", "%build\nGOFLAGS=-trimpath=yes «go build -mod=vendor .»"),
      RuleCase("no number", "%build\nGOFLAGS=-p=all «go build -mod=vendor .»"),
      RuleCase("a folder", "%build\nGOFLAGS=-C=src «go build -mod=vendor .»"),
      RuleCase("a value after a blank", "%build\nexport GOFLAGS='-p 4'\n«go build .»"),
      RuleCase("make's -j", "%build\nGOFLAGS=-j4 «go build .»"),
      RuleCase("quotes inside a flag", "%build\nexport GOFLAGS=\"-ldflags='-s -w'\"\n«go build .»"),
      RuleCase("through make", "%build\nexport GOFLAGS='mod=vendor'\n«make»"),
      RuleCase("a linker flag", "%build\nexport GOFLAGS='-linkmode=external'\n«go vet ./...»"),
      RuleCase("once", "%build\nexport GOFLAGS='-p 4'\n«go build .»\ngo build ./x"),
      RuleCase("a word without a dash", "%build\nexport GOFLAGS=-mod=vendor\\ trimpath\n«go build .»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("goflags-syntax") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a test's flag", "%build\nexport GOFLAGS=\"-test.v\"\ngo build ."),
      RuleCase("a number of base 16", "%build\nexport GOFLAGS=\"-p=0x4\"\ngo build ."),
      RuleCase("stamping as go likes", "%build\nexport GOFLAGS=\"-buildvcs=auto\"\ngo build ."),
      RuleCase("a flag of other commands without a value", "%build\nexport GOFLAGS=\"-m\"\ngo build ."),
      RuleCase("what is filled in over several lines", "%build\nexport GOFLAGS={{{ cat <<E\n-mod=vendor\nE\n}}}\ngo build ."),
      RuleCase("flags for named packages", "%build\nexport GOFLAGS=-gcflags=all=-l\ngo build ."),
      RuleCase("legal flags", "%build\nexport GOFLAGS='-mod=vendor -p=4 -trimpath -buildvcs=false --tags=a,b'\ngo build ."),
      RuleCase("flags of other commands", "%build\nexport GOFLAGS='-count=1 -w -json'\ngo build ."),
      RuleCase("quotes around a flag", "%build\nexport GOFLAGS=\"'-ldflags=-s -w' -mod=vendor\"\ngo build ."),
      RuleCase("what cannot be known", "%build\nexport GOFLAGS=\"$(cat x) -mod=vendor\"\ngo build ."),
      RuleCase("what no command sees", "%build\nGOFLAGS='-p 4' true\ngo build ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("goflags-syntax") }
}
