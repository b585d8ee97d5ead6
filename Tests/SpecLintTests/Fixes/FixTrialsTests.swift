import Diagnostics
import SpecLint
import SpecRules
import Testing

/// Many rewrites of one spec, tried together.
@Suite("Trials of many fixes")
struct FixTrialsTests {
  /// A spec with as many lines that hold a flag too much, and what is proposed for it.
  private struct Proposed {
    let rewrites: [Rewrite]
    let verifier: FixVerifier
    let reader: BuildReader

    init(lines: Int) throws {
      let commands = (0..<lines).map { "go mod download -p 4 example.com/m\($0)\n" }.joined()
      let input = SpecInput(path: "hello.spec", bytes: Array((FixCase.tags + "%build\n" + commands).utf8))
      var options = LintOptions()
      options.evaluation.targets = [.host]
      options.evaluation.jobs = 1
      options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
      options.select = [try DescribedRule("rejected-flag")]
      options.fixes = .proposed
      rewrites = try Linter(options).lint(input).diagnostics.compactMap { finding in
        finding.fixes.first.map { Rewrite(finding: finding, fix: $0) }
      }
      reader = try BuildReader(options.evaluation)
      verifier = try #require(FixVerifier(input, with: TrialReader(reader, of: input), settings: RuleSettings()))
    }
  }

  @Test("equal rewrites take few readings, however many they are")
  func together() throws {
    let proposed = try Proposed(lines: 30)
    #expect(proposed.rewrites.count == 30)
    let before = proposed.reader.trials
    let verdicts = proposed.verifier.verdicts(on: proposed.rewrites)
    #expect(verdicts == Array(repeating: .asPromised, count: 30))
    // One alone, all, and either half.
    #expect(proposed.reader.trials - before == 4)
  }

  @Test("a bad one among good ones is refused alone, as it is alone", arguments: [0, 5, 11])
  func bad(_ index: Int) throws {
    let proposed = try Proposed(lines: 12)
    var rewrites = proposed.rewrites
    try #require(rewrites.count == 12)
    let good = rewrites[index]
    let edits = good.fix.edits.map { TextEdit(range: $0.range, newText: Array(" -p 5".utf8)) }
    let fix = FixIt(title: "mend it", applicability: .safe, edits: edits, reason: nil, promise: good.fix.promise)
    rewrites[index] = Rewrite(finding: good.finding, fix: fix)
    let verdicts = proposed.verifier.verdicts(on: rewrites)
    var expected = [FixVerdict?](repeating: .asPromised, count: 12)
    expected[index] = .refused(.bringsFinding(rule: "rejected-flag"))
    #expect(verdicts == expected)
    #expect(verdicts[index] == proposed.verifier.verdict(on: fix, of: [good.finding]))
  }

  @Test("after the deadline none is tried, and a note says how many were not")
  func late() throws {
    let proposed = try Proposed(lines: 3)
    let before = proposed.reader.trials
    let verdicts = proposed.verifier.verdicts(on: proposed.rewrites, until: .now)
    #expect(verdicts == [nil, nil, nil])
    #expect(proposed.reader.trials == before)
    let offered = proposed.rewrites.map(\.finding).offering(within: 1) { _, _ in nil }
    #expect(offered.allSatisfy { $0.fixes.isEmpty })
    let notes = offered.map { $0.notes.map(\.message).filter { $0.contains("not tried") } }
    #expect(
      notes == [
        ["3 rewrites of this spec were not tried within 1 s and so not offered: a longer '--timeout' leaves time for more"], [], [],
      ])
  }
}
