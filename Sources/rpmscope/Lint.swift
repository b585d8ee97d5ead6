import ArgumentParser
import Diagnostics
import Glibc
import SpecLint

/// `rpmscope lint`: findings in specs.
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Say what is wrong with specs (the default command).")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Argument(help: "Specs, folders of specs, or '-' for standard input; the current folder by default.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The name that standard input goes by.", valueName: "NAME"))
  var stdinFilename = "stdin.spec"

  @Option(help: "How findings are written.")
  var format = Format.text

  @Option(help: ArgumentHelp("Write findings to a file.", valueName: "FILE"))
  var output: String?

  @Option(help: ArgumentHelp("Only these rules; several with commas.", valueName: "RULES"))
  var select: [String] = []

  @Option(help: ArgumentHelp("All but these rules; several with commas.", valueName: "RULES"))
  var ignore: [String] = []

  @Option(help: "Exit with 1 from this severity on.")
  var failOn = Threshold.warning

  @Option(help: "Leave out findings that are less sure.")
  var minConfidence = Confidence.medium

  @Option(help: "Who builds: decides what a private cache costs.")
  var builder = LintOptions.Builder.any

  @Option(help: "Judge the branches that the target takes, or all of them.")
  var branches = LintOptions.Branches.all

  @Option(help: "Colours in the text.")
  var color = Color.auto

  @Flag(help: "No summary.")
  var quiet = false

  @OptionGroup(title: "Reading")
  var evaluation: EvaluationArguments

  mutating func run() throws {
    let (inputs, failures) = SpecInputs.collect(paths, standardInputName: stdinFilename)
    for failure in failures { Console.complain(failure.failure ?? "cannot read '\(failure.path)'") }
    let linter = try Linter(lintOptions)
    var summary = ReportSummary(failures)
    let text = format == .text ? lintToText(linter, inputs, &summary) : lintToJSON(linter, inputs, failures, &summary)
    if let output { try FileBytes.write(text, to: output) } else { Console.write(text) }

    if summary.failures > 0 { throw ExitCode(2) }
    if let threshold = failOn.severity, let worst = summary.worst, worst >= threshold { throw ExitCode(1) }
  }

  private var lintOptions: LintOptions {
    var options = LintOptions()
    options.evaluation = evaluation.options
    options.select = select.flatMap { $0.split(separator: ",").map(String.init) }
    options.ignore = ignore.flatMap { $0.split(separator: ",").map(String.init) }
    options.branches = branches
    options.builder = builder
    options.minimumConfidence = minConfidence
    return options
  }

  private func lintToText(_ linter: Linter, _ inputs: [SpecInput], _ summary: inout ReportSummary) -> [UInt8] {
    var report = TextReport(isColored: isColored)
    linter.lint(inputs) { file in
      summary.add(file)
      if let failure = file.failure { Console.complain("\(file.path): \(failure)") }
      report.append(file)
    }
    if !quiet { report.append(summary) }
    return Array(report.text.utf8)
  }

  private func lintToJSON(_ linter: Linter, _ inputs: [SpecInput], _ failures: [FileReport], _ summary: inout ReportSummary) -> [UInt8] {
    var reports = failures
    linter.lint(inputs) { file in
      summary.add(file)
      if let failure = file.failure { Console.complain("\(file.path): \(failure)") }
      reports.append(file)
    }
    return JSONReport.bytes(reports)
  }

  /// NO_COLOR and CLICOLOR_FORCE as no-color.org and bixense.com/clicolors say.
  private var isColored: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      if getenv("NO_COLOR").map({ $0[0] != 0 }) == true { return false }
      if getenv("CLICOLOR_FORCE").map({ $0[0] != 0 && String(cString: $0) != "0" }) == true { return true }
      return output == nil && Console.isTerminal(STDOUT_FILENO)
    }
  }
}
