import ArgumentParser
import SpecLint

/// The options that say which findings there are, and how bad they are.
struct FindingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only these rules: ids, chapters or patterns; several with commas.", valueName: "RULES"),
    completion: RuleCompletion.kind)
  var select: [String] = []

  @Option(
    help: ArgumentHelp("All but these rules: ids, chapters or patterns; several with commas.", valueName: "RULES"),
    completion: RuleCompletion.kind)
  var ignore: [String] = []

  @Option(
    name: .customLong("severity"),
    help: ArgumentHelp("Change the severity of rules: 'download-in-build=warning'; several with commas.", valueName: "RULE=LEVEL"))
  var severities: [String] = []

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
    settings.severities = try Self.severities(severities)
    settings.failOn = failOn
    settings.minimumConfidence = minConfidence
    settings.builder = builder
    settings.persona = persona
    settings.profile = profile
    settings.branches = branches
    return settings
  }

  /// The severities of lists with commas; later ones take precedence.
  private static func severities(_ lists: [String]) throws(LintFailure) -> [DescribedRule: Severity] {
    var severities: [DescribedRule: Severity] = [:]
    for word in lists.flatMap({ $0.split(separator: ",") }) {
      guard let equals = word.lastIndex(of: "=") else {
        throw LintFailure("'\(trimmed(word))' does not set a severity; write RULE=LEVEL, such as 'download-in-build=warning'")
      }
      let level = trimmed(word[word.index(after: equals)...])
      guard let severity = Severity(rawValue: level) else {
        throw LintFailure("invalid severity '\(level)'; write error, warning or info")
      }
      for rule in try DescribedRule.matching(trimmed(word[..<equals])) { severities[rule] = severity }
    }
    return severities
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
