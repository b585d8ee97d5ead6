import Testing

@Suite("hard-coded-parallelism")
struct HardCodedParallelismTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a computed number", "%build\nexport «GOMAXPROCS=$((3 * 2))»\ngo build -mod=vendor ."),
      RuleCase("a number in a variable", "%build\nn=4\ngo build -mod=vendor «-p $n» ."),
      RuleCase("a computed number in a variable", "%build\nn=$((2+2))\ngo build -mod=vendor «-p \"$n\"» ."),
      RuleCase("in GOFLAGS", "%build\nGOFLAGS=\"-mod=vendor «-p=4»\" go build ."),
      RuleCase("in make's GOFLAGS", "%build\nmake GOFLAGS=«-p=4» tools"),
      RuleCase("-p N", "%build\ngo build «-p 4» ."),
      RuleCase("-p=N of a test", "%check\ngo test «-p=2» ./..."),
      RuleCase("GOMAXPROCS", "%build\nexport «GOMAXPROCS=4»\ngo build ."),
      RuleCase("one, without a reason", "%check\n\ngo test «-p 1» ./..."),
      RuleCase("a variable of flags", "%build\nBUILDFLAGS=\"-v -p 4\"\ngo build «$BUILDFLAGS» -o hello ."),
      RuleCase("a variable in braces", "%check\nexport TESTFLAGS='-p=2'\ngo test «${TESTFLAGS}» ./..."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("hard-coded-parallelism") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("rpm's number in a variable", "%build\nn=%{_smp_build_ncpus}\ngo build -mod=vendor -p $n ."),
      RuleCase("computed from rpm's number", "%build\nexport GOMAXPROCS=$((%{_smp_build_ncpus} / 2))\ngo build -mod=vendor ."),
      RuleCase("a macro", "%global jobs 4\n%build\ngo build -p %{jobs} ."),
      RuleCase("one, with a reason", "%check\n# the tests share a port\ngo test -p 1 ./..."),
      RuleCase("what Go rejects", "%build\ngo mod download -p 4"),
      RuleCase("other commands", "%prep\nmkdir -p 4"),
      RuleCase("a variable that a macro fills", "%build\nBUILDFLAGS=\"-v -p %{_smp_build_ncpus}\"\ngo build $BUILDFLAGS -o hello ."),
      RuleCase("%autosetup's", "%prep\n%autosetup -p1 -n hello"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("hard-coded-parallelism") }
}
