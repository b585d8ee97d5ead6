import Diagnostics
import SpecLint
import Testing

@Suite("Network")
struct NetworkRuleTests {
  @Test(
    "unpinned-tool",
    arguments: [
      RuleCase("@latest", "%build\ngo install «example.com/x@latest»"),
      RuleCase("a branch", "%build\ngo get «example.com/x@master»"),
      RuleCase("go run", "%build\ngo run «example.com/x@latest» -o y"),
      RuleCase("a version", "%build\ngo install example.com/x@v1.2.3"),
      RuleCase("the program's arguments", "%build\ngo run ./gen user@main"),
      RuleCase("no version", "%build\ngo install ./..."),
    ])
  func unpinned(_ example: RuleCase) throws { try example.check("unpinned-tool") }

  @Test(
    "public-proxy",
    arguments: [
      RuleCase("a URL", "%build\nexport GOPROXY=https://proxy.example\n«go mod download»"),
      RuleCase("a list", "%build\nexport GOPROXY=https://proxy.example,direct\n«go mod download»"),
      RuleCase("for one command", "%build\nGOPROXY=http://proxy.example «go get example.com/x»"),
      RuleCase("off", "%build\nexport GOPROXY=off\ngo mod download"),
      RuleCase("direct", "%build\nexport GOPROXY=direct\ngo mod download"),
      RuleCase("a vendored build", "%build\nexport GOPROXY=https://proxy.example\ngo build -mod=vendor ."),
    ])
  func proxy(_ example: RuleCase) throws { try example.check("public-proxy") }

  @Test(
    "checksums-disabled",
    arguments: [
      RuleCase("GOSUMDB=off", "%build\nexport GOSUMDB=off\n«go mod download»"),
      RuleCase("GONOSUMDB=*", "%build\nexport GONOSUMDB='*'\n«go mod download»"),
      RuleCase("GOINSECURE", "%build\nexport GOINSECURE=example.com\n«go mod download»"),
      RuleCase("a vendored build", "%build\nexport GOSUMDB=off\ngo build -mod=vendor ."),
      RuleCase("without a proxy", "%build\nexport GOSUMDB=off GOPROXY=off\ngo mod download"),
      RuleCase("a host of one's own", "%build\nexport GONOSUMDB=git.example\ngo mod download"),
    ])
  func checksums(_ example: RuleCase) throws { try example.check("checksums-disabled") }

  @Test(
    "download-in-build",
    arguments: [
      RuleCase("go mod download", "%build\n«go mod download»\ngo build ."),
      RuleCase("go mod vendor", "%prep\n«go mod vendor»\n%build\ngo build ."),
      RuleCase("a tool", "%build\n«go install example.com/x@v1.2.3»"),
      RuleCase("explicit module mode", "%build\n«go build -mod=readonly .»"),
      RuleCase("official builds", "%build\n«go mod download»", builder: .official),
      RuleCase("no proxy", "%build\nexport GOPROXY=off\ngo mod download"),
      RuleCase("a file proxy", "%build\nexport GOPROXY=file:///usr/share/goproxy\ngo mod download"),
      RuleCase("vendored", "%build\ngo build -mod=vendor ."),
      RuleCase("perhaps vendored", "%build\ngo build ."),
      RuleCase("go get speaks", "%build\ngo get -d ./...\ngo build ."),
    ])
  func download(_ example: RuleCase) throws { try example.check("download-in-build") }

  @Test(
    "go-get-in-build",
    arguments: [
      RuleCase("a package", "%build\n«go get example.com/x»"),
      RuleCase("dependencies", "%prep\n«go get -d ./...»"),
      RuleCase("GOPATH mode", "%build\nexport GO111MODULE=off\n«go get example.com/x»"),
      RuleCase("no proxy", "%build\nGOPROXY=off go get example.com/x"),
      RuleCase("a comment", "%build\n# go get example.com/x\ngo build ."),
      RuleCase("text", "%build\necho 'go get example.com/x'"),
    ])
  func goGet(_ example: RuleCase) throws { try example.check("go-get-in-build") }

  @Test(
    "mod-tidy-in-build",
    arguments: [
      RuleCase("plain", "%build\n«go mod tidy»"),
      RuleCase("with flags", "%prep\n«go mod tidy -v -compat=1.21»"),
      RuleCase("in a list", "%build\n«go mod tidy» && go build ."),
      RuleCase("no proxy", "%build\nGOPROXY=off go mod tidy"),
      RuleCase("only shown", "%check\ngo mod tidy -diff"),
      RuleCase("another command", "%build\ngo mod verify"),
    ])
  func tidy(_ example: RuleCase) throws { try example.check("mod-tidy-in-build") }

  @Test(
    "network-in-build",
    arguments: [
      RuleCase("curl", "%prep\n«curl -LO https://example.com/x.tar.gz»"),
      RuleCase("git", "%build\n«git clone https://example.com/x.git»"),
      RuleCase("npm and pip", "%build\n«npm ci»\n«pip3 install wheel»\n«python3 -m pip install wheel»"),
      RuleCase("in a substitution", "%build\nx=`«wget -qO- http://example.com/v»`"),
      RuleCase("the machine itself", "%check\ncurl http://localhost:8080/health\nwget http://127.0.0.1/x"),
      RuleCase(
        "paths", "%build\ngit clone ../x y\npip3 install --no-index .\npip install ./dist/x.whl\nnpm ci --offline\nnpm install --cache . x"),
      RuleCase("other uses", "%build\ncurl --version\ngit rev-parse HEAD\nnpm run build"),
      RuleCase("a transaction scriptlet", "%post\ncurl https://example.com/x"),
    ])
  func network(_ example: RuleCase) throws { try example.check("network-in-build") }
}
