import ArgumentParser
import SpecLint

/// The options that say which findings there are, and how bad they are.
struct FindingArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Only these rules: ids, chapters or patterns; several with commas.", valueName: "RULES"))
  var select: [String] = []

  @Option(help: ArgumentHelp("All but these rules: ids, chapters or patterns; several with commas.", valueName: "RULES"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("Exit with 1 if a finding has at least this severity; warning by default.", valueName: "SEVERITY"))
  var failOn: FailureThreshold?

  @Option(help: ArgumentHelp("Leave out findings below this confidence; medium by default.", valueName: "CONFIDENCE"))
  var minConfidence: Confidence?

  @Option(help: ArgumentHelp("Who builds the package, which decides what a private cache costs; any by default.", valueName: "WHO"))
  var builder: LintOptions.Builder?

  @Option(help: ArgumentHelp("Report faults (regular, the default), or style too (pedantic).", valueName: "PERSONA"))
  var persona: LintOptions.Persona?

  @Option(help: ArgumentHelp("Whose packaging guideline to hold specs against; that of the target by default.", valueName: "PROFILE"))
  var profile: LintOptions.Profile?

  @Option(help: ArgumentHelp("Check only the branches that the target takes, or all of them (the default).", valueName: "WHICH"))
  var branches: LintOptions.Branches?

  /// What they say, to go over a configuration.
  func settings(evaluation: EvaluationArguments) throws(LintFailure) -> LintSettings {
    var settings = try evaluation.settings
    settings.select = select.isEmpty ? nil : try Self.rules(select)
    settings.ignore = try Self.rules(ignore)
    settings.failOn = failOn
    settings.minimumConfidence = minConfidence
    settings.builder = builder
    settings.persona = persona
    settings.profile = profile
    settings.branches = branches
    return settings
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The rules of lists with commas.
  static func rules(_ lists: [String]) throws(LintFailure) -> [DescribedRule] {
    var rules: [DescribedRule] = []
    for word in lists.flatMap({ $0.split(separator: ",") }) { rules += try DescribedRule.matching(trimmed(word)) }
    return rules
  }
}
