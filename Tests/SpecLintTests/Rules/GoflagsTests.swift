import Testing

@Suite("GOFLAGS")
struct GoflagsTests {
  @Test(
    "goflags-syntax",
    arguments: [
      RuleCase("a value after a blank", "%build\nexport GOFLAGS='-p 4'\n«go build .»"),
      RuleCase("make's -j", "%build\nGOFLAGS=-j4 «go build .»"),
      RuleCase("quotes inside a flag", "%build\nexport GOFLAGS=\"-ldflags='-s -w'\"\n«go build .»"),
      RuleCase("through make", "%build\nexport GOFLAGS='mod=vendor'\n«make»"),
      RuleCase("a linker flag", "%build\nexport GOFLAGS='-linkmode=external'\n«go vet ./...»"),
      RuleCase("once", "%build\nexport GOFLAGS='-p 4'\n«go build .»\ngo build ./x"),
      RuleCase("legal flags", "%build\nexport GOFLAGS='-mod=vendor -p=4 -trimpath -buildvcs=false --tags=a,b'\ngo build ."),
      RuleCase("flags of other commands", "%build\nexport GOFLAGS='-count=1 -w -json'\ngo build ."),
      RuleCase("quotes around a flag", "%build\nexport GOFLAGS=\"'-ldflags=-s -w' -mod=vendor\"\ngo build ."),
      RuleCase("what cannot be known", "%build\nexport GOFLAGS=\"$(cat x) -mod=vendor\"\ngo build ."),
      RuleCase("what no command sees", "%build\nGOFLAGS='-p 4' true\ngo build ."),
    ])
  func syntax(_ example: RuleCase) throws { try example.check("goflags-syntax") }

  @Test(
    "goflags-silently-dropped",
    arguments: [
      RuleCase("a blank in a value", "%build\nexport GOFLAGS='-ldflags=-X=main.v=1 -w'\n«go build .»"),
      RuleCase("the same flag twice", "%build\nexport GOFLAGS='-tags=a -tags=b'\n«go build .»"),
      RuleCase("-gcflags for all twice", "%build\nexport GOFLAGS='-gcflags=all=-l -gcflags=all=-N'\n«go build .»"),
      RuleCase("-ldflags on the command line", "%build\nexport GOFLAGS='-ldflags=-w'\n«go build -ldflags -X=main.v=1 .»"),
      RuleCase("different packages", "%build\nexport GOFLAGS='-gcflags=all=-l -gcflags=example.com/x=-N'\ngo build ."),
      RuleCase("one quoted flag", "%build\nexport GOFLAGS=\"'-ldflags=-X=main.v=1 -w'\"\ngo build ."),
      RuleCase("flags that builds know", "%build\nexport GOFLAGS='-ldflags=-w -v -trimpath'\ngo build ."),
      RuleCase("what Go rejects anyway", "%build\nexport GOFLAGS='-ldflags=-s -w -X'\ngo build ."),
    ])
  func dropped(_ example: RuleCase) throws { try example.check("goflags-silently-dropped") }
}
