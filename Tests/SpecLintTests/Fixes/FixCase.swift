import Diagnostics
import SpecLint
import Testing

/// A snippet before and after the rewrites of one rule.
struct FixCase: CustomTestStringConvertible, Sendable {
  let name: String
  let rule: String
  let before: String
  let after: String
  /// Whether unsafe rewrites are applied too.
  var isUnsafe = false
  var target = "host"

  init(_ name: String, _ rule: String, _ before: String, _ after: String, isUnsafe: Bool = false, target: String = "host") {
    self.name = name
    self.rule = rule
    self.before = before
    self.after = after
    self.isUnsafe = isUnsafe
    self.target = target
  }

  var testDescription: String { "\(rule): \(name)" }

  /// Comes before every snippet and must stay as it is.
  static let tags = "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nSource0: hello.tar.gz\n"

  /// The rewrites give what they should, and a second run finds nothing to rewrite.
  func check(on builder: LintOptions.Builder = .any, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let fixed = try fix(Self.tags + before + "\n", on: builder)
    if !fixed.applied.isEmpty {
      let announced = try DescribedRule(rule).fixes
      #expect(announced.contains(isUnsafe ? .unsafe : .safe), "'fixes' of \(rule) lacks one", sourceLocation: sourceLocation)
    }
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == Self.tags + after + "\n", sourceLocation: sourceLocation)
    #expect(fixed.isSettled, sourceLocation: sourceLocation)
    let again = try fix(String(decoding: fixed.bytes, as: UTF8.self), on: builder)
    #expect(again.applied.isEmpty, sourceLocation: sourceLocation)
    #expect(again.bytes == fixed.bytes, sourceLocation: sourceLocation)
  }

  private func fix(_ text: String, on builder: LintOptions.Builder) throws -> FixedSpec {
    var options = FixOptions()
    options.appliesUnsafe = isUnsafe
    options.only = [try DescribedRule(rule)]
    return SpecFixer(try Self.linter(target: target, audience: rule, builder: builder), options).fix(
      SpecInput(path: "hello.spec", bytes: Array(text.utf8)))
  }

  static func linter(target: String = "host", audience: String? = nil, builder: LintOptions.Builder = .any) throws -> Linter {
    var options = LintOptions()
    options.fixes = .verified
    options.builder = builder
    if let audience { options.listen(to: audience) }
    options.evaluation.targets = [try Target(target)]
    options.evaluation.jobs = 1
    options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
    return try Linter(options)
  }
}
