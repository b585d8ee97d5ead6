import Testing

@Suite("Parallelism")
struct ParallelismRuleTests {
  @Test(
    "hard-coded-parallelism",
    arguments: [
      RuleCase("-p N", "%build\ngo build «-p 4» ."),
      RuleCase("-p=N of a test", "%check\ngo test «-p=2» ./..."),
      RuleCase("GOMAXPROCS", "%build\nexport «GOMAXPROCS=4»\ngo build ."),
      RuleCase("one, without a reason", "%check\n\ngo test «-p 1» ./..."),
      RuleCase("a macro", "%global jobs 4\n%build\ngo build -p %{jobs} ."),
      RuleCase("a variable", "%build\njobs=4\ngo build -p $jobs ."),
      RuleCase("one, with a reason", "%check\n# the tests share a port\ngo test -p 1 ./..."),
      RuleCase("what Go rejects", "%build\ngo mod download -p 4"),
      RuleCase("other commands", "%prep\nmkdir -p 4"),
    ])
  func hardCoded(_ example: RuleCase) throws { try example.check("hard-coded-parallelism") }

  @Test(
    "background-job-unchecked",
    arguments: [
      RuleCase("no wait", "%build\n«go build ./a» &\ntrue"),
      RuleCase("a bare wait", "%build\n«go build ./a» &\ngo build ./b &\nwait"),
      RuleCase("a loop", "%build\nfor i in a b; do\n  «go build ./$i» &\ndone\nwait"),
      RuleCase("wait for a process", "%build\ngo build ./a &\npid=$!\nwait $pid"),
      RuleCase("wait -n", "%build\ngo build ./a &\nwait -n"),
      RuleCase("nothing in the background", "%build\ngo build ./a && go build ./b\nwait"),
      RuleCase("something else", "%check\n./server &\ngo test ./...\nkill %1"),
    ])
  func background(_ example: RuleCase) throws { try example.check("background-job-unchecked") }

  @Test(
    "test-failures-ignored",
    arguments: [
      RuleCase("a colon", "%check\n«go test ./...» || :"),
      RuleCase("true", "%check\n«go test -v ./...» 2>&1 || true"),
      RuleCase("on the next line", "%check\n«go test ./...» \\\n  || :"),
      RuleCase("with a reason above", "%check\n# fails without network\ngo test ./... || :"),
      RuleCase("with a reason beside", "%check\ngo test ./... || : # flaky"),
      RuleCase("a failure that counts", "%check\ngo test ./... || exit 1"),
      RuleCase("another command's", "%check\ngo test ./...\nrm x || :"),
      RuleCase("a build", "%build\ngo build . || :"),
    ])
  func ignored(_ example: RuleCase) throws { try example.check("test-failures-ignored") }
}
