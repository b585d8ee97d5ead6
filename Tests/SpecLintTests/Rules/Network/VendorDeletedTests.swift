import Testing

@Suite("vendor-deleted")
struct VendorDeletedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("rm", "%prep\n%setup -q -T -c\nrm -rf vendor\n%build\n«go build -mod=vendor .»"),
      RuleCase("in the same scriptlet", "%build\nrm -rf ./vendor\n«go build -mod=vendor .»\ngo test -mod=vendor ./..."),
      RuleCase("by its whole path", "%prep\n%setup -q -T -c\nrm -rf $PWD/vendor\n%build\n«go build -mod=vendor .»"),
      RuleCase("named in GOFLAGS", "%prep\n%setup -q -T -c\nrm -rf vendor\n%build\nexport GOFLAGS=-mod=vendor\n«go build .»"),
      RuleCase("through a macro", "%define clean rm -fr vendor\n%prep\n%{clean}\n%build\n«go install -mod vendor ./...»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("vendor-deleted") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("an archive brings it back", "%prep\nrm -rf vendor\ntar -xf vendor.tar.gz\n%build\ngo build -mod=vendor ."),
      RuleCase("made again", "%prep\nrm -rf vendor\ngo mod vendor\n%build\ngo build -mod=vendor ."),
      RuleCase("deleted afterwards", "%build\ngo build -mod=vendor .\n%install\nrm -rf vendor"),
      RuleCase("another folder of that name", "%prep\n%setup -q -T -c\nrm -rf /srv/vendor docs/vendor\n%build\ngo build -mod=vendor ."),
      RuleCase("a part of it", "%prep\nrm -rf vendor/example.com/x\n%build\ngo build -mod=vendor ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("vendor-deleted") }
}
