package import Diagnostics

/// The keys of `.rpmscope.yml`; those that are options of `lint` as well have the option's name.
///
/// Options that decide what the tool runs or reads (`--allow-shell`, `--load`) have no key, so that no spec's folder can set them.
package enum ConfigurationKey: String, Sendable, CaseIterable {
  case target, define, undefine, branches, builder, persona, profile, select, ignore, severity
  case minConfidence = "min-confidence"
  case failOn = "fail-on"
  case timeout, baseline, exclude, overrides

  /// What a value must be.
  package enum Shape: Sendable {
    case word(oneOf: [String])
    /// One or several with commas, or all.
    case targets
    case text
    case seconds
    /// Each like "NAME BODY".
    case definitions
    case names
    case rules
    case severities
    case globs
    case overrides
  }

  package var shape: Shape {
    switch self {
    case .target: .targets
    case .define: .definitions
    case .undefine: .names
    case .branches: .word(oneOf: LintOptions.Branches.allCases.map(\.rawValue))
    case .builder: .word(oneOf: LintOptions.Builder.allCases.map(\.rawValue))
    case .persona: .word(oneOf: LintOptions.Persona.allCases.map(\.rawValue))
    case .profile: .word(oneOf: LintOptions.Profile.allCases.map(\.rawValue))
    case .select, .ignore: .rules
    case .severity: .severities
    case .minConfidence: .word(oneOf: Confidence.allCases.map(\.rawValue))
    case .failOn: .word(oneOf: FailureThreshold.allCases.map(\.rawValue))
    case .timeout: .seconds
    case .baseline: .text
    case .exclude: .globs
    case .overrides: .overrides
    }
  }

  /// One sentence, for the schema.
  package var summary: String {
    switch self {
    case .target: "Macros to read specs with: auto, host, or a bundled set; several in a list or with commas, or all."
    case .define: "Macros to define, each as 'NAME BODY'."
    case .undefine: "Macros to undefine."
    case .branches: "Check only the branches that the target takes, or all of them."
    case .builder: "Who builds the package, which decides what a private cache costs."
    case .persona: "How much to report: faults (regular), or style too (pedantic)."
    case .profile: "Whose packaging guideline to hold specs against; that of the target by default."
    case .select: "Only these rules: ids, chapters, or patterns such as 'module-cache-*'."
    case .ignore: "All but these rules: ids, chapters, or patterns."
    case .severity: "Severities of rules, instead of their defaults."
    case .minConfidence: "Leave out findings below this confidence."
    case .failOn: "Exit with 1 if a finding has at least this severity."
    case .timeout: "Give up on a spec after this many seconds."
    case .baseline: "A file of known findings; the path counts from this file's folder."
    case .exclude: "Specs to leave out: patterns as in .gitignore, which count from this file's folder."
    case .overrides: "Settings for some of the specs; later ones take precedence."
    }
  }

  /// Whether it is allowed in `overrides`.
  package var isForSomeFiles: Bool {
    switch self {
    case .target, .define, .undefine, .branches, .builder, .persona, .profile,
      .select, .ignore, .severity, .minConfidence, .failOn, .timeout:
      true
    case .baseline, .exclude, .overrides: false
    }
  }
}

/// From which severity on a finding fails the run.
public enum FailureThreshold: String, Sendable, CaseIterable {
  case error, warning, info, never

  package var severity: Severity? { Severity(rawValue: rawValue) }
}
