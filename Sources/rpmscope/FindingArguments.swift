import ArgumentParser
import Diagnostics
import SpecLint

/// The options that say which findings there are, and how bad they are.
struct FindingArguments: ParsableArguments {
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

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

  func options(evaluation: EvaluationOptions) -> LintOptions {
    var options = LintOptions()
    options.evaluation = evaluation
    options.select = select.flatMap { $0.split(separator: ",").map(String.init) }
    options.ignore = ignore.flatMap { $0.split(separator: ",").map(String.init) }
    options.branches = branches
    options.builder = builder
    options.minimumConfidence = minConfidence
    return options
  }
}
