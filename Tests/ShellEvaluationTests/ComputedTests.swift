import ShellEvaluation
import Testing

@Suite("Computed output")
struct ComputedTests {
  @Test("is what the table says", arguments: Sample.all)
  func table(_ sample: Sample) {
    let outcome = ShellEvaluator(environment: ShellEnvironment()).run(Array(sample.text.utf8))
    #expect(outcome == .known(output: Array(sample.output.utf8), status: sample.status))
  }

  @Test(
    "is what bash prints, in POSIX mode and not", .enabled(if: RealShell.isComplete, "needs bash, awk and sed"),
    arguments: [false, true])
  func bash(isPOSIX: Bool) throws {
    let answers = try RealShell.answers(to: Sample.all.map(\.text), isPOSIX: isPOSIX)
    try #require(answers.count == Sample.all.count)
    for (sample, answer) in zip(Sample.all, answers) {
      #expect(answer == RealShell.Answer(output: Array(sample.output.utf8), status: sample.status), "\(sample.text)")
    }
  }

  @Test("uses what the environment knows")
  func environment() {
    let environment = ShellEnvironment(
      variables: ["HOME": Array("/root".utf8), "V": Array("1.2".utf8)], unknownVariables: ["U"], positional: [Array("arg".utf8)],
      workingDirectory: Array("/w".utf8), time: 86_400,
      fileTest: { op, path in op == "-f" ? path.elementsEqual("/there".utf8) : nil },
      readFile: { path in path.elementsEqual("/there".utf8) ? Array("one\ntwo\n".utf8) : nil })
    func output(_ text: String) -> String? {
      guard case .known(let output, _) = ShellEvaluator(environment: environment).run(Array(text.utf8)) else { return nil }
      return String(decoding: output, as: UTF8.self)
    }
    #expect(output("echo ~/x $V $1") == "/root/x 1.2 arg\n")
    #expect(output("pwd; echo $PWD") == "/w\n/w\n")
    #expect(output("date -u +%F") == "1970-01-02\n")
    #expect(output("[ -f /there ] && echo yes; [ -f /not ] || echo no") == "yes\nno\n")
    #expect(output("sed -n 2p /there; cat < /there | head -1; echo $(</there)") == "two\none\none two\n")
    #expect(output("echo $U") == nil)
    #expect(output("U=1; echo $U") == "1\n")
    #expect(output("[ -x /there ]") == nil)
    #expect(output("cat /elsewhere") == nil)
  }

  @Test("does not take a variable for unset that may be set")
  func otherVariables() {
    let evaluator = ShellEvaluator(environment: ShellEnvironment(otherVariables: .unknown, positional: nil))
    for text in [
      "echo $X", "echo ${X:-d}", "echo ${X+y}", "[ -v X ] || echo no", "echo $((X+1))", "echo $1", "echo $#", "for a; do :; done",
    ] {
      guard case .unknown = evaluator.run(Array(text.utf8)) else {
        Issue.record("claims to know '\(text)'")
        continue
      }
    }
    #expect(evaluator.run(Array("X=; echo ${X:-d}; unset X; echo ${X-u}".utf8)) == .known(output: Array("d\nu\n".utf8), status: 0))
  }
}
