package import Diagnostics
import MacroExpansion
package import SpecRules

/// From a spec to the list of its findings.
package enum DiagnosticCollection {
  /// What went wrong while the spec was read, and what the selected rules say.
  package static func found(in context: RuleContext, selection: RuleSelection) -> [Diagnostic] {
    context.spec.diagnosedProblems.filter { selection.contains($0.rule) }
      + selection.rules(for: context).flatMap { $0.rule.check(context) }
  }

  /// By file and place, each finding once.
  package static func sorted(_ diagnostics: [Diagnostic], atLeast confidence: Confidence) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { $0.confidence >= confidence && seen.insert($0).inserted }
      .sorted { ($0.place.start, $0.place.end, $0.rule, $0.message) < ($1.place.start, $1.place.end, $1.rule, $1.message) }
  }
}
