import SpecLint
import Testing

@Suite("download-in-build")
struct DownloadInBuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("go mod download", "%build\n«go mod download»\ngo build ."),
      RuleCase("go mod vendor", "%prep\n«go mod vendor»\n%build\ngo build ."),
      RuleCase("a tool", "%build\n«go install example.com/x@v1.2.3»"),
      RuleCase("explicit module mode", "%build\n«go build -mod=readonly .»"),
      RuleCase(
        "every branch downloads",
        "%build\nif [[ ! -f x ]]; then\n  export GOPROXY=https://a.example,direct\nfi\n«go install example.com/x@v1.2.3»"),
      RuleCase("a proxy of the spec's", "%build\nexport GOPROXY=https://proxy.example\n«go build .»"),
      RuleCase("a module cache of the build's", "%build\nexport GOMODCACHE=%{_builddir}/%{name}-%{version}/mods\n«go build .»"),
      RuleCase("modules on", "%build\nexport GO111MODULE=on\n«go build .»"),
      RuleCase(
        "a GOPATH of the build's, and fish's vendor folder",
        "%build\nexport GOPATH=%{_builddir}/%{name}-%{version}/go\n«go build .»\n%files\n%{_datadir}/fish/vendor_completions.d/hello.fish"),
      RuleCase("behind a patch that is not beside the spec", "Patch0: none.patch\n%prep\n%autosetup -p1\n«go mod download»"),
      RuleCase(
        "behind a patch, on a bundled target", "Patch0: none.patch\n%prep\n%setup -q\n%autopatch -p1\n«go mod download»",
        target: "fedora"),
      RuleCase("a toolchain to be fetched", "%build\nexport GOTOOLCHAIN=auto\n«go build .»"),
      RuleCase("Photon's switch", "%define network_required 1\nBuildRequires: go\n%build\n«make build»"),
      RuleCase("official builds", "%build\n«go mod download»", builder: .official),
    ])
  func finds(_ example: RuleCase) throws { try example.check("download-in-build") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("no proxy", "%build\nexport GOPROXY=off\ngo mod download"),
      RuleCase("a branch without a proxy", "%build\nif [ -f x ]; then\n  export GOPROXY=off\nfi\ngo mod download"),
      RuleCase("a file proxy", "%build\nexport GOPROXY=file:///usr/share/goproxy\ngo mod download"),
      RuleCase("vendored", "%build\ngo build -mod=vendor ."),
      RuleCase("perhaps vendored", "%build\ngo build ."),
      RuleCase(
        "a proxy, and a vendor folder", "%build\nexport GOPROXY=https://proxy.example\ngo build .\n%files\n%license vendor/x/LICENSE"),
      RuleCase("modules on, and a vendor folder", "%build\nexport GO111MODULE=on\nls vendor\ngo build ."),
      RuleCase("a GOPATH of the old kind", "%build\nmkdir -p _b/src/example.org\nexport GOPATH=$PWD/_b\ngo build ."),
      RuleCase(
        "modules from an archive",
        "Source1: hello-go-mod.tar.xz\n%prep\ntar -xf %{S:1} -C %{_builddir}\n%build\nexport GOMODCACHE=%{_builddir}/mods\ngo build ."),
      RuleCase("go get speaks", "%build\ngo get -d ./...\ngo build ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("download-in-build") }
}
