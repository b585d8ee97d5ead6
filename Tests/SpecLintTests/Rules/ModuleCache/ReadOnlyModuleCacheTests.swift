import Diagnostics
import SpecLint
import Testing

@Suite("read-only-module-cache")
struct ReadOnlyModuleCacheTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "what the last build has left",
        "%prep\n«rm -rf %{_builddir}/gopath»\n%build\nexport GOPATH=%{_builddir}/gopath\ngo build -mod=mod .", target: "epel9"),
      RuleCase(
        "below the sources",
        "%prep\n%setup -q -c -T\n%build\nexport GOMODCACHE=%{_builddir}/%{buildsubdir}/.gomod\n«go mod download»",
        target: LinkedRPM.sharedTarget),
      RuleCase(
        "a hidden folder of the version's",
        "%prep\n%setup -q -c -T\n%build\nexport GOMODCACHE=%{_builddir}/%{name}-%{version}/.go/pkg/mod\n«go mod download»\ngo build .",
        target: LinkedRPM.sharedTarget),
      RuleCase(
        "through GOPATH", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/.go\n«go mod download»", target: LinkedRPM.sharedTarget),
      RuleCase(
        "through HOME", "%prep\n%setup -q -c -T\n%build\nexport HOME=$PWD/_home\n«go build -mod=mod .»", target: LinkedRPM.sharedTarget),
      RuleCase(
        "without the flag where it counts",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\nGOFLAGS=-modcacherw go build -mod=mod .\n«go mod download»\n",
        target: LinkedRPM.sharedTarget),
      RuleCase(
        "chmod of something else",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\n«go mod download»\nchmod -R u+w bin\nchmod u+w _go",
        target: LinkedRPM.sharedTarget),
      RuleCase(
        "chmod before the download",
        "%prep\n%setup -q -c -T\n%build\nmkdir -p _go\nchmod -R u+w _go\nexport GOPATH=$PWD/_go\n«go mod download»",
        target: LinkedRPM.sharedTarget),
      RuleCase(
        "the spec's own rm",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=/tmp/%{name}-%{version}\ngo mod download\n«rm -rf /tmp/%{name}-%{version}»"),
      RuleCase("rm of what is around it", "%build\nexport GOMODCACHE=/tmp/%{version}/mod\ngo mod download\ncd /tmp\n«rm -rf %{version}»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("read-only-module-cache") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "what the last build has left, writable",
        "%prep\nchmod -R u+w %{_builddir}/gopath\nrm -rf %{_builddir}/gopath\n%build\nexport GOPATH=%{_builddir}/gopath\ngo build -mod=mod .",
        target: "epel9"),
      RuleCase(
        "a folder that is not there yet",
        "%prep\nrm -rf %{_builddir}/gopath\n%build\nexport GOPATH=%{_builddir}/gopath\ngo build -mod=mod .", target: "fedora"),
      RuleCase(
        "-modcacherw in GOFLAGS",
        "%prep\n%setup -q -c -T\n%build\nexport GOFLAGS='-modcacherw -trimpath' GOPATH=$PWD/_go\ngo mod download"),
      RuleCase("-modcacherw on the command line", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\ngo mod download -modcacherw"),
      RuleCase("beside the sources", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=%{_builddir}\ngo mod download"),
      RuleCase("made writable", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\ngo mod download\nchmod -R u+w _go"),
      RuleCase(
        "made writable in another scriptlet",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\ngo mod download\n%install\nchmod -R +w %{_builddir}/%{buildsubdir}/_go/pkg"
      ),
      RuleCase("cleaned", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\ngo mod download\ngo clean -modcache"),
      RuleCase("vendored", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\ngo build -mod=vendor ."),
      RuleCase("GOPATH mode", "%prep\n%setup -q -c -T\n%build\nexport GO111MODULE=off GOPATH=$PWD/_go\ngo build ."),
      RuleCase("rpm 4.20", "%prep\n%setup -q -c -T\n%global builddir %{_builddir}\n%build\nexport GOPATH=$PWD/_go\ngo mod download"),
      RuleCase(
        "rm after chmod",
        "%build\nexport GOPATH=/tmp/%{version}\ngo mod download\nchmod -R u+w /tmp/%{version}\nrm -rf /tmp/%{version}"),
      RuleCase("rm of a cache that others share", "%build\nexport GOPATH=/tmp/go\ngo mod download\nrm -rf /tmp/go"),
      RuleCase("mock, which removes nothing", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\ngo mod download", builder: .copr),
      RuleCase("official builds", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\ngo mod download", builder: .official),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("read-only-module-cache") }
}
