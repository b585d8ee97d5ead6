import Testing

@Suite("background-job-unchecked")
struct BackgroundJobUncheckedTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("no wait", "%build\n«go build ./a» &\ntrue"),
      RuleCase("a bare wait", "%build\n«go build ./a» &\ngo build ./b &\nwait"),
      RuleCase("a loop", "%build\nfor i in a b; do\n  «go build ./$i» &\ndone\nwait"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("background-job-unchecked") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("wait for a process", "%build\ngo build ./a &\npid=$!\nwait $pid"),
      RuleCase("wait -n", "%build\ngo build ./a &\nwait -n"),
      RuleCase("nothing in the background", "%build\ngo build ./a && go build ./b\nwait"),
      RuleCase("something else", "%check\n./server &\ngo test ./...\nkill %1"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("background-job-unchecked") }
}
