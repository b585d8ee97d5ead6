import Testing

@Suite("vcs-stamping")
struct VcsStampingTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "git init",
        "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\n%build\n«go build -mod=vendor .»\ngo install -mod=vendor ./..."),
      RuleCase("a date", "%prep\n%autosetup -S git\n%build\nexport BUILT=$(date +%s)\n«go build -mod=vendor -o hello .»"),
      RuleCase("%autosetup", "%prep\n%autosetup -S git\n%build\n«go build -mod=vendor -o hello .»"),
      RuleCase("a clone", "%prep\n%setup -q -T -c\ngit clone https://example.com/x.git\n%build\ncd x\n«go build -mod=vendor ./cmd»"),
      RuleCase(
        "below it",
        "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\n%build\ncd cmd\nexport GOFLAGS=-mod=vendor\n«go install .»"),
      RuleCase(
        "a folder for each build",
        "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\n%build\n«go build -mod=vendor .»", target: "fedora"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("vcs-stamping") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "switched off", "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\n%build\ngo build -buildvcs=false -mod=vendor ."),
      RuleCase(
        "switched off in GOFLAGS",
        "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\n%build\nexport GOFLAGS='-mod=vendor -buildvcs=false'\ngo build ."),
      RuleCase("GOPATH mode", "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\n%build\nexport GO111MODULE=off\ngo build ."),
      RuleCase("tests", "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\n%check\ngo test -mod=vendor ./..."),
      RuleCase("removed", "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\nrm -rf .git\n%build\ngo build -mod=vendor ."),
      RuleCase("patches only", "%prep\n%autosetup -p1\n%build\ngo build -mod=vendor ."),
      RuleCase(
        "the standard library", "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\n%build\ngo install -buildmode=shared std"),
      RuleCase("elsewhere", "%prep\n%setup -q\nmkdir t\n(cd t && git init)\n%build\ngo build -mod=vendor ."),
      RuleCase(
        "a go.mod decides", "%prep\n%setup -q\ngit init\ngit add .\ngit commit -q -m x\n%build\nexport GO111MODULE=auto\ngo build ."),
      RuleCase("a macro that nobody knows", "%prep\n%autosetup -S git\n%build\n%{hut_go_settings}\ngo build -mod=vendor ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("vcs-stamping") }
}
