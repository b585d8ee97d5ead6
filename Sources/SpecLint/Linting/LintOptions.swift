public import Diagnostics
import SpecRules

/// What is linted for whom.
public struct LintOptions: Sendable, Hashable {
  /// Who builds the packages; it decides what a private cache costs.
  public enum Builder: String, Sendable, CaseIterable {
    /// koji, OBS, mock without network.
    case official
    /// COPR and CI with network.
    case copr
    /// mock or rpmbuild loops with persistent caches.
    case local
    case any
  }

  /// How much the user wants to hear.
  public enum Persona: String, Sendable, CaseIterable {
    /// Faults.
    case regular
    /// Style too.
    case pedantic
  }

  /// Whose packaging guideline a spec is held against.
  public enum Profile: String, Sendable, CaseIterable {
    case fedora, epel, opensuse, generic
  }

  /// Which branches of a spec's conditions are judged.
  public enum Branches: String, Sendable, CaseIterable {
    /// Those that the target takes.
    case taken
    /// The others too, each finding with the condition it holds under.
    case all
  }

  /// What becomes of the rewrites that rules propose.
  public enum Fixes: String, Sendable, CaseIterable {
    /// Nothing; nothing is tried.
    case none
    /// They are listed with their findings, untried: `Linter.verified(_:in:)` tries those of one finding.
    case proposed
    /// Those that trying them on copies of the spec confirms are offered with their findings.
    case verified
  }

  public var evaluation = EvaluationOptions()
  public var fixes = Fixes.none
  public var branches = Branches.all
  /// The rules that speak, whatever persona and profile say; empty for those that these ask for.
  public var select: [DescribedRule] = []
  public var ignore: [DescribedRule] = []
  /// Severities other than the rules' own.
  public var severities: [DescribedRule: Severity] = [:]
  public var builder = Builder.any
  public var persona = Persona.regular
  /// nil for the target's own.
  public var profile: Profile?
  /// Hold the spec against Fedora's Go packaging guideline, for the `review` format.
  package var checksGuideline = false
  /// Findings less sure than this are left out.
  public var minimumConfidence = Confidence.medium
  /// Findings from this severity on make a file one that fails.
  public var failOn = FailureThreshold.warning

  /// Whether its target is one of all, none that somebody has named.
  private var isForAllTargets = false

  public init() {}

  /// The same for each of its targets.
  var forEachTarget: [LintOptions] {
    evaluation.forEachTarget.map { evaluation in
      var options = self
      options.isForAllTargets = self.evaluation.targets == Target.bundled
      options.evaluation = evaluation
      return options
    }
  }

  var ruleSettings: RuleSettings {
    let builder: RuleSettings.Builder =
      switch builder {
      case .official: .official
      case .copr: .copr
      case .local: .local
      case .any: .any
      }
    return RuleSettings(
      builder: builder, namesTarget: !isForAllTargets && ![.auto, .host].contains(evaluation.target),
      profile: profile.flatMap { SpecRules.Profile(rawValue: $0.rawValue) })
  }

  var rulePersona: SpecRules.Persona {
    switch persona {
    case .regular: .regular
    case .pedantic: .pedantic
    }
  }
}
