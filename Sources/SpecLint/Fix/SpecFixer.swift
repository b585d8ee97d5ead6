package import Diagnostics

/// Which rewrites are applied.
package struct FixOptions: Sendable {
  /// Also those that only the packager can judge.
  package var appliesUnsafe = false
  /// Only rewrites of these rules; empty for all.
  package var only: [DescribedRule] = []

  package init() {}
}

/// A spec after its rewrites.
public struct FixedSpec: Sendable {
  /// A rewrite that was made.
  public struct AppliedFix: Sendable, Hashable {
    public let rule: String
    public let title: String
  }

  public let bytes: [UInt8]
  /// In the order in which they were applied.
  public let applied: [AppliedFix]
  /// Whether nothing is left to apply; false where the limit of rounds was met.
  public let isSettled: Bool
  /// What is found in the spec as it is now.
  public let report: FileReport
  /// What was found in it before.
  package let original: FileReport
}

/// Applies rewrites to specs, in rounds, until there is nothing left to apply.
///
/// In each round the spec is linted, and all rewrites that do not overlap are applied; those that do wait for the next round, in
/// which they may look different. Several rewrites at once are tried together before they are applied together.
package struct SpecFixer {
  /// More rounds than overlapping rewrites of one place ever need.
  package static let roundLimit = 10

  private let linter: Linter
  private let options: FixOptions
  private let known: Baseline?

  /// - Parameters:
  ///   - linter: With `LintOptions.fixes` set to `.verified`; another one offers nothing to apply.
  ///   - options: Which of the rewrites are made.
  ///   - known: Findings that stay.
  package init(_ linter: Linter, _ options: FixOptions = FixOptions(), known: Baseline? = nil) {
    self.linter = linter
    self.options = options
    self.known = known
  }

  /// Rewrites one spec; its file stays as it is.
  package func fix(_ input: SpecInput) -> FixedSpec {
    var current = input
    var applied: [FixedSpec.AppliedFix] = []
    let original = linter.lint(current)
    var report = original
    for _ in 0..<Self.roundLimit {
      let chosen = chosenRewrites(report, current)
      guard !chosen.isEmpty, let edited = EditedText(current.bytes, edits: chosen.flatMap(\.fix.edits)), edited.bytes != current.bytes
      else {
        return FixedSpec(bytes: current.bytes, applied: applied, isSettled: true, report: report, original: original)
      }
      current = SpecInput(path: input.path, bytes: edited.bytes)
      applied += chosen.map { FixedSpec.AppliedFix(rule: $0.finding.rule, title: $0.fix.title) }
      report = linter.lint(current)
    }
    return FixedSpec(bytes: current.bytes, applied: applied, isSettled: candidates(report).isEmpty, report: report, original: original)
  }

  // MARK: A round

  /// The rewrites of this round: those that do not overlap, if they stand the trial together, else the first.
  private func chosenRewrites(_ report: FileReport, _ input: SpecInput) -> [Rewrite] {
    var chosen: [Rewrite] = []
    for candidate in candidates(report) where !chosen.contains(where: { $0.touches(candidate) }) { chosen.append(candidate) }
    guard chosen.count > 1, !linter.accepts(chosen, of: input, orUnsafe: options.appliesUnsafe) else { return chosen }
    return [chosen[0]]
  }

  /// For every finding the first of its rewrites that may be applied, in the order of the spec.
  private func candidates(_ report: FileReport) -> [Rewrite] {
    var report = report
    _ = known?.apply(to: &report)
    let rewrites = report.diagnostics.compactMap { finding -> Rewrite? in
      guard options.only.isEmpty || options.only.contains(where: { $0.id == finding.rule }) else { return nil }
      let fix = finding.fixes.first { $0.applicability == .safe } ?? (options.appliesUnsafe ? finding.fixes.first : nil)
      return fix.map { Rewrite(finding: finding, fix: $0) }
    }
    return rewrites.sorted { ($0.start, $0.finding.rule) < ($1.start, $1.finding.rule) }
  }
}

/// A finding with the rewrite that was chosen for it.
package struct Rewrite: Sendable, Hashable {
  package let finding: Diagnostic
  package let fix: FixIt

  package init(finding: Diagnostic, fix: FixIt) {
    self.finding = finding
    self.fix = fix
  }

  var start: Int { fix.edits.first?.range.lowerBound ?? 0 }

  /// Whether edits overlap, or meet, so that their order would matter; the same edits for two findings also do.
  func touches(_ other: Rewrite) -> Bool {
    fix.edits.contains { edit in
      other.fix.edits.contains { edit.range.lowerBound <= $0.range.upperBound && $0.range.lowerBound <= edit.range.upperBound }
    }
  }
}
