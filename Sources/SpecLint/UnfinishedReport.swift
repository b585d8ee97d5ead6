import Diagnostics
import MacroExpansion
import SpecRules

/// A file's report while other branches of its spec are still being read.
struct UnfinishedReport {
  private var report: FileReport
  private var known: Set<FindingIdentity>
  /// Readings that have not come back.
  var awaited = 0
  /// Conditions that are not tried.
  var leftOut = 0

  init(_ report: FileReport) {
    self.report = report
    known = Set(report.diagnostics.map(FindingIdentity.init))
  }

  /// Adds what a branch brings that the spec did not show without it.
  mutating func add(
    _ result: Result<BuildReader.Build, EvaluationFailure>, under condition: String, judge: (BuildReader.Build) -> [Diagnostic]
  ) {
    awaited -= 1
    guard case .success(let build) = result else { return }
    for diagnostic in judge(build) where known.insert(FindingIdentity(diagnostic)).inserted {
      report.diagnostics.append(diagnostic.holding(under: condition))
    }
  }

  func finished(_ options: LintOptions, selection: RuleSelection) -> FileReport {
    var finished = report
    finished.finish(options, selection: selection, isComplete: leftOut == 0 && options.branches == .all)
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
}
