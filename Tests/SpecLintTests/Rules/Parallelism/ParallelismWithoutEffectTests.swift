import Testing

@Suite("parallelism-without-effect")
struct ParallelismWithoutEffectTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("for one download", "%build\nGOFLAGS=-p=4 «go mod download»\ngo build ."),
      RuleCase(
        "exported for downloads only",
        "%prep\nexport GOFLAGS='-p=1 -modcacherw'\n«go mod vendor»\ngo mod verify\n%build\ngo build ."),
      RuleCase("go get", "%build\ngo get «-p 4» example.com/x"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("parallelism-without-effect") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a build sees it too", "%build\nexport GOFLAGS=-p=4\ngo mod download\ngo build ."),
      RuleCase("go mod download rejects it", "%build\ngo mod download -p 4"),
      RuleCase("a build", "%build\ngo build -p 4 ."),
      RuleCase("GOMAXPROCS", "%build\nGOMAXPROCS=2 go mod download"),
      RuleCase("other flags", "%build\nGOFLAGS=-modcacherw go mod download"),
      RuleCase("old go get builds", "%build\nGO111MODULE=off go get -p 4 example.com/x"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("parallelism-without-effect") }
}
