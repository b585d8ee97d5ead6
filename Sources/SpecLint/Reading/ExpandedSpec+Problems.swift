package import Diagnostics
package import MacroExpansion
import SpecRules

extension ExpandedSpec {
  /// What went wrong while it was read, as diagnostics; Lua calls that are not run here have a rule, `side-effect-at-parse-time`.
  package var diagnosedProblems: [Diagnostic] {
    problems.compactMap { problem in
      if case .refusedCall = problem.cause { return nil }
      return Diagnostic(
        rule: problem.id.rawValue, severity: problem.severity, message: problem.message,
        place: place(problem.source),
        fixes: rewrites(of: problem))
    }
  }
}
