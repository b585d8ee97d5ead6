package import Diagnostics
import GoBuild
import MacroExpansion
import ShellSyntax
package import SpecRules
import SpecSyntax

/// Tries rewrites on copies of a spec.
///
/// The edited spec is read again, for every branch, its shell is parsed, its go commands are followed and all rules judge it.
/// A rewrite is as promised when its finding is gone and no other comes or goes, when only lines that it edits, or that macros
/// gave which it edits, are different afterwards, when tags, sections and the files' list are the same, and when every go command
/// sees what it saw before, but for what the rewrite promises to change.
///
/// Not shown: that a build which succeeded still does; what other programs than go make of their environment.
package struct FixVerifier {
  private let input: SpecInput
  private let before: SpecReadings
  private let reader: TrialReader
  private let settings: RuleSettings

  /// - Returns: nil where the spec cannot be read.
  package init?(_ input: SpecInput, with reader: TrialReader, settings: RuleSettings) {
    guard let before = SpecReadings(with: reader, settings: settings) else { return nil }
    self.input = input
    self.before = before
    self.reader = reader
    self.settings = settings
  }

  /// - Parameter findings: What the rewrite is to remove.
  /// - Parameter mayBeAbsent: Whether the findings are those of another target, and need not show on this one.
  package func verdict(on fix: FixIt, of findings: [Diagnostic], mayBeAbsent: Bool = false) -> FixVerdict {
    verdict(on: trial(of: fix.edits), fix.promise, of: findings, mayBeAbsent: mayBeAbsent).worse(doubt)
  }

  /// What each of many rewrites does alone, in the order given; nil for those that were not tried in time.
  ///
  /// - Parameter mayBeAbsent: Whether the findings are those of another target, and need not show on this one.
  /// - Parameter deadline: When no further trial begins; nil for never.
  package func verdicts(
    on rewrites: [Rewrite], mayBeAbsent: Bool = false, until deadline: ContinuousClock.Instant? = nil
  ) -> [FixVerdict?] {
    var trials = FixTrials(rewrites, with: self, mayBeAbsent: mayBeAbsent, until: deadline)
    trials.run()
    return trials.verdicts.map { $0?.worse(doubt) }
  }

  /// A copy of the spec with edits, read.
  enum Trial {
    case read(EditedText, [SpecReadings.Reading])
    case refused(FixFault)
  }

  func trial(of edits: [TextEdit]) -> Trial {
    guard let edited = EditedText(input.bytes, edits: edits) else { return .refused(.unusableEdits) }
    if let change = untouchable(edits) { return .refused(.changes(change)) }
    let copy = SpecInput(path: input.path, bytes: edited.bytes)
    guard let after = before.readings(of: copy, after: edited, with: reader, settings: settings) else {
      return .refused(.unreadable)
    }
    return .read(edited, after)
  }

  /// What a trial shows, whatever is to be doubted of the whole spec.
  func verdict(on trial: Trial, _ promise: FixPromise, of findings: [Diagnostic], mayBeAbsent: Bool) -> FixVerdict {
    switch trial {
    case .refused(let fault): return .refused(fault)
    case .read(let edited, let after):
      var verdict = FixVerdict.asPromised
      for (old, new) in zip(before.readings, after) {
        verdict = verdict.worse(ReadingComparison(old, new, edited, promise).verdict)
      }
      return verdict.worse(findingsVerdict(findings, after, edited, mayBeAbsent))
    }
  }

  /// Why nothing can be shown of this spec.
  private var doubt: FixVerdict {
    if before.leftOut > 0 { return .unsafe(.untriedConditions) }
    let unread = before.readings[0].build.spec.problems.contains { $0.id.hidesText }
    return unread ? .unsafe(.unreadText) : .asPromised
  }

  /// `%changelog` and `Release` are the packager's own.
  private func untouchable(_ edits: [TextEdit]) -> SpecChange? {
    let spec = before.readings[0].build.spec
    let source = SourceFile(path: input.path, bytes: input.bytes)
    for (index, section) in spec.sections.enumerated() where section.keyword == .changelog {
      let start = source.offset(of: SourceLocation(line: section.line, column: 1)) ?? 0
      let next = spec.sections.dropFirst(index + 1).first.flatMap { source.offset(of: SourceLocation(line: $0.line, column: 1)) }
      let end = next ?? source.bytes.count
      // What is put in before its header is not in it.
      if edits.contains(where: {
        $0.range.upperBound > start && $0.range.lowerBound < end
          || $0.range.isEmpty && $0.range.lowerBound > start && $0.range.lowerBound <= end && end == source.bytes.count
      }) {
        return .changelog
      }
    }
    let isRelease = spec.tags.contains { tag in
      tag.name.lowercased() == "release" && tag.file == 0 && edits.contains { $0.range.overlaps(tag.range) }
    }
    return isRelease ? .release : nil
  }

  // MARK: Findings

  /// The findings that the rewrite is for must be gone from every reading; no other may come, and none should go.
  private func findingsVerdict(_ findings: [Diagnostic], _ after: [SpecReadings.Reading], _ edited: EditedText, _ mayBeAbsent: Bool)
    -> FixVerdict
  {
    let original = SourceFile(path: input.path, bytes: input.bytes)
    let copy = SourceFile(path: input.path, bytes: edited.bytes)
    let own = FindingKey.counts(findings.map { FindingKey($0, in: original, edited) })
    var met: Set<FindingKey> = []
    var verdict = FixVerdict.asPromised
    for (old, new) in zip(before.readings, after) {
      let known = FindingKey.counts(old.findings.map { FindingKey($0, in: original, edited) })
      let found = FindingKey.counts(new.findings.map { FindingKey($0, in: copy, nil) })
      for (key, count) in known where own[key] != nil {
        met.insert(key)
        if found[key, default: 0] >= count { return .refused(.keepsFinding) }
      }
      let shown = FindingKey.counts(new.findings.filter { $0.confidence > .low }.map { FindingKey($0, in: copy, nil) })
      let added = shown.filter { $0.value > known[$0.key, default: 0] && !wasSaid($0.key.rule, by: findings) }.keys.map(\.rule).sorted()
      if let rule = added.first { return .refused(.bringsFinding(rule: rule)) }
      let removed = known.filter { own[$0.key] == nil && $0.value > found[$0.key, default: 0] }.keys.map(\.rule).sorted()
      if let rule = removed.first(where: { rule in !findings.contains { $0.rule == rule } }) {
        verdict = verdict.worse(.unsafe(.removesFinding(rule: rule)))
      }
    }
    return met.count == own.count || mayBeAbsent ? verdict : .refused(.absentFinding)
  }
}

/// Whether a rule's finding was there before, and others that speak first named it.
private func wasSaid(_ rule: String, by findings: [Diagnostic]) -> Bool {
  findings.contains { finding in finding.notes.contains { $0.rules.contains(rule) } }
}

/// A finding as it can be found again in the edited spec: by rule and place.
private struct FindingKey: Hashable {
  let rule: String
  let file: String
  /// In the edited spec, for findings in the spec itself; else the line.
  let place: Int

  init(_ diagnostic: Diagnostic, in source: SourceFile, _ edited: EditedText?) {
    rule = diagnostic.rule
    file = diagnostic.place.file
    if file == source.path, let offset = source.offset(of: diagnostic.place.start) {
      place = edited?.offset(after: offset) ?? offset
    } else {
      place = diagnostic.place.start.line
    }
  }

  static func counts(_ keys: [FindingKey]) -> [FindingKey: Int] {
    Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
