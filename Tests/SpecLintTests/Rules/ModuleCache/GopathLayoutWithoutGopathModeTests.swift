import Diagnostics
import SpecLint
import Testing

@Suite("gopath-layout-without-gopath-mode")
struct GopathLayoutWithoutGopathModeTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a deleted go.mod", "%build\nrm -f go.mod go.sum\nexport GOPATH=$PWD/_build\ncd _build/src/example.org/hello\n«go build .»"),
      RuleCase(
        "a list of folders",
        "%build\nexport GOPATH=$PWD:/usr/share/gocode\nrm go.mod\ncd src/example.org/hello\n«go test ./...»\ngo test ./x"),
      RuleCase(
        "nothing known of go.mod, with low confidence",
        "%build\nexport GOPATH=$PWD\ncd src/example.org/hello\n«go build .»", confidence: .low),
      RuleCase(
        "the sources' own src, linked into a folder",
        "BuildRequires: golang >= 1.4.3\n%build\nln -s $(pwd)/src ./_build/\nexport GOPATH=$(pwd)/_build\ncd src/example.org/hello\n«go build .»"
      ),
      RuleCase(
        "a package by its path below GOPATH",
        "%build\nmkdir -p _b/src/example.org\nmv hello _b/src/example.org/\nexport GOPATH=$PWD/_b\n«go build example.org/hello»"),
      RuleCase(
        "a vendor folder for GOPATH", "BuildRequires: golang >= 1.6\n%build\nexport GOPATH=$PWD/vendor\n«go build example.org/hello»"),
      RuleCase(
        "a branch that the target does not take, with low confidence",
        "%build\n%if ! 0%{?gobuild:1}\nrm go.mod\nexport GOPATH=$PWD\ncd src/example.org/hello\n«go build .»\n%endif", confidence: .low,
        target: "fedora"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("gopath-layout-without-gopath-mode") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("nothing known of go.mod", "%build\nexport GOPATH=$PWD\ncd src/example.org/hello\ngo build ."),
      RuleCase(
        "a branch that the target does not take",
        "%build\n%if ! 0%{?gobuild:1}\nrm go.mod\nexport GOPATH=$PWD\ncd src/example.org/hello\ngo build .\n%endif", target: "fedora"),
      RuleCase(
        "a vendor folder that an archive may bring",
        "Source1: more.tar\n%prep\n%setup -q -a1\n%build\nexport GOPATH=$PWD/vendor\ngo build"),
      RuleCase("modules off", "%build\nrm go.mod\nexport GO111MODULE=off GOPATH=$PWD\ncd src/example.org/hello\ngo build ."),
      RuleCase("auto", "%build\nrm go.mod\nexport GO111MODULE=auto GOPATH=$PWD\ncd src/example.org/hello\ngo build ."),
      RuleCase("vendored", "%build\nexport GOPATH=$PWD\ncd src/example.org/hello\ngo build -mod=vendor ."),
      RuleCase(
        "a new go.mod",
        "%build\nrm go.mod\nexport GOPATH=$PWD\ncd src/example.org/hello\ngo mod init example.org/hello\ngo build ."),
      RuleCase("no layout", "%build\nrm go.mod\nexport GOPATH=/tmp/go\ngo build ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("gopath-layout-without-gopath-mode") }
}
