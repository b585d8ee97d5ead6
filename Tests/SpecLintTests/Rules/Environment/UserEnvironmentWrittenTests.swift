import Testing

@Suite("user-environment-written")
struct UserEnvironmentWrittenTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("go by a variable", "%prep\nGO=$(command -v go || echo go)\nfor kv in GOPROXY=direct; do «\"$GO\" env -w \"$kv\"»; done"),
      RuleCase("a setting", "%build\n«go env -w GO111MODULE=auto»"),
      RuleCase("GOPROXY", "%prep\n«go env -w GOPROXY=direct»\n%build\ngo build ."),
      RuleCase("undone", "%build\n«go env -u GOPROXY»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("user-environment-written") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("read", "%build\ngo env GOPATH\ngo env -json"),
      RuleCase("a file of the build's own", "%build\nexport GOENV=$PWD/goenv\ngo env -w GO111MODULE=auto"),
      RuleCase("a home of the build's own", "%build\nexport HOME=$PWD/home\ngo env -w GO111MODULE=auto"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("user-environment-written") }
}
