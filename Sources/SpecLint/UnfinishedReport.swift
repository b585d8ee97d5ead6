import Diagnostics
import MacroExpansion
import SpecRules

/// A file's report while other branches of its spec are still being read.
struct UnfinishedReport {
  private var report: FileReport
  /// How surely a finding is known already.
  private var known: [Finding: Confidence] = [:]
  /// The branches that are read; grows with those that only come to light in another one.
  private var plan: BranchPlan?
  /// Readings that have not come back.
  var awaited = 0

  /// A rule that speaks at a place speaks there in every branch: that its words differ, because a path does, makes no second finding.
  private struct Finding: Hashable {
    let rule: String
    let place: FileRange

    init(_ diagnostic: Diagnostic) {
      rule = diagnostic.rule
      place = diagnostic.place
    }
  }

  init(_ report: FileReport) {
    self.report = report
    note(report.diagnostics)
  }

  /// What is still to be read after a reading: the target's own, or that of a branch.
  mutating func branches(of spec: ExpandedSpec, within branch: BranchPlan.Branch?) -> [BranchPlan.Branch] {
    guard let branch else {
      let plan = BranchPlan(spec)
      self.plan = plan
      return plan.branches
    }
    return plan?.further(in: spec, of: branch) ?? []
  }

  /// Adds what a branch brings that the spec did not show without it.
  mutating func add(_ diagnostics: [Diagnostic], under condition: String) {
    let new = diagnostics.filter { diagnostic in known[Finding(diagnostic)].map { $0 < diagnostic.confidence } ?? true }
    report.diagnostics += new.map { $0.holding(under: condition) }
    note(new)
  }

  private mutating func note(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      known[Finding(diagnostic)] = max(known[Finding(diagnostic)] ?? .low, diagnostic.confidence)
    }
  }

  func finished(_ options: LintOptions, selection: RuleSelection) -> FileReport {
    var finished = report
    if let plan, let place = plan.firstLeftOut, let source = report.sources.first,
      selection.contains(ReadingProblem.untriedConditions.rawValue)
    {
      finished.diagnostics.append(.leavingOut(plan.leftOut, from: place, in: source))
    }
    finished.finish(options, selection: selection, isComplete: (plan?.leftOut ?? 0) == 0 && options.branches == .all)
    return finished
  }
}

extension Diagnostic {
  /// The same finding under a further condition.
  fileprivate func holding(under condition: String) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, confidence: confidence, message: message, place: place, notes: notes,
      condition: self.condition.map { "\(condition) and \($0)" } ?? condition, fixes: fixes)
  }

  fileprivate static func leavingOut(_ count: Int, from range: ByteRange, in source: SourceFile) -> Diagnostic {
    let end = max(range.lowerBound, range.upperBound - 1)
    let place = FileRange(file: source.path, start: source.location(of: range.lowerBound), end: source.location(of: end))
    let conditions = count == 1 ? "1 condition is" : "\(count) conditions are"
    return Diagnostic(
      rule: ReadingProblem.untriedConditions.rawValue, severity: .info,
      message: "from here on \(conditions) not tried the other way: findings in their branches are missing", place: place)
  }
}
