import Testing

@Suite("rejected-flag")
struct RejectedFlagTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("-p of a download", "%build\ngo mod download «-p» 4"),
      RuleCase("-p=N of a download", "%build\ngo mod download «-p=4» -x"),
      RuleCase("-p of vendoring and verifying", "%prep\ngo mod vendor «-p» 4\ngo mod verify «-p=2»"),
      RuleCase("make's -j", "%build\ngo build «-j4» -o hello ."),
      RuleCase("make's flags macro", "%global _smp_mflags -j8\n%build\ngo build «%{?_smp_mflags}» -o hello ."),
      RuleCase("make's flags macro, as the host has it", "%build\ngo build «%{?_smp_mflags}» -o hello ."),
      RuleCase("make's -j with an unknown number", "%build\ngo build «-j$(nproc)» -o hello ."),
      RuleCase("-j with an unknown number", "%build\ngo install «-q$(nproc)» ./..."),
      RuleCase("-mod of a download", "%build\ngo mod download «-mod=mod»"),
      RuleCase("two dashes", "%build\ngo build «--jobs=4» ."),
      RuleCase("after flags with values", "%build\ngo build -ldflags \"-s -w\" -o hello «-j4» ."),
      RuleCase("what ended with Go 1.19", "%build\ngo build «-i» ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("rejected-flag") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("-p where it belongs", "%build\ngo build -p 4 .\ngo test -p=4 ./...\ngo list -p 2 ./..."),
      RuleCase("unusual spellings", "%build\ngo build --race=0 -mod vendor --tags=x -o=hello ."),
      RuleCase("other commands' -p", "%prep\n%setup -q\nmkdir -p x\ninstall -p a b\n%patch -p1"),
      RuleCase("flags of the test binary", "%check\ngo test ./... -myflag -run X"),
      RuleCase("the program's own arguments", "%build\ngo run ./gen -j4 -p 3"),
      RuleCase("flags after --", "%build\ngo build -- -j4"),
      RuleCase("words that cannot be known", "%build\ngo build $(cat flags) \"$EXTRA\" ."),
      RuleCase("another command's flags", "%build\nmake -j4 GOFLAGS=-mod=vendor"),
      RuleCase("younger flags", "%build\ngo build -C sub -json -pgo=off ."),
      RuleCase("Fedora's macros", "BuildRequires: go-rpm-macros\n%build\nexport GO111MODULE=on\n%gobuild -mod=vendor -o hello ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("rejected-flag") }
}
