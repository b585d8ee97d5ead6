import Testing

@Suite("multiplied-parallelism")
struct MultipliedParallelismTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("two at once", "%build\n«go build -o a ./a» &\nfirst=$!\ngo build -o b ./b &\nwait $! $first"),
      RuleCase(
        "a loop",
        "%build\nfor c in a b c; do\n  «go build -o $c ./$c» &\n  pids=\"$pids $!\"\ndone\nfor p in $pids; do wait $p; done"),
      RuleCase("a loop over files", "%build\nfor c in cmd/*; do\n  «go build ./$c» &\ndone\nwait -n"),
      RuleCase("xargs", "%build\nls cmd | xargs -P 4 -I{} «go build ./cmd/{}»"),
      RuleCase("parallel", "%check\nparallel «go test» ::: ./a ./b"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("multiplied-parallelism") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("one after the other", "%build\ngo build ./a\ngo build ./b"),
      RuleCase("one in the background", "%build\ngo build ./a &\nwait $!"),
      RuleCase("one at a time", "%build\ngo build ./a &\nwait $!\ngo build ./b &\nwait $!"),
      RuleCase("a share for each", "%build\ngo build -p 2 ./a &\ngo build -p 2 ./b &\nwait -n"),
      RuleCase("GOMAXPROCS", "%build\nexport GOMAXPROCS=2\ngo build ./a &\ngo build ./b &\nwait -n"),
      RuleCase("one process of xargs", "%build\nls cmd | xargs -n1 go build\nls cmd | xargs -P1 -n1 go build"),
      RuleCase("make", "%build\n%make_build -j8 all"),
      RuleCase("a server", "%check\n./server &\ngo test ./..."),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("multiplied-parallelism") }
}
