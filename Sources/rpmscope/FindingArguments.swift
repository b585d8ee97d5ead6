import ArgumentParser
import Diagnostics
import SpecLint

/// The options that say which findings there are, and how bad they are.
struct FindingArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Only these rules; several with commas.", valueName: "RULES"))
  var select: [String] = []

  @Option(help: ArgumentHelp("All but these rules; several with commas.", valueName: "RULES"))
  var ignore: [String] = []

  @Option(help: "Exit with 1 from this severity on; warning by default.")
  var failOn: FailureThreshold?

  @Option(help: "Leave out findings that are less sure; medium by default.")
  var minConfidence: Confidence?

  @Option(help: "Who builds: decides what a private cache costs; any by default.")
  var builder: LintOptions.Builder?

  @Option(help: "Judge the branches that the target takes, or all of them (the default).")
  var branches: LintOptions.Branches?

  /// What they say, to go over a configuration.
  func settings(evaluation: EvaluationArguments) -> LintSettings {
    var settings = evaluation.settings
    settings.select = select.isEmpty ? nil : Self.split(select)
    settings.ignore = Self.split(ignore)
    settings.failOn = failOn
    settings.minimumConfidence = minConfidence
    settings.builder = builder
    settings.branches = branches
    return settings
  }

  private static func split(_ lists: [String]) -> [String] { lists.flatMap { $0.split(separator: ",").map(String.init) } }
}
