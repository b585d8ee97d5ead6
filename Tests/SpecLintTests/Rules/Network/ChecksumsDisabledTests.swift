import Testing

@Suite("checksums-disabled")
struct ChecksumsDisabledTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("GOSUMDB=off", "%build\nexport GOSUMDB=off\n«go mod download»"),
      RuleCase("GONOSUMDB=*", "%build\nexport GONOSUMDB='*'\n«go mod download»"),
      RuleCase("GOINSECURE", "%build\nexport GOINSECURE=example.com\n«go mod download»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("checksums-disabled") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a vendored build", "%build\nexport GOSUMDB=off\ngo build -mod=vendor ."),
      RuleCase("without a proxy", "%build\nexport GOSUMDB=off GOPROXY=off\ngo mod download"),
      RuleCase("a host of one's own", "%build\nexport GONOSUMDB=git.example\ngo mod download"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("checksums-disabled") }
}
