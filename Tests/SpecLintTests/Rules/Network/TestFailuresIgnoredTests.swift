import Testing

@Suite("test-failures-ignored")
struct TestFailuresIgnoredTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a colon", "%check\n«go test ./...» || :"),
      RuleCase("true", "%check\n«go test -v ./...» 2>&1 || true"),
      RuleCase("on the next line", "%check\n«go test ./...» \\\n  || :"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("test-failures-ignored") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("with a reason above", "%check\n# fails without network\ngo test ./... || :"),
      RuleCase("with a reason beside", "%check\ngo test ./... || : # flaky"),
      RuleCase("a failure that counts", "%check\ngo test ./... || exit 1"),
      RuleCase("another command's", "%check\ngo test ./...\nrm x || :"),
      RuleCase("a build", "%build\ngo build . || :"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("test-failures-ignored") }
}
