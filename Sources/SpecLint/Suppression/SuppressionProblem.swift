package import Diagnostics

/// What can be wrong with the comments that suppress findings.
package enum SuppressionProblem: String, CaseIterable, Sendable {
  case unknownSuppression = "unknown-suppression"
  case unusedSuppression = "unused-suppression"

  package var severity: Severity {
    switch self {
    case .unknownSuppression: .warning
    // Another target, builder or rpm may well have found what this one does not.
    case .unusedSuppression: .info
    }
  }

  package var summary: String {
    switch self {
    case .unknownSuppression: "A comment asks to suppress findings of a rule that does not exist, or cannot be understood."
    case .unusedSuppression: "A comment suppresses findings that are not there."
    }
  }

  package var page: String {
    switch self {
    case .unknownSuppression:
      """
      \(summary)

      A misspelt id suppresses nothing, and nobody would notice. The form is

      ```
      # rpmscope: ignore[rule-id, other-rule] why that is right here
      ```

      above a line, or behind the command of a scriptlet, and `# rpmscope: ignore-file[rule-id] why` anywhere for the whole spec.
      """
    case .unusedSuppression:
      """
      \(summary)

      It would hide the next finding of its rule on that line. Remove the id, or the comment with its last id. It is told only when
      all branches of the spec were judged and the rule is among those that speak; a finding that less sure ones
      (`--min-confidence`) hide counts as there.
      """
    }
  }
}
