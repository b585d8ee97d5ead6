import Diagnostics

extension FileReport {
  /// Takes out what comments in the spec and its includes suppress, and adds what is wrong with the spec's own comments.
  ///
  /// - Parameter tellsUnused: Whether everything was judged that a comment could speak of.
  mutating func suppress(selection: RuleSelection, tellsUnused: Bool) {
    for (index, source) in sources.enumerated() {
      let comments = SuppressionComments(source)
      guard !comments.isEmpty else { continue }
      let used = silence(comments.suppressions, in: source)
      // An include may serve several specs; what one of them does not need, another may.
      guard index == 0 else { continue }
      diagnostics += problems(of: comments, in: source).filter { selection.contains($0.rule) }
      guard tellsUnused, selection.contains(SuppressionProblem.unusedSuppression.rawValue) else { continue }
      for (suppression, used) in zip(comments.suppressions, used) {
        for target in suppression.targets where !used.contains(target.id) && selection.containsForEveryProfile(target.id) {
          guard DescribedRule.named(target.id) != nil else { continue }
          diagnostics.append(Self.problem(.unusedSuppression, "there is no '\(target.id)' to suppress here", at: target.range, in: source))
        }
      }
    }
  }

  /// Moves what is suppressed to the silenced findings.
  ///
  /// - Returns: for each suppression the rules that it was needed for.
  private mutating func silence(_ suppressions: [Suppression], in source: SourceFile) -> [Set<String>] {
    var used: [Set<String>] = Array(repeating: [], count: suppressions.count)
    var kept: [Diagnostic] = []
    for diagnostic in diagnostics {
      let matches = suppressions.indices.filter { suppressions[$0].covers(diagnostic, in: source) }
      for match in matches { used[match].insert(diagnostic.rule) }
      if let first = matches.first {
        silenced.append(SilencedFinding(diagnostic, cause: .comment(reason: suppressions[first].reason)))
      } else {
        kept.append(diagnostic)
      }
    }
    diagnostics = kept
    return used
  }

  private func problems(of comments: SuppressionComments, in source: SourceFile) -> [Diagnostic] {
    let unknown = comments.suppressions.flatMap(\.targets).filter { DescribedRule.named($0.id) == nil }
    return unknown.map { Self.problem(.unknownSuppression, DescribedRule.unknown($0.id).description, at: $0.range, in: source) }
      + comments.malformed.map {
        Self.problem(.unknownSuppression, "this suppresses nothing; the form is 'rpmscope: ignore[RULE] reason'", at: $0, in: source)
      }
  }

  private static func problem(_ problem: SuppressionProblem, _ message: String, at range: ByteRange, in source: SourceFile) -> Diagnostic {
    let place = FileRange(
      file: source.path, start: source.location(of: range.lowerBound), end: source.location(of: range.upperBound))
    return Diagnostic(rule: problem.rawValue, severity: problem.severity, message: message, place: place)
  }
}

extension Suppression {
  fileprivate func covers(_ diagnostic: Diagnostic, in source: SourceFile) -> Bool {
    diagnostic.place.file == source.path && covers(line: diagnostic.place.start.line) && targets.contains { $0.id == diagnostic.rule }
  }
}

extension SuppressionComments {
  fileprivate var isEmpty: Bool { suppressions.isEmpty && malformed.isEmpty }
}
