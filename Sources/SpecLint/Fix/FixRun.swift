/// `lint --fix` and `lint --diff`: applies rewrites to specs, or shows what they would change.
package struct FixRun {
  /// What comes of it as it goes on.
  package enum Event {
    /// A spec of a source package stays as it is.
    case packaged(path: String)
    case unsettled(path: String)
    case fixed(path: String, FixedSpec.AppliedFix)
    /// A diff, or the text of standard input.
    case output([UInt8])
  }

  private let options: FixOptions
  private let isDiff: Bool
  /// What standard input goes by; nil where it is not read.
  package let standardInputName: String?
  private let knownFindings: (_ path: String) throws(LintFailure) -> Baseline?
  private let onEvent: (Event) -> Void
  /// Findings that were fixed, and the files they were in.
  package private(set) var fixed = 0
  package private(set) var changed = 0

  /// - Parameter isDiff: Whether files stay as they are, and diffs are given.
  package init(
    _ options: FixOptions, isDiff: Bool, standardInputName: String?,
    knownFindings: @escaping (_ path: String) throws(LintFailure) -> Baseline?, onEvent: @escaping (Event) -> Void
  ) {
    self.options = options
    self.isDiff = isDiff
    self.standardInputName = standardInputName
    self.knownFindings = knownFindings
    self.onEvent = onEvent
  }

  /// - Returns: what is found in the fixed specs, and how often specs were read.
  package mutating func run(
    _ plan: LintPlan, onReport: () -> Void
  ) throws(LintFailure) -> (reports: [FileReport], evaluations: Int) {
    try plan.run { input, linter throws(LintFailure) in
      defer { onReport() }
      guard input.packagedFiles == nil else {
        onEvent(.packaged(path: input.path))
        return linter.lint(input)
      }
      let result = SpecFixer(linter, options, known: try knownFindings(input.path)).fix(input)
      // Rounds that were cut short would leave a file with some of its fixes.
      guard linter.cancellation?.isCancelled != true else { return result.original.unwritten("interrupted") }
      return apply(result, to: input)
    }
  }

  private mutating func apply(_ result: FixedSpec, to input: SpecInput) -> FileReport {
    if !result.isSettled { onEvent(.unsettled(path: input.path)) }
    do throws(LintFailure) { try write(result, of: input) } catch {
      return result.original.unwritten(error.description)
    }
    guard result.bytes != input.bytes else { return result.report }
    fixed += result.applied.count
    changed += 1
    for fix in result.applied { onEvent(.fixed(path: input.path, fix)) }
    return result.report
  }

  private func write(_ result: FixedSpec, of input: SpecInput) throws(LintFailure) {
    if isDiff {
      onEvent(.output(UnifiedDiff(from: input.bytes, to: result.bytes).text(DiffName.names(for: input.path))))
    } else if input.path == standardInputName {
      onEvent(.output(result.bytes))
    } else if result.bytes != input.bytes {
      try FileReplacement.replace(input.path, holding: input.bytes, with: result.bytes)
    }
  }
}
