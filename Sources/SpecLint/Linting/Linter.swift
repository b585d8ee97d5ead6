import Diagnostics
import MacroExpansion

/// Lints specs: reads them in the worker, judges what their builds do.
///
/// Reading a spec runs nothing of it. A linter keeps one worker for each of its targets; it is not to be shared by threads.
public final class Linter {
  private let linters: [TargetLinter]
  private let fixes: LintOptions.Fixes
  private let options: EvaluationOptions

  /// Starts the workers.
  public init(_ options: LintOptions = LintOptions()) throws(LintFailure) {
    linters = try options.forEachTarget.map { options throws(LintFailure) in try TargetLinter(options) }
    fixes = options.fixes
    self.options = options.evaluation
  }

  /// Ends what the linter is asked to do from now on; nil for nothing. One that was used takes a new one to go on.
  public var cancellation: LintCancellation? {
    didSet { for linter in linters { linter.cancellation = cancellation?.signal } }
  }

  /// How often specs were read so far: once for a target, once more for each branch, and where a path's keys need it.
  package var evaluations: Int { linters.reduce(0) { $0 + $1.evaluations } }

  /// Reads and judges a file.
  public func lint(path: String) throws(LintFailure) -> FileReport {
    lint(try SpecInput(contentsOf: path, options))
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
  /// - Parameters:
  ///   - inputs: The specs; each is read for every target.
  ///   - onProgress: How many of how many readings of a spec for a target are judged, in any order.
  ///   - onReport: Called with each report.
  public func lint(
    _ inputs: [SpecInput], onProgress: (_ finished: Int, _ total: Int) -> Void = { _, _ in }, onReport: (FileReport) -> Void
  ) {
    var finished = 0
    func advance() {
      finished += 1
      onProgress(finished, inputs.count * linters.count)
    }
    if linters.count == 1 { return linters[0].lint(inputs, onFinish: advance, onReport: onReport) }
    var reports: [[FileReport]] = Array(repeating: [], count: inputs.count)
    for linter in linters {
      var index = 0
      linter.lint(inputs, onFinish: advance) { report in
        reports[index].append(report)
        index += 1
      }
    }
    for (input, report) in zip(inputs, reports) { onReport(joined(report, of: input)) }
  }

  /// Follows the build of a spec on each of the targets.
  public func resolve(_ input: SpecInput) throws(LintFailure) -> [Resolution] {
    try linters.map { linter throws(LintFailure) in try linter.resolution(of: input) }
  }

  /// Reads a spec as rpm does, for each of the targets.
  public func expand(_ input: SpecInput) throws(LintFailure) -> [Expansion] {
    try linters.map { linter throws(LintFailure) in try linter.expansion(of: input) }
  }

  /// Rewrites a spec until nothing is left to rewrite; its file stays as it is.
  ///
  /// Only a linter with `LintOptions.Fixes.verified` has anything to apply.
  /// - Parameters:
  ///   - input: The spec as it is now.
  ///   - appliesUnsafe: Also rewrites that only the packager can judge.
  ///   - only: Rewrites of these rules; empty for all.
  public func fix(_ input: SpecInput, appliesUnsafe: Bool = false, only: [DescribedRule] = []) -> FixedSpec {
    var options = FixOptions()
    options.appliesUnsafe = appliesUnsafe
    options.only = only
    return SpecFixer(self, options).fix(input)
  }

  /// Tries the rewrites of one finding, as `LintOptions.Fixes.verified` does those of all.
  ///
  /// - Parameters:
  ///   - finding: Of a report that was made with `LintOptions.Fixes.proposed`.
  ///   - input: The spec as it was then.
  /// - Returns: the finding with the rewrites that stood the trial, and notes on those that did not.
  public func verified(_ finding: Diagnostic, in input: SpecInput) -> Diagnostic {
    tried([finding], of: input) { _, _ in true }.first ?? finding
  }

  /// - Parameter isTried: Whether the rewrites of a finding are tried on a target, by its index.
  private func tried(_ findings: [Diagnostic], of input: SpecInput, on isTried: (Int, Diagnostic) -> Bool) -> [Diagnostic] {
    let deadline = ContinuousClock.now + .seconds(options.timeLimit)
    var verdicts: [Rewrite: FixVerdict?] = [:]
    for finding in findings {
      for fix in finding.fixes { verdicts[Rewrite(finding: finding, fix: fix)] = .some(.asPromised) }
    }
    for (index, linter) in linters.enumerated() {
      for mayBeAbsent in [false, true] {
        let rewrites = findings.filter { finding in
          isTried(index, finding) && mayBeAbsent == (!finding.targets.isEmpty && !finding.targets.contains(linter.target))
        }.flatMap { finding in finding.fixes.map { Rewrite(finding: finding, fix: $0) } }
        let found = linter.verdicts(on: rewrites, in: input, mayBeAbsent: mayBeAbsent, until: deadline)
        for (rewrite, verdict) in zip(rewrites, found) {
          let known = verdicts[rewrite] ?? nil
          verdicts.updateValue(known.flatMap { known in verdict.map { known.worse($0) } }, forKey: rewrite)
        }
      }
    }
    return findings.offering(within: options.timeLimit) { verdicts[Rewrite(finding: $0, fix: $1)] ?? nil }
  }

  /// The reports of all targets as one, whose rewrites do no harm where their findings do not hold either.
  private func joined(_ reports: [FileReport], of input: SpecInput) -> FileReport {
    var merged = TargetReports(reports).merged
    guard fixes != .proposed, reports.allSatisfy({ $0.target != nil }) else { return merged }
    merged.diagnostics = tried(merged.diagnostics, of: input) { index, finding in
      reports[index].target.map(finding.targets.contains) == false
    }
    return merged
  }

  /// Whether rewrites it offered do together what they do alone, for every target.
  func accepts(_ rewrites: [Rewrite], of input: SpecInput, orUnsafe: Bool) -> Bool {
    linters.allSatisfy { $0.accepts(rewrites, of: input, orUnsafe: orUnsafe, mayBeAbsent: linters.count > 1) }
  }

  /// The spec as rpm sees it, for each target; nil where it cannot be read.
  func expanded(_ input: SpecInput) -> [ExpandedSpec?] { linters.map { $0.expanded(input) } }
}
