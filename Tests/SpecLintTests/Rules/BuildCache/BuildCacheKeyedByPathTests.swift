import Diagnostics
import SpecLint
import Testing

@Suite("build-cache-keyed-by-path")
struct BuildCacheKeyedByPathTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "a vendored build with HOME's cache, with low confidence",
        "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\n«go build -mod=vendor .»\ngo test -mod=vendor ./...",
        confidence: .low),
      RuleCase(
        "HOME's cache on the packager's machine", "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\n«go build -mod=vendor .»",
        builder: .local),
      RuleCase(
        "a shared GOCACHE",
        "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\nexport GOCACHE=/var/cache/go\n«go build -mod=vendor .»"),
      RuleCase(
        "a vendor archive",
        "%global debug_package %{nil}\nSource1: vendor.tar.gz\n%prep\n%setup -q -c -T\ntar -xf %{SOURCE1}\n%build\n«go install ./...»",
        builder: .local),
      RuleCase(
        "where debuginfo is built, with low confidence",
        "%prep\n%setup -q -c -T\n%build\n«go build -mod=vendor .»", confidence: .low),
    ])
  func finds(_ example: RuleCase) throws { try example.check("build-cache-keyed-by-path") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("HOME's cache", "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\ngo build -mod=vendor ."),
      RuleCase("-trimpath", "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\ngo build -trimpath -mod=vendor ."),
      RuleCase(
        "-trimpath in GOFLAGS",
        "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\nexport GOFLAGS='-mod=vendor -trimpath'\ngo build ."),
      RuleCase("tests alone", "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\nmake\n%check\ngo test -mod=vendor ./..."),
      RuleCase("everything anew", "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\ngo build -a -mod=vendor ."),
      RuleCase("where debuginfo is built", "%prep\n%setup -q -c -T\n%build\ngo build -mod=vendor ."),
      RuleCase(
        "a folder without the version",
        "%global debug_package %{nil}\n%prep\n%setup -q -c -T -n hello\n%build\ngo build -mod=vendor .", target: LinkedRPM.sharedTarget),
      RuleCase(
        "a cache of the build's own",
        "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\nexport GOCACHE=$PWD/.cache\ngo build -mod=vendor ."),
      RuleCase("perhaps not vendored", "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\ngo build ."),
      RuleCase("COPR", "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\ngo build -mod=vendor .", builder: .copr),
      RuleCase(
        "official builds",
        "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n%build\ngo build -mod=vendor .", builder: .official),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("build-cache-keyed-by-path") }
}
