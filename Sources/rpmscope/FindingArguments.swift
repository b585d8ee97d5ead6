import ArgumentParser
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
  func settings(evaluation: EvaluationArguments) throws(LintFailure) -> LintSettings {
    var settings = try evaluation.settings
    settings.select = select.isEmpty ? nil : try Self.rules(select)
    settings.ignore = try Self.rules(ignore)
    settings.failOn = failOn
    settings.minimumConfidence = minConfidence
    settings.builder = builder
    settings.branches = branches
    return settings
  }

  /// The rules of lists with commas.
  static func rules(_ lists: [String]) throws(LintFailure) -> [DescribedRule] {
    try lists.flatMap { $0.split(separator: ",") }.map { id throws(LintFailure) in try DescribedRule(String(id)) }
  }
}
