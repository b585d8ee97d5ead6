package import Diagnostics
package import MacroExpansion
import SpecRules

extension ExpandedSpec {
  /// What went wrong while it was read, as diagnostics.
  package var diagnosedProblems: [Diagnostic] {
    problems.map { problem in
      Diagnostic(
        rule: problem.id, severity: problem.severity, message: problem.message, place: place(file: problem.file, range: problem.range))
    }
  }
}
