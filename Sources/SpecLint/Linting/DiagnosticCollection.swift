package import Diagnostics

/// The list of a spec's findings.
package enum DiagnosticCollection {
  /// By file and place, each finding once.
  package static func sorted(_ diagnostics: [Diagnostic], atLeast confidence: Confidence) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { $0.confidence >= confidence && seen.insert($0).inserted }
      .sorted { ($0.place.start, $0.place.end, $0.rule, $0.message) < ($1.place.start, $1.place.end, $1.rule, $1.message) }
  }
}
