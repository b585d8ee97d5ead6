import Diagnostics
import SpecLint
import Testing

@Suite("gopath-is-module-root")
struct GopathIsModuleRootTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a vendored build", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)\n«go build -mod=vendor .»"),
      RuleCase("go mod", "%prep\n%setup -q -c -T\n%build\nGOPATH=$PWD «go mod download»"),
      RuleCase(
        "modules on",
        "%prep\n%setup -q -c -T\n%build\nexport GO111MODULE=on GOPATH=%{_builddir}/%{buildsubdir}:/usr/share/gocode\n«go build .»"),
      RuleCase("once", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)\n«go build -mod=vendor .»\ngo test -mod=vendor ./..."),
      RuleCase(
        "a go.mod that is edited",
        "%prep\n%setup -q -c -T\nsed -i 's/1.13/1.16/' go.mod\n%build\nexport GOPATH=$(pwd)\n«go build .»"),
      RuleCase(
        "what may have a go.mod, with low confidence",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)\n«go build .»", confidence: .low),
    ])
  func finds(_ example: RuleCase) throws { try example.check("gopath-is-module-root") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("what may have a go.mod", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)\ngo build ."),
      RuleCase("the parent", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=%{_builddir}\ngo build -mod=vendor ."),
      RuleCase("modules off", "%prep\n%setup -q -c -T\n%build\nexport GO111MODULE=off GOPATH=$(pwd)\ngo build ."),
      RuleCase(
        "a layout below it",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)\ncd src/example.org/hello\ngo build -mod=vendor ."),
      RuleCase("the second element", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=/tmp/go:$(pwd)\ngo build -mod=vendor ."),
      RuleCase("before there is a go.mod", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)\ngo env GOPATH\ngo version"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("gopath-is-module-root") }
}
