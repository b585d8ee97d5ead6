import Diagnostics
import SpecLint
import Testing

@Suite("module-cache-per-build")
struct ModuleCachePerBuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("GOMODCACHE with the version", "%build\nexport GOMODCACHE=/tmp/%{name}-%{version}\n«go mod download»"),
      RuleCase("GOPATH in the build's folder", "%build\nexport GOPATH=%{_builddir}/%{name}-%{version}/_build\n«go mod download»"),
      RuleCase("an assignment before the command", "%build\nGOMODCACHE=/tmp/%{version} «go mod download»"),
      RuleCase("HOME", "%build\nexport HOME=%{_builddir}/%{name}-%{version}\n«go mod download»"),
      RuleCase(
        "through a macro",
        "%global cachedir /var/tmp/%{name}-%{version}-%{release}\n%build\nexport GOMODCACHE=%{cachedir}\n«go mod download»"),
      RuleCase("through a shell variable", "%build\ntop=/tmp/x-%{version}\nexport GOMODCACHE=\"$top/mod\"\n«go mod download»"),
      RuleCase("through a macro with the command in it", "%define fetch GOMODCACHE=/tmp/%{version} go mod download\n%build\n«%{fetch}»"),
      RuleCase("a build in explicit module mode", "%build\nexport GOMODCACHE=/tmp/%{version}\n«go build -mod=readonly .»"),
      RuleCase(
        "once for many commands",
        "%build\nexport GOMODCACHE=/tmp/%{version}\n«go mod download»\ngo build -mod=mod .\ngo test -mod=mod ./..."),
      RuleCase(
        "a module cache of the spec's own", "%build\nexport GOMODCACHE=/tmp/%{version}\n«go build .»"),
      RuleCase("beside the sources, whoever builds", "%build\nexport GOMODCACHE=%{_builddir}/gomodcache\n«go mod download»"),
      RuleCase("go get", "%build\nexport GOMODCACHE=/tmp/%{version}\n«go get example.com/x»"),
      RuleCase("for COPR", "%build\nexport GOMODCACHE=/tmp/%{version}\n«go mod download»", builder: .copr),
      RuleCase(
        "beside the sources, on rpm 4.20",
        "%global builddir %{_builddir}\n%prep\n%setup -q -c -T\n%build\nexport GOPATH=%{_builddir}\n«go mod download»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("module-cache-per-build") }

  private static let offline = """
    Source1: %{name}-go-mod.tar.xz
    %prep
    %setup -q -c -T
    mkdir -p %{_builddir}/gomod
    tar -C %{_builddir}/gomod -xf %{SOURCE1}
    %build
    export GOMODCACHE=%{_builddir}/gomod GOPROXY=off GOFLAGS=-mod=mod
    go build .
    """

  @Test(
    "accepts",
    arguments: [
      RuleCase("nothing set", "%build\ngo mod download"),
      RuleCase("a vendored build", "%build\nexport GOMODCACHE=/tmp/%{version}\ngo build -mod=vendor ."),
      RuleCase("a vendored build through GOFLAGS", "%build\nexport GOFLAGS=-mod=vendor GOMODCACHE=/tmp/%{version}\ngo build ."),
      RuleCase("GOPATH mode", "%build\nexport GO111MODULE=off GOPATH=%{_builddir}/%{name}-%{version}/_build\ngo build ."),
      RuleCase(
        "a vendor archive",
        "Source1: %{name}-vendor.tar.gz\n%prep\n%setup -q -T -c\ntar -xf %{SOURCE1}\n%build\nexport GOMODCACHE=/tmp/%{version}\ngo build ."),
      RuleCase("a build that may be vendored", "%prep\n%setup -q\nls vendor\n%build\nexport GOMODCACHE=/tmp/%{version}\ngo build ."),
      RuleCase(
        "one folder for all builds", "%build\nexport GOMODCACHE=%{_builddir}/gomodcache\ngo mod download", target: "azurelinux"),
      RuleCase("the caller's value", "%build\nexport GOMODCACHE=\"${GOMODCACHE:-%{_builddir}/gomodcache}\"\ngo mod download"),
      RuleCase(
        "a spec that could not be read in full",
        "%prep\n%setup -q -T -c\n%{lua: error('x')}\nrm -rf vendor\n%build\nexport GOMODCACHE=/tmp/%{version}\ngo build ."),
      RuleCase("keyed by name alone", "%build\nexport GOMODCACHE=/var/cache/%{name}\ngo mod download"),
      RuleCase("a command that needs no modules", "%build\nexport GOMODCACHE=/tmp/%{version}\ngo env GOMODCACHE\ngo version"),
      RuleCase("a command in a comment", "%build\nexport GOMODCACHE=/tmp/%{version}\n# go mod download"),
      RuleCase("cargo", "%build\nexport GOMODCACHE=/tmp/%{version}\ncargo build"),
      RuleCase("modules that come with the sources, with no proxy", offline),
      RuleCase("modules that come with the sources, on rpm 4.20", offline, target: "fedora"),
      RuleCase("official builds", "%build\nexport GOMODCACHE=/tmp/%{version}\ngo mod download", builder: .official),
      RuleCase(
        "a cache that is read-only where rpm removes it", "%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/_go\ngo mod download",
        target: LinkedRPM.sharedTarget),
      RuleCase(
        "GOPATH mode with a folder of the build's own",
        "%prep\n%setup -q -c -T\n%build\nexport GO111MODULE=off GOPATH=$PWD/_build:/usr/share/gocode\ngo build ."),
      RuleCase(
        "a list of ALT's",
        "%define go_path /usr/share/gocode\n%build\nexport BUILDDIR=$PWD/.build\nexport GOPATH=\"$BUILDDIR:%go_path\"\ngo install -mod=vendor ./..."
      ),
      RuleCase("dead code", "%build\nexport GOMODCACHE=/tmp/%{version}\nif [ 1 != 1 ]; then\n  go mod download\nfi"),
      RuleCase(
        "the changelog",
        "%changelog\n* Mon Mar 02 2026 P <p@example.org> - 1.2-1\n- export GOMODCACHE=/tmp/%{version}; go mod download"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("module-cache-per-build") }
}
