import ShellEvaluation
import Testing

@Suite("Limits")
struct LimitTests {
  static let endlessTexts = [
    "while true; do :; done", "while :; do echo x; done", "f() { f; }; f", "x=a; while :; do x=$x$x; done", "for ((;;)); do :; done",
    "x=x; echo $((x))", "a=b; b=a; echo $((a))", "eval \"$(printf '%s' 'eval \"$x\"')\"; x='eval \"$x\"'; eval \"$x\"",
    "echo {1..99999999}", "echo {a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", "seq 100000000", "printf '%99999999d' 1",
    "printf '%s' aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab | sed -E 's/(a*)*(a*)*(a*)*(a*)*(a*)*c\\1/x/'", "echo a | sed ':a;ba'",
    "echo a | sed ':a;s/a/aa/g;ta'", "awk 'BEGIN { while (1) i++ }'", "awk 'BEGIN { x = \"a\"; while (1) x = x x }'",
    "f() { echo $(f); }; f", "x=$(printf '%0500d' 0); x=$x$x$x$x; echo ${x//+(0)/${x//0/$x}}",
  ]

  @Test("end every computation", .timeLimit(.minutes(1)), arguments: endlessTexts)
  func endless(_ text: String) {
    guard case .unknown = ShellEvaluator(environment: ShellEnvironment()).run(Array(text.utf8)) else {
      Issue.record("claims to know the end of '\(text)'")
      return
    }
  }

  /// Every text cut off or with a byte changed: an answer, whatever it is.
  @Test("hold for damaged texts", .timeLimit(.minutes(2)), arguments: stride(from: 0, to: Sample.all.count, by: 6).map { Sample.all[$0] })
  func damaged(_ sample: Sample) {
    let text = Array(sample.text.utf8)
    let evaluator = ShellEvaluator(environment: ShellEnvironment())
    for index in stride(from: 0, to: text.count, by: 3) {
      _ = evaluator.run(Array(text[..<index]))
      for byte in [UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["), 0xC3, 0] {
        var damaged = text
        damaged[index] = byte
        _ = evaluator.run(damaged)
      }
    }
  }

  @Test("hold for deep nesting")
  func nesting() {
    let evaluator = ShellEvaluator(environment: ShellEnvironment())
    for (open, close) in [("$(", ")"), ("(", ")"), ("$((", "))"), ("{ ", "; }"), ("${x:-", "}"), ("[[ ( ", " ) ]]")] {
      let text = "echo " + String(repeating: open, count: 3000) + "1" + String(repeating: close, count: 3000)
      _ = evaluator.run(Array(text.utf8))
    }
    let script = "echo a | awk '{ print " + String(repeating: "(", count: 5000) + "1 }'"
    _ = evaluator.run(Array(script.utf8))
    let pattern = "echo a | sed -E 's/" + String(repeating: "(", count: 5000) + "a/x/'"
    _ = evaluator.run(Array(pattern.utf8))
  }
}
