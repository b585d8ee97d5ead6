import Testing

@Suite("random-build-id")
struct RandomBuildIdTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a build id", #"%build\#ngo build «-ldflags "-B 0x$(head -c20 /dev/urandom|od -An -tx1|tr -d ' \n')"» -o hello ."#),
      RuleCase("a date", #"%build\#ngo install «-ldflags="-X main.date=$(date -u +%F)"» ./..."#),
      RuleCase("backquotes", #"%build\#ngo build «-ldflags "-X main.date=`date`"» ."#),
      RuleCase("through a variable", #"%build\#n«BUILD_DATE=$(date)»\#ngo build -ldflags "-X main.date=$BUILD_DATE" ."#),
      RuleCase(
        "through two variables",
        #"%build\#n«DATE=$(date)»\#nexport LDFLAGS="-X main.date=${DATE}"\#ngo build -ldflags "${LDFLAGS:-} -s" ."#),
      RuleCase(
        "the spec's own macro, once",
        #"«%define gobuild(o:) go build -ldflags "${LDFLAGS:-} -B 0x$(head -c20 /dev/urandom|od -An -tx1|tr -d ' \\n')" -a -v -x %{?**};»\#n%build\#n%gobuild -o hello .\#n%gobuild -o other ./other"#
      ),
    ])
  func finds(_ example: RuleCase) throws { try example.check("random-build-id") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("the builder's date", #"%build\#ngo build -ldflags "-X main.date=$(date -u -d @${SOURCE_DATE_EPOCH} +%F)" ."#),
      RuleCase("with a fallback", #"%build\#nD=${SOURCE_DATE_EPOCH:-$(date +%s)}\#ngo build -ldflags "-X main.date=$D" ."#),
      RuleCase("a file's date", #"%build\#ngo build -ldflags "-X main.date=$(date -r LICENSE +%s)" ."#),
      RuleCase(
        "elsewhere",
        #"%build\#nSTART=$(date +%s)\#ngo build -ldflags "-X main.version=%{version}" .\#necho $(( $(date +%s) - START ))"#),
      RuleCase("the target's macro", "%build\n%gobuild -o hello .", target: "fedora"),
      RuleCase("another scriptlet", #"%prep\#nDATE=$(date)\#n%build\#ngo build -ldflags "-X main.date=$DATE" ."#),
      RuleCase("a string", "%build\ngo build -ldflags '-X main.how=date' ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("random-build-id") }
}
