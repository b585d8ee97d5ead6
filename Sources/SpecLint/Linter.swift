import Diagnostics
import GoBuild
import MacroExpansion
import SpecRules

/// Lints specs: reads them in the worker, judges what their builds do.
///
/// Reading a spec runs nothing of it. A linter keeps one worker for all its specs; it is not to be shared by threads.
public final class Linter {
  private let reader: SpecReader
  private let options: LintOptions
  private let selection: RuleSelection

  /// Starts the worker.
  public init(_ options: LintOptions = LintOptions()) throws(LintFailure) {
    self.options = options
    selection = try RuleSelection(select: options.select, ignore: options.ignore)
    reader = try SpecReader(options.evaluation)
  }

  /// Reads and judges a file.
  public func lint(path: String) throws(LintFailure) -> FileReport {
    lint(try SpecInput(contentsOf: path))
  }

  public func lint(_ input: SpecInput) -> FileReport {
    report(reader.read(input), for: input)
  }

  /// Reads and judges many specs at once; reports come in the order of the inputs.
  public func lint(_ inputs: [SpecInput], onReport: (FileReport) -> Void) {
    var waiting: [Int: FileReport] = [:]
    var next = 0
    reader.read(inputs) { index, reply in
      waiting[index] = report(reply, for: inputs[index])
      while let report = waiting.removeValue(forKey: next) {
        onReport(report)
        next += 1
      }
    }
  }

  private func report(_ reply: WorkerReply, for input: SpecInput) -> FileReport {
    switch reply {
    case .failed(let failure): FileReport(path: input.path, failure: failure.description)
    case .spec(let spec):
      FileReport(path: input.path, target: spec.target, diagnostics: diagnostics(of: spec), sources: spec.files)
    }
  }

  private func diagnostics(of spec: ExpandedSpec) -> [Diagnostic] {
    let context = RuleContext(spec: spec, model: BuildModel(spec), settings: options.ruleSettings)
    return DiagnosticCollection.sorted(DiagnosticCollection.found(in: context, selection: selection), atLeast: options.minimumConfidence)
  }
}
