import Diagnostics

/// What one spec was found to hold on each of several targets, made one report.
struct TargetReports {
  private let reports: [FileReport]

  init(_ reports: [FileReport]) { self.reports = reports }

  /// A finding that holds on several targets stands once, with their names.
  ///
  /// Rule and place make it the same; its words are those of the first target, since folders have other names on others, or of the
  /// first on which it holds under no condition.
  /// That a suppression is not needed holds only where it is needed on none.
  var merged: FileReport {
    if let failed = reports.first(where: { $0.failure != nil }) ?? reports.first(where: { $0.target == nil }) { return failed }
    guard let first = reports.first else { return FileReport(path: "", failure: "no target") }
    var merged = FileReport(path: first.path, target: names.joined(separator: ","), diagnostics: [], sources: sources)
    let silenced = grouped { $0.silenced.map(\.diagnostic) }
    let causes = Dictionary(reports.flatMap(\.silenced).map { (Finding($0.diagnostic, 0), $0.cause) }) { first, _ in first }
    for (finding, group) in silenced {
      let diagnostic = joined(group)
      if let cause = causes[finding.first] { merged.silenced.append(SilencedFinding(diagnostic, cause: cause)) }
    }
    for (_, group) in grouped(\.diagnostics) {
      let isEverywhere = group.count == reports.count
      if group.first?.diagnostic.rule == SuppressionProblem.unusedSuppression.rawValue, !isEverywhere { continue }
      merged.diagnostics.append(joined(group))
    }
    merged.failOn = first.failOn
    merged.selection = first.selection
    merged.isComplete = reports.allSatisfy(\.isComplete)
    // The guideline is Fedora's.
    merged.guideline = (reports.first { $0.target == "fedora" } ?? first).guideline
    merged.takeFingerprints()
    merged.diagnostics = DiagnosticCollection.sorted(merged.diagnostics, atLeast: .low)
    return merged
  }

  private var names: [String] {
    var names: [String] = []
    for name in reports.compactMap(\.target) where !names.contains(name) { names.append(name) }
    return names
  }

  /// The spec and every file that it includes on some target.
  private var sources: [SourceFile] {
    var sources: [SourceFile] = []
    for source in reports.flatMap(\.sources) where !sources.contains(where: { $0.path == source.path }) { sources.append(source) }
    return sources
  }

  // MARK: Groups

  private struct Finding: Hashable {
    let rule: String
    let place: FileRange
    /// Of several of one rule at one place the how-manieth.
    let number: Int

    init(_ diagnostic: Diagnostic, _ number: Int) {
      rule = diagnostic.rule
      place = diagnostic.place
      self.number = number
    }

    var first: Finding { Finding(rule: rule, place: place) }

    private init(rule: String, place: FileRange) {
      self.rule = rule
      self.place = place
      number = 0
    }
  }

  private typealias Member = (report: FileReport, diagnostic: Diagnostic)

  /// The same finding of all targets, in the order in which they come up.
  private func grouped(_ diagnostics: (FileReport) -> [Diagnostic]) -> [(Finding, [Member])] {
    var order: [Finding] = []
    var groups: [Finding: [Member]] = [:]
    for report in reports {
      var counts: [Finding: Int] = [:]
      for diagnostic in diagnostics(report) {
        let first = Finding(diagnostic, 0)
        let finding = Finding(diagnostic, counts[first, default: 0])
        counts[first, default: 0] += 1
        if groups[finding] == nil { order.append(finding) }
        groups[finding, default: []].append((report, diagnostic))
      }
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// One finding for all, as bad and as sure as it is anywhere, with the rewrites that are offered everywhere.
  private func joined(_ group: [Member]) -> Diagnostic {
    let first = (group.first { $0.diagnostic.condition == nil } ?? group[0]).diagnostic
    let others = group.filter { $0.diagnostic.condition != first.condition }.compactMap { member in
      member.diagnostic.condition.map { Note("on \(member.report.target ?? "") it holds when \($0)") }
    }
    let fixes = first.fixes.compactMap { fix in Self.worst(of: group.map { $0.diagnostic.fixes.first(where: fix.isSameRewrite) }) }
    var refusals: [Note] = []
    for note in group.flatMap(\.diagnostic.notes) where note.isOnTrial && !(first.notes + refusals).contains(note) {
      refusals.append(note)
    }
    var joined = Diagnostic(
      rule: first.rule, severity: group.map(\.diagnostic.severity).max() ?? first.severity,
      confidence: group.map(\.diagnostic.confidence).max() ?? first.confidence, message: first.message, place: first.place,
      notes: first.notes + others + refusals, condition: first.condition, fixes: fixes)
    joined.targets = names.filter { name in group.contains { $0.report.target == name } }
    return joined
  }

  /// What is offered of a rewrite that is judged on each target; nil where one does not offer it.
  private static func worst(of offers: [FixIt?]) -> FixIt? {
    let offered = offers.compactMap(\.self)
    return offered.count == offers.count ? offered.first { $0.applicability == .unsafe } ?? offered.first : nil
  }
}

extension FixIt {
  /// Whether another is the same rewrite, however safe.
  fileprivate func isSameRewrite(_ other: FixIt) -> Bool { title == other.title && edits == other.edits && promise == other.promise }
}
