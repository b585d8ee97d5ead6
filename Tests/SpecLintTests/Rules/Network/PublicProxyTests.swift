import Testing

@Suite("public-proxy")
struct PublicProxyTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "read in a loop",
        "%build\nwhile read -r kv; do export \"$kv\"; done <<EOF\nGOPROXY=https://proxy.example.org\nEOF\n«go mod download»"),
      RuleCase("a URL", "%build\nexport GOPROXY=https://proxy.example\n«go mod download»"),
      RuleCase("a list", "%build\nexport GOPROXY=https://proxy.example,direct\n«go mod download»"),
      RuleCase("for one command", "%build\nGOPROXY=http://proxy.example «go get example.com/x»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("public-proxy") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("off", "%build\nexport GOPROXY=off\ngo mod download"),
      RuleCase("direct", "%build\nexport GOPROXY=direct\ngo mod download"),
      RuleCase("a vendored build", "%build\nexport GOPROXY=https://proxy.example\ngo build -mod=vendor ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("public-proxy") }
}
