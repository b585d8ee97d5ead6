import SpecLint
import Testing

/// What the command does not ask of the library; `Tests/Doors/library.sh` uses all that is public from outside of the package.
@Suite("A linter")
struct LinterTests {
  private static let input = SpecInput(
    path: "hello.spec", bytes: Array((FixCase.tags + "%build\ngo mod download -p 4\n%if 0%{?rhel}\ngo build -j4 .\n%endif\n").utf8))

  private static func linter(_ fixes: LintOptions.Fixes) throws -> Linter {
    var options = LintOptions()
    options.fixes = fixes
    options.evaluation.targets = [.host]
    options.evaluation.jobs = 1
    options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
    return try Linter(options)
  }

  @Test("gives up what is cancelled, and goes on afterwards")
  func cancellation() throws {
    let linter = try Self.linter(.none)
    let cancellation = LintCancellation()
    linter.cancellation = cancellation
    let whole = linter.lint(Self.input)
    #expect(whole.failure == nil && !whole.diagnostics.isEmpty)
    cancellation.cancel()
    #expect(cancellation.isCancelled)
    var failures: [String?] = []
    linter.lint([Self.input, Self.input]) { failures.append($0.failure) }
    #expect(failures == ["reading the spec was cancelled", "reading the spec was cancelled"])
    linter.cancellation = nil
    #expect(linter.lint(Self.input).diagnostics == whole.diagnostics)
  }

  @Test("tries the rewrites of one finding as it tries all")
  func verified() throws {
    let proposing = try Self.linter(.proposed)
    let proposed = proposing.lint(Self.input).diagnostics
    let verified = try Self.linter(.verified).lint(Self.input).diagnostics
    #expect(verified.contains { !$0.fixes.isEmpty })
    #expect(proposed.map { proposing.verified($0, in: Self.input) } == verified)
  }

  @Test("says how far it is")
  func progress() throws {
    var steps: [Int] = []
    var reports = 0
    try Self.linter(.none).lint([Self.input, Self.input, Self.input]) { finished, total in
      #expect(total == 3)
      steps.append(finished)
    } onReport: { _ in
      reports += 1
    }
    #expect(steps == [1, 2, 3] && reports == 3)
  }

  @Test("refuses names that it does not know")
  func refusals() throws {
    #expect(throws: LintFailure.self) { try Target("fedroa") }
    #expect(throws: LintFailure.self) { try Definition("name") }
    #expect(throws: LintFailure.self) { try DescribedRule("rejected-flg") }
  }
}
