package import Diagnostics

/// What a configuration or a command line says; nil where it says nothing.
package struct LintSettings: Sendable, Hashable {
  package var targets: [Target]?
  package var defines: [Definition] = []
  package var undefines: [String] = []
  package var branches: LintOptions.Branches?
  package var builder: LintOptions.Builder?
  package var persona: LintOptions.Persona?
  package var profile: LintOptions.Profile?
  package var select: [DescribedRule]?
  package var ignore: [DescribedRule] = []
  package var severities: [DescribedRule: Severity] = [:]
  package var minimumConfidence: Confidence?
  package var failOn: FailureThreshold?
  package var timeLimit: Double?

  package init() {}

  /// These settings with others over them: single values are replaced, `select` too; the lists grow.
  package func overridden(by other: LintSettings) -> LintSettings {
    var settings = self
    settings.targets = other.targets ?? targets
    settings.defines += other.defines
    settings.undefines += other.undefines
    settings.branches = other.branches ?? branches
    settings.builder = other.builder ?? builder
    settings.persona = other.persona ?? persona
    settings.profile = other.profile ?? profile
    settings.select = other.select ?? select
    settings.ignore += other.ignore
    settings.severities.merge(other.severities) { $1 }
    settings.minimumConfidence = other.minimumConfidence ?? minimumConfidence
    settings.failOn = other.failOn ?? failOn
    settings.timeLimit = other.timeLimit ?? timeLimit
    return settings
  }

  /// Options with these settings in them.
  package func applied(to options: LintOptions) -> LintOptions {
    var options = options
    if let targets { options.evaluation.targets = targets }
    options.evaluation.defines += defines
    options.evaluation.undefines += undefines
    if let timeLimit { options.evaluation.timeLimit = timeLimit }
    if let branches { options.branches = branches }
    if let builder { options.builder = builder }
    if let persona { options.persona = persona }
    if let profile { options.profile = profile }
    if let select { options.select = select }
    options.ignore += ignore
    options.severities.merge(severities) { $1 }
    if let minimumConfidence { options.minimumConfidence = minimumConfidence }
    if let failOn { options.failOn = failOn }
    return options
  }
}
