import Testing

@Suite("unpinned-modules")
struct UnpinnedModulesTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "an update", "%build\n«go get -u ./...»\ngo build ."),
      RuleCase(
        "an update of a package", "%build\n«go get -d -u example.org/tides»"),
      RuleCase(
        "a go.mod of the build's own", "%prep\n%setup -q\n%build\n«go mod init example.org/hello»\ngo mod tidy\ngo build ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unpinned-modules") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "a pinned version", "%build\ngo get example.org/tides@v1.2.0"),
      RuleCase(
        "a plain go get", "%build\ngo get ./..."),
      RuleCase(
        "no proxy", "%build\nexport GOPROXY=off\ngo get -u ./..."),
      RuleCase(
        "go.mod only", "%build\ngo mod init example.org/hello\ngo build -mod=vendor ."),
      RuleCase(
        "a go.mod from the sources", "%build\ngo mod init example.org/hello\ncp %{SOURCE1} go.mod\ngo mod tidy"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("unpinned-modules") }
}
