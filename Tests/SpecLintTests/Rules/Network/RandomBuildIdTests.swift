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
      RuleCase("beside a macro", #"%build\#ngo build «-ldflags "-X main.d=$(date) -X main.v=%{version}"» ."#),
      RuleCase(
        "through a function", #"%build\#nset_v() { LD="$LD -X $1"; }\#nLD=-s\#nset_v "main.d=«$(date)»"\#ngo build -ldflags "$LD" ."#),
      RuleCase("through an array", #"%build\#n«flags=(-v -ldflags "-X main.d=$(date)")»\#ngo build "${flags[@]}" ."#),
      RuleCase("in make's words", #"%build\#nmake «LDFLAGS="-X main.d=$(date)"»"#),
      RuleCase("in make's go", #"%build\#n«B=$(head -c20 /dev/urandom|od -An -tx1)»\#nmake GOBUILD="go build -ldflags \"-B 0x$B\"""#),
      RuleCase(
        "written into a makefile", #"%build\#n«sed -i 's|^FLAGS=|FLAGS=-ldflags "-B 0x$(shell head -c20 /dev/urandom)"|' Makefile»\#nmake"#),
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
      RuleCase(
        "with a branch for callers that have none",
        #"%build\#nif [ -z "$SOURCE_DATE_EPOCH" ]; then D=$(date); else D=$(date -d @$SOURCE_DATE_EPOCH); fi\#ngo build -ldflags "-X main.d=$D" ."#
      ),
      RuleCase("a date that make only prints", #"%build\#nmake STARTED="$(date)""#),
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
