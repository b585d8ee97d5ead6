import Diagnostics
import MacroExpansion

/// Lints specs: reads them in the worker, judges what their builds do.
///
/// Reading a spec runs nothing of it. A linter keeps one worker for each of its targets; it is not to be shared by threads.
public final class Linter {
  private let linters: [TargetLinter]

  /// Starts the workers.
  public init(_ options: LintOptions = LintOptions()) throws(LintFailure) {
    linters = try options.forEachTarget.map { options throws(LintFailure) in try TargetLinter(options) }
  }

  /// How often specs were read so far: once for a target, once more for each branch, and where a path's keys need it.
  package var evaluations: Int { linters.reduce(0) { $0 + $1.evaluations } }

  /// Reads and judges a file.
  public func lint(path: String) throws(LintFailure) -> FileReport {
    lint(try SpecInput(contentsOf: path))
  }

  /// Reads and judges a spec that need not be a file.
  public func lint(_ input: SpecInput) -> FileReport {
    var result: FileReport?
    lint([input]) { result = $0 }
    return result ?? FileReport(path: input.path, failure: "no answer")
  }

  /// Reads and judges many specs at once; reports come in the order of the inputs.
  ///
  /// With several targets, each spec has one report, in which each finding says where it holds.
  public func lint(_ inputs: [SpecInput], onReport: (FileReport) -> Void) {
    if linters.count == 1 { return linters[0].lint(inputs, onReport: onReport) }
    var reports: [[FileReport]] = Array(repeating: [], count: inputs.count)
    for linter in linters {
      var index = 0
      linter.lint(inputs) { report in
        reports[index].append(report)
        index += 1
      }
    }
    for (input, report) in zip(inputs, reports) { onReport(tried(report, of: input)) }
  }

  /// Follows the build of a spec on each of the targets.
  public func resolve(_ input: SpecInput) throws(LintFailure) -> [Resolution] {
    try linters.map { linter throws(LintFailure) in try linter.resolution(of: input) }
  }

  /// Reads a spec as rpm does, for each of the targets.
  public func expand(_ input: SpecInput) throws(LintFailure) -> [Expansion] {
    try linters.map { linter throws(LintFailure) in try linter.expansion(of: input) }
  }

  /// The reports of all targets as one, whose rewrites do no harm where their findings do not hold either.
  private func tried(_ reports: [FileReport], of input: SpecInput) -> FileReport {
    var merged = TargetReports(reports).merged
    guard reports.allSatisfy({ $0.target != nil }) else { return merged }
    merged.diagnostics = merged.diagnostics.map { finding in
      var fixes: [FixIt] = []
      var notes: [Note] = []
      for fix in finding.fixes {
        let others = zip(linters, reports).filter { $1.target.map(finding.targets.contains) == false }
        let verdict = others.reduce(FixVerdict.asPromised) { $0.worse($1.0.verdict(on: fix, of: finding, in: input)) }
        switch fix.judged(verdict) {
        case .offered(let fix): fixes.append(fix)
        case .refused(let note): notes.append(note)
        }
      }
      return finding.offering(fixes, adding: notes)
    }
    return merged
  }

  /// Whether rewrites it offered do together what they do alone, for every target.
  func accepts(_ rewrites: [Rewrite], with report: FileReport, of input: SpecInput, orUnsafe: Bool) -> Bool {
    linters.allSatisfy { linter in
      // A report of one target knows what "auto" became.
      let target = linters.count == 1 ? report.target ?? linter.target : linter.target
      return linter.accepts(rewrites, on: target, of: input, orUnsafe: orUnsafe, mayBeAbsent: linters.count > 1)
    }
  }

  /// The spec as rpm sees it, for each target; nil where it cannot be read.
  func expanded(_ input: SpecInput) -> [ExpandedSpec?] { linters.map { $0.expanded(input) } }
}
