import SpecLint
import Testing

@Suite("module-cache-deleted")
struct ModuleCacheDeletedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("the caller's own", "%build\ngo build -mod=vendor .\n«go clean -modcache»"),
      RuleCase("the caller's own, in a trap", "%build\n«trap 'go clean -modcache' EXIT»\ngo build -mod=vendor ."),
      RuleCase("the caller's own folder", "%build\ngo build -mod=vendor .\n%clean\n«rm -rf ~/go/pkg»"),
      RuleCase("go clean", "%build\ngo mod download\n«go clean -modcache»"),
      RuleCase("rm of the cache", "%build\nexport GOPATH=/tmp/go\ngo mod download\n«rm -rf $GOPATH/pkg/mod»"),
      RuleCase("rm of what holds it", "%build\nexport GOPATH=/tmp/go\ngo mod download\n«rm -rf /tmp/go/pkg»"),
      RuleCase(
        "between two downloads",
        "%build\nexport GOPATH=/tmp/%{version}\ngo mod download\n«go clean -modcache»\ngo build -mod=mod ."),
      RuleCase("a relative path", "%build\nexport GOPATH=/tmp/go\ngo mod download\ncd /tmp\n«rm -rf go/pkg»"),
      RuleCase("%{_builddir} itself", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=%{_builddir}\ngo mod download\n«go clean -modcache»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("module-cache-deleted") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "what the last build has left",
        "%prep\nrm -rf %{_builddir}/gopath\n%build\nexport GOPATH=%{_builddir}/gopath\ngo build -mod=mod -modcacherw .",
        target: "epel9"),
      RuleCase(
        "a folder that is not there yet",
        "%prep\nrm -rf %{_builddir}/gopath\n%build\nexport GOPATH=%{_builddir}/gopath\ngo build -mod=mod .",
        target: "fedora"),
      RuleCase("a folder of the build", "%build\nexport GOPATH=$PWD/_go\ngo build -mod=vendor .\nrm -rf _go/pkg"),
      RuleCase("the build cache", "%build\ngo mod download\ngo clean -cache"),
      RuleCase("other folders", "%build\nexport GOPATH=/tmp/go\ngo mod download\nrm -rf /tmp/go/bin /tmp/x"),
      RuleCase("official builds", "%build\ngo mod download\ngo clean -modcache", builder: .official),
      RuleCase("a removal that fails", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\ngo mod download\nrm -rf _go"),
      RuleCase(
        "the build's whole folder",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/.go\ngo mod download\n%install\nrm -rf %{_builddir}/%{buildsubdir}"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("module-cache-deleted") }
}
