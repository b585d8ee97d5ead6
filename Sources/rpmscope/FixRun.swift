import Diagnostics
import SpecLint

/// `lint --fix` and `lint --diff`: applies rewrites to specs, or shows what they would change.
struct FixRun {
  private let arguments: FixArguments
  private let options: FixOptions
  /// What standard input goes by; nil where it is not read.
  let standardInputName: String?
  private let isQuiet: Bool
  private let knownFindings: (_ path: String) throws(LintFailure) -> Baseline?
  /// Findings that were fixed, and the files they were in.
  private(set) var fixed = 0
  private(set) var changed = 0

  init(
    arguments: FixArguments, options: FixOptions, standardInputName: String?, isQuiet: Bool,
    knownFindings: @escaping (_ path: String) throws(LintFailure) -> Baseline?
  ) {
    self.arguments = arguments
    self.options = options
    self.standardInputName = standardInputName
    self.isQuiet = isQuiet
    self.knownFindings = knownFindings
  }

  /// - Returns: what is found in the fixed specs, and how often specs were read.
  mutating func run(_ plan: LintPlan, onReport: () -> Void) throws(LintFailure) -> (reports: [FileReport], evaluations: Int) {
    try plan.run { input, linter throws(LintFailure) in
      defer { onReport() }
      guard input.packagedFiles == nil else {
        Console.complain("'\(input.path)' lies in a source package and is not fixed")
        return linter.lint(input)
      }
      return fix(input, with: SpecFixer(linter, options, known: try knownFindings(input.path)))
    }
  }

  private mutating func fix(_ input: SpecInput, with fixer: SpecFixer) -> FileReport {
    let result = fixer.fix(input)
    if !result.isSettled { Console.complain("'\(input.path)' still changes after \(SpecFixer.roundLimit) rounds of fixes") }
    do throws(LintFailure) { try write(result, of: input) } catch {
      return FileReport(path: input.path, failure: error.description)
    }
    guard result.bytes != input.bytes else { return result.report }
    fixed += result.applied.count
    changed += 1
    if !isQuiet, !arguments.diff {
      for fix in result.applied {
        Console.writeError("\(TerminalText.display(input.path)): \(fix.rule): \(TerminalText.display(fix.title))\n")
      }
    }
    return result.report
  }

  private func write(_ result: FixedSpec, of input: SpecInput) throws(LintFailure) {
    if arguments.diff {
      Console.write(UnifiedDiff(from: input.bytes, to: result.bytes).text(DiffName.names(for: input.path)))
    } else if input.path == standardInputName {
      Console.write(result.bytes)
    } else if result.bytes != input.bytes {
      try FileReplacement.replace(input.path, holding: input.bytes, with: result.bytes)
    }
  }

  /// "fixed 3 findings in 2 files", on standard error.
  func summarize() {
    guard !isQuiet, changed > 0 else { return }
    let verb = arguments.diff ? "would fix" : "fixed"
    Console.writeError("\(verb) \(count(fixed, "finding")) in \(count(changed, "file"))\n")
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
