import Diagnostics

/// Findings as people read them: place, rule, message, the source line with carets, and the chain that led there.
package struct TextReport: Report {
  package private(set) var text = ""
  private let style: ReportStyle
  /// The rules whose help has been given.
  private var helped: Set<String> = []

  package init(_ style: ReportStyle = ReportStyle()) {
    self.style = style
  }

  package static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8] {
    var report = TextReport(style)
    for file in run.files { report.append(file) }
    report.appendEnd(of: run)
    return Array(report.text.utf8)
  }

  /// Gives out what was appended so far and begins anew; rules whose help was given stay known.
  package mutating func takeText() -> String {
    defer { text = "" }
    return text
  }

  /// What is said once for all files, behind the last of them.
  package mutating func appendEnd(of run: LintRun) {
    if style.showsStatistics {
      append(run.statistics)
      if let effort = run.effort { append(effort) }
    }
    guard !style.isQuiet else { return }
    append(fixed: run.fixed)
    append(targetsOf: run.files)
    appendExplanation(of: run.statistics)
    append(run.summary)
  }

  package mutating func append(_ report: FileReport) {
    for group in Self.groups(report.diagnostics) { append(group, sources: report.sources) }
  }

  /// Findings with what says the same of the same line.
  private static func groups(_ diagnostics: [Diagnostic]) -> [[Diagnostic]] {
    var groups: [[Diagnostic]] = []
    for diagnostic in diagnostics {
      let index = groups.firstIndex { group in
        group[0].place.start.line == diagnostic.place.start.line && group[0].place.end.line == diagnostic.place.end.line
          && group[0].saysTheSame(as: diagnostic)
      }
      if let index { groups[index].append(diagnostic) } else { groups.append([diagnostic]) }
    }
    return groups
  }

  // MARK: One finding

  private mutating func append(_ group: [Diagnostic], sources: [SourceFile]) {
    let diagnostic = group[0]
    let ink = Ink(diagnostic.severity)
    let rule = style.hyperlinks?.linked(diagnostic.rule, to: diagnostic.rule) ?? diagnostic.rule
    text += "\(inked(Self.describe(diagnostic.place), .bold)): \(inked("\(diagnostic.severity.rawValue)[\(rule)]", ink)): "
    text += "\(TerminalText.display(diagnostic.message))\(group.count > 1 ? " (\(group.count) times on this line)" : "")\n"
    appendExcerpt(of: diagnostic.place, in: sources, ink: ink)
    if let condition = diagnostic.condition {
      text += "  \(inked("note", .note)): holds when \(TerminalText.display(condition))\n"
    }
    if !diagnostic.targets.isEmpty { text += "  \(inked("note", .note)): on \(diagnostic.targets.joined(separator: ", "))\n" }
    for note in style.isVerbose ? diagnostic.notes : diagnostic.shownNotes { append(note, sources: sources, after: diagnostic.place) }
    for fix in diagnostic.fixes {
      text +=
        "  \(inked("\(fix.applicability.rawValue) fix", .fix)): \(TerminalText.display(fix.title))\(fix.reason.map { " (\(TerminalText.display($0)))" } ?? "")\n"
    }
    if diagnostic.fixes.isEmpty { appendHelp(for: diagnostic.rule) }
    text += "\n"
  }

  /// What to write instead, once for each rule.
  private mutating func appendHelp(for rule: String) {
    guard !style.isQuiet, let help = DescribedRule.named(rule)?.help, helped.insert(rule).inserted else { return }
    text += "  \(inked("help", .fix)): \(help)\n"
  }

  private mutating func append(_ note: Note, sources: [SourceFile], after shown: FileRange) {
    text += "  \(inked("note", .note)): \(TerminalText.display(note.message))"
    guard let place = note.place else {
      text += "\n"
      return
    }
    text += " (\(Self.describe(place)))\n"
    if place != shown { appendExcerpt(of: place, in: sources, ink: .note) }
  }

  private static func describe(_ place: FileRange) -> String {
    let file = TerminalText.display(place.file)
    // GitHub Actions takes a line that begins so for a command.
    let prefix = file.hasPrefix("::") || file.hasPrefix("##[") ? "./" : ""
    return "\(prefix)\(file):\(place.start.line):\(place.start.column)"
  }

  /// The line of a place with carets below it; nothing for a file that is not at hand.
  private mutating func appendExcerpt(of place: FileRange, in sources: [SourceFile], ink: Ink) {
    guard let source = sources.first(where: { $0.path == place.file }), place.start.line <= source.lineStarts.count else { return }
    let line = source.line(place.start.line)
    let number = String(place.start.line)
    let margin = String(repeating: " ", count: number.count)
    let excerpt = Excerpt(
      line: line, start: place.start.column, end: place.end.line == place.start.line ? place.end.column : line.count + 1,
      width: style.width.map { max(24, $0 - number.count - 5) } ?? Excerpt.defaultWidth)
    text += "  \(number) | \(excerpt.line)\n"
    text += "  \(margin) | \(excerpt.indentation)\(inked(excerpt.carets, ink))\n"
  }

  // MARK: What is said at the end

  private mutating func append(_ statistics: [RuleCount]) {
    let counts = statistics.map { String($0.findings) }
    let width = counts.map(\.count).max() ?? 0
    for (row, count) in zip(statistics, counts) {
      let severity = row.key.severity.rawValue
      text += String(repeating: " ", count: width - count.count) + "\(count)  \(inked(severity, Ink(row.key.severity)))"
      text += String(repeating: " ", count: 9 - severity.count) + "\(row.key.rule)\n"
    }
    if !statistics.isEmpty { text += "\n" }
  }

  private mutating func append(_ effort: LintEffort) {
    let seconds = (effort.seconds * 10).rounded() / 10
    text += "\(Count.of(effort.evaluations, "evaluation")) of \(Count.of(effort.specs, "spec")) in \(seconds) s\n\n"
  }

  private mutating func append(fixed: [Baseline.Entry]) {
    guard !fixed.isEmpty else { return }
    for entry in fixed { text += "\(TerminalText.display(entry.file)): \(entry.rule) is in the baseline but no longer found\n" }
    text +=
      "\(Count.of(fixed.count, "finding")) in the baseline no longer found; --write-baseline takes \(fixed.count == 1 ? "it" : "them") out\n\n"
  }

  /// For whom specs were read where the tool has chosen: the reason for a single one, else how many for whom.
  private mutating func append(targetsOf files: [FileReport]) {
    let chosen = files.filter { !$0.targetReason.isEmpty }
    guard let first = chosen.first, let target = first.target else { return }
    if files.count == 1 {
      text += "read for \(target): \(TerminalText.display(first.targetReason))\n"
    } else {
      let counts = Dictionary(grouping: chosen.compactMap(\.target), by: \.self).mapValues(\.count)
      let names = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) (\($0.value))" }
      text += "read for \(names.joined(separator: ", ")); '--target' names one\n"
    }
  }

  /// Where to read more, for the worst that was found.
  private mutating func appendExplanation(of statistics: [RuleCount]) {
    guard let rule = statistics.first?.key.rule else { return }
    text += "for more information about a rule, try 'rpmscope explain \(rule)'\n"
  }

  /// The last line: how much was found.
  private mutating func append(_ summary: ReportSummary) {
    // Of files that cannot be read there is nothing to count.
    guard summary.read > 0 || summary.failures == 0 else { return }
    let counts = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info")]
    let found = counts.filter { $0.0 > 0 }.map { Count.of($0.0, $0.1) }.joined(separator: ", ")
    text += summary.worst == nil ? "no findings" : "found \(found)"
    text += " in \(Count.of(summary.read, "file"))"
    let rest = [(summary.suppressed, "suppressed"), (summary.known, "in the baseline"), (summary.skipped, "skipped")]
    text += rest.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
    if summary.fixable > 0 { text += ", \(summary.fixable) fixable with '--fix'" }
    if summary.unsafelyFixable > 0 {
      text += ", \(summary.unsafelyFixable) \(summary.fixable > 0 ? "more" : "fixable") with '--fix --unsafe-fixes'"
    }
    text += "\n"
  }

  // MARK: Colour

  private enum Ink: String {
    case error = "1;31"
    case warning = "1;33"
    case info = "1;34"
    case note = "36"
    case fix = "32"
    case bold = "1"

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .info: self = .info
      }
    }
  }

  private func inked(_ text: String, _ ink: Ink) -> String {
    style.isColored ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Diagnostic {
  /// Whether two findings differ in nothing but their place.
  fileprivate func saysTheSame(as other: Diagnostic) -> Bool {
    (rule, message, severity) == (other.rule, other.message, other.severity) && condition == other.condition && targets == other.targets
      && place.file == other.place.file
  }
}
