import Diagnostics
import SpecLint
import Testing

@Suite("module-cache-in-source-tree")
struct ModuleCacheInSourceTreeTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("GOPATH below the module", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)/go\n«go mod download»\ngo vet ./..."),
      RuleCase("GOMODCACHE", "%prep\n%setup -q -c -T\n%build\nexport GOMODCACHE=$PWD/modules\n«go mod tidy»"),
      RuleCase("HOME", "%prep\n%setup -q -c -T\n%build\nexport HOME=$PWD\n«go mod vendor»"),
      RuleCase(
        "an absolute path",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=%{_builddir}/%{buildsubdir}/build\n«go build -mod=mod ./...»"),
      RuleCase(
        "a layout that links to the tree",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=`pwd`/go\nmkdir -p $GOPATH/src/example.org\nln -s `pwd` $GOPATH/src/example.org/hello\n"
          + "pushd $GOPATH/src/example.org/hello\n«go mod tidy»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("module-cache-in-source-tree") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "a folder that go passes over",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)/.go\ngo mod download\nexport GOPATH=$(pwd)/_go\ngo mod download"),
      RuleCase("testdata", "%prep\n%setup -q -c -T\n%build\nexport GOMODCACHE=$(pwd)/testdata/mod\ngo mod download"),
      RuleCase("outside", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=%{_builddir}/go\ngo mod download"),
      RuleCase("vendored", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)/go\ngo build -mod=vendor ./..."),
      RuleCase("GOPATH mode", "%prep\n%setup -q -c -T\n%build\nexport GO111MODULE=off GOPATH=$(pwd)/go\ngo build ./..."),
      RuleCase("a module that is not known", "%build\nexport GOPATH=$(pwd)/go\ngo mod download"),
      RuleCase("official builds", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$(pwd)/go\ngo mod download", builder: .official),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("module-cache-in-source-tree") }
}
