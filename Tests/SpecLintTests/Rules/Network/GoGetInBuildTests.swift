import Testing

@Suite("go-get-in-build")
struct GoGetInBuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a package", "%build\n«go get example.com/x»"),
      RuleCase("dependencies", "%prep\n«go get -d ./...»"),
      RuleCase("GOPATH mode", "%build\nexport GO111MODULE=off\n«go get example.com/x»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("go-get-in-build") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("text of a template", "%build\n{{{ git_dir_build\n go get example.org/x\n}}}\ngo build -mod=vendor ."),
      RuleCase("no proxy", "%build\nGOPROXY=off go get example.com/x"),
      RuleCase("a comment", "%build\n# go get example.com/x\ngo build ."),
      RuleCase("text", "%build\necho 'go get example.com/x'"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("go-get-in-build") }
}
