package import Diagnostics

/// Everything that one run of `lint` has to say.
package struct LintRun: Sendable {
  /// In the order of the command line.
  package let files: [FileReport]
  /// What the baseline knew and nobody finds any more.
  package let fixed: [Baseline.Entry]
  /// The folder that paths in machine formats count from; ends in a slash.
  package let root: String

  /// How often specs were read, and how many seconds it all took.
  package let effort: LintEffort?

  package init(files: [FileReport], fixed: [Baseline.Entry] = [], root: String = "/", effort: LintEffort? = nil) {
    self.files = files
    self.effort = effort
    self.fixed = fixed
    self.root = root
  }

  package var summary: ReportSummary { ReportSummary(files) }

  /// A path as viewers of a repository know it: below the root and relative, or absolute.
  package func relativePath(_ path: String) -> String { RootedPath.relative(path, to: root) }

  /// How often each rule spoke, the worst and most frequent first.
  package var statistics: [RuleCount] {
    var counts: [RuleCount.Key: Int] = [:]
    for diagnostic in files.flatMap(\.diagnostics) { counts[.init(rule: diagnostic.rule, severity: diagnostic.severity), default: 0] += 1 }
    return counts.map { RuleCount(key: $0.key, findings: $0.value) }.sorted {
      ($1.key.severity, $1.findings, $0.key.rule) < ($0.key.severity, $0.findings, $1.key.rule)
    }
  }
}

/// How often a rule spoke with one severity.
package struct RuleCount: Sendable {
  package struct Key: Sendable, Hashable {
    package let rule: String
    package let severity: Severity
  }
  package let key: Key
  package let findings: Int
}

/// What a run took.
package struct LintEffort: Sendable {
  package let specs: Int
  /// Readings: one for a spec and target, one for each branch, and those that say what a path is keyed by.
  package let evaluations: Int
  package let seconds: Double

  package init(specs: Int, evaluations: Int, seconds: Double) {
    self.specs = specs
    self.evaluations = evaluations
    self.seconds = seconds
  }
}
