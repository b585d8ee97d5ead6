import ArgumentParser
import Diagnostics
import SpecLint

/// `rpmscope lint`: findings in specs.
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Say what is wrong with specs (the default command).")

  @Argument(help: "Specs, folders of specs, or '-' for standard input; the current folder by default.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The name that standard input goes by.", valueName: "NAME"))
  var stdinFilename = "stdin.spec"

  @OptionGroup(title: "Findings")
  var findings: FindingArguments

  @OptionGroup(title: "Known and old findings")
  var known: KnownFindingArguments

  @OptionGroup(title: "Reports")
  var reports: ReportArguments

  @OptionGroup(title: "Reading")
  var evaluation: EvaluationArguments

  mutating func run() throws {
    let (inputs, failures) = SpecInputs.collect(paths, standardInputName: stdinFilename)
    let files = failures + (try lint(inputs))
    for file in files { complain(of: file) }
    let (narrowed, fixed) = try known.applied(to: files)
    let run = LintRun(files: narrowed, fixed: fixed, root: RootedPath.root(of: RootedPath.currentFolder))
    try reports.write(run)
    let summary = run.summary
    if summary.failures > 0 { throw ExitCode(2) }
    if let threshold = findings.failOn.severity, let worst = summary.worst, worst >= threshold { throw ExitCode(1) }
  }

  private func lint(_ inputs: [SpecInput]) throws(LintFailure) -> [FileReport] {
    let linter = try Linter(findings.options(evaluation: evaluation.options))
    var progress = Progress(total: inputs.count)
    var files: [FileReport] = []
    linter.lint(inputs) { file in
      files.append(file)
      progress.advance()
    }
    progress.end()
    return files
  }

  private func complain(of file: FileReport) {
    switch file.outcome {
    case .judged: break
    case .failed(let reason): Console.complain(file.target == nil && reason.contains(file.path) ? reason : "\(file.path): \(reason)")
    case .skipped(let reason): Console.complain("\(file.path) is skipped: \(reason)")
    }
  }
}
