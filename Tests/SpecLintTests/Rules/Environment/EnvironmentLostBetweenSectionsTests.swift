import Diagnostics
import Testing

@Suite("environment-lost-between-sections")
struct EnvironmentLostBetweenSectionsTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("cgo", "%build\nexport CGO_ENABLED=0\ngo build .\n%check\n«go test ./...»"),
      RuleCase("GOPATH mode", "%build\nexport GO111MODULE=off\ngo build .\n%check\n«go test ./...»"),
      RuleCase("build tags", "%build\nexport GOFLAGS=-tags=netgo\ngo build .\n%check\n«go test ./...»\ngo test -race ./..."),
      RuleCase("a module mode", "%build\nexport GOFLAGS=-mod=mod\ngo mod download\ngo build .\n%check\n«go test ./...»"),
      RuleCase(
        "flags that only cost time",
        "%build\nexport GOFLAGS='-trimpath -mod=vendor'\ngo build .\n%check\n«go test -mod=vendor ./...»"),
      RuleCase(
        "a folder of headers", "%build\nexport CGO_CFLAGS=\"-O2 -I/opt/x/include\"\ngo build .\n%check\n«go test ./...»"),
      RuleCase(
        "flags that only tune C code, with low confidence",
        "%build\nexport CGO_CFLAGS=\"-O2 -m64\"\ngo build .\n%check\n«go test ./...»", confidence: .low),
    ])
  func finds(_ example: RuleCase) throws { try example.check("environment-lost-between-sections") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "flags that only tune C code",
        "%build\nexport CGO_CFLAGS=\"-O2 -m64\"\ngo build .\n%check\ngo test ./..."),
      RuleCase("the same in both", "%build\nexport CGO_ENABLED=0\ngo build .\n%check\nexport CGO_ENABLED=0\ngo test ./..."),
      RuleCase("an assignment for one command", "%build\nGOOS=windows go build .\nCGO_ENABLED=0 go build .\n%check\ngo test ./..."),
      RuleCase("-mod=vendor of a vendored build", "%build\nexport GOFLAGS=-mod=vendor\ngo build .\n%check\ngo test ./..."),
      RuleCase(
        "the proxy of a vendored build",
        "%build\nexport GOPROXY=off GOPATH=/tmp/go\ngo build -mod=vendor .\n%check\ngo test -mod=vendor ./..."),
      RuleCase("a command that does not compile", "%build\nexport CGO_ENABLED=0\ngo build .\n%install\nx=$(go env GOOS)"),
      RuleCase("the default", "%build\nexport GO111MODULE=on\ngo build .\n%check\ngo test ./..."),
      RuleCase("what is built for another machine", "%build\nexport GOOS=windows GOARCH=arm64\ngo build .\n%check\ngo test ./..."),
      RuleCase("no go command there", "%prep\nexport CGO_ENABLED=0\n%build\ngo build ."),
      RuleCase("a flag given again", "%build\nexport GOFLAGS=-tags=netgo\ngo build .\n%check\ngo test -tags=netgo ./..."),
      RuleCase("flags that change no package", "%build\nexport GOFLAGS='-modcacherw -v'\ngo build .\n%check\ngo test ./..."),
      RuleCase(
        "a proxy of files, repeated",
        "%build\nexport GOPROXY=file:///usr/share/goproxy GOFLAGS=-mod=mod\ngo build .\n%check\nexport GOPROXY=file:///usr/share/goproxy GOFLAGS=-mod=mod\ngo test ./..."
      ),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("environment-lost-between-sections") }
}
