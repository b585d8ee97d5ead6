import Testing

@Suite("toolchain-download")
struct ToolchainDownloadTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a host that is not known", "%build\nexport GOTOOLCHAIN=auto\n«go build -mod=vendor .»", target: "host"),
      RuleCase("curl", "%prep\n«curl -LO https://go.dev/dl/go1.25.5.linux-amd64.tar.gz»"),
      RuleCase("wget", "%build\n«wget -q https://dl.google.com/go/go1.20.linux-amd64.tar.gz»"),
      RuleCase("a release", "%build\nexport GOTOOLCHAIN=go1.99.1\n«go build -mod=vendor .»"),
      RuleCase("for one command", "%build\nGOTOOLCHAIN=go1.99.1+auto «go build -mod=vendor .»"),
      RuleCase("auto on Fedora", "%build\nexport GOTOOLCHAIN=auto\n«go build -mod=vendor .»", target: "fedora"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("toolchain-download") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("local", "%build\nexport GOTOOLCHAIN=local\ngo build -mod=vendor .", target: "fedora"),
      RuleCase("what is installed", "%build\nexport GOTOOLCHAIN=path\ngo build -mod=vendor ."),
      RuleCase("nothing to fetch from", "%build\nexport GOTOOLCHAIN=go1.99.1 GOPROXY=off\ngo build -mod=vendor ."),
      RuleCase("another download", "%prep\ncurl -LO https://go.dev/doc/install.html"),
      RuleCase("an archive of the spec", "Source1: https://go.dev/dl/go1.25.5.linux-amd64.tar.gz\n%build\ntar xf %{SOURCE1}"),
      RuleCase("go's own default", "%build\nexport GOTOOLCHAIN=auto\ngo build -mod=vendor .", target: "opensuse"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("toolchain-download") }
}
