import Diagnostics

/// Findings as people read them: place, rule, message, the source line with carets, and the chain that led there.
package struct TextReport {
  package private(set) var text = ""
  private let isColored: Bool

  package init(isColored: Bool = false) {
    self.isColored = isColored
  }

  package mutating func append(_ report: FileReport) {
    for diagnostic in report.diagnostics { append(diagnostic, sources: report.sources) }
  }

  /// The last line: how much was found.
  package mutating func append(_ summary: ReportSummary) {
    let read = summary.files - summary.failures
    guard summary.worst != nil else {
      text += "no findings in \(Self.count(read, "file"))\n"
      return
    }
    let counts = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info")]
    let found = counts.filter { $0.0 > 0 }.map { Self.count($0.0, $0.1) }.joined(separator: ", ")
    text += "found \(found) in \(Self.count(read, "file"))\n"
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private mutating func append(_ diagnostic: Diagnostic, sources: [SourceFile]) {
    let severity = styled("\(diagnostic.severity.rawValue)[\(diagnostic.rule)]", Style(diagnostic.severity))
    text += "\(styled(Self.describe(diagnostic.place), .bold)): \(severity): \(TerminalText.display(diagnostic.message))\n"
    appendExcerpt(of: diagnostic.place, in: sources, style: Style(diagnostic.severity))
    if let condition = diagnostic.condition {
      text += "  \(styled("note", .note)): holds when \(TerminalText.display(condition))\n"
    }
    for note in diagnostic.notes { append(note, sources: sources, after: diagnostic.place) }
    for fix in diagnostic.fixes {
      text += "  \(styled("\(fix.applicability.rawValue) fix", .fix)): \(TerminalText.display(fix.title))\n"
    }
    text += "\n"
  }

  private mutating func append(_ note: Note, sources: [SourceFile], after shown: FileRange) {
    text += "  \(styled("note", .note)): \(TerminalText.display(note.message))"
    guard let place = note.place else {
      text += "\n"
      return
    }
    text += " (\(Self.describe(place)))\n"
    if place != shown { appendExcerpt(of: place, in: sources, style: .note) }
  }

  private static func describe(_ place: FileRange) -> String {
    "\(TerminalText.display(place.file)):\(place.start.line):\(place.start.column)"
  }

  /// The line of a place with carets below it; nothing for a file that is not at hand.
  private mutating func appendExcerpt(of place: FileRange, in sources: [SourceFile], style: Style) {
    guard let source = sources.first(where: { $0.path == place.file }), place.start.line <= source.lineStarts.count else { return }
    let line = source.line(place.start.line)
    let excerpt = Excerpt(
      line: line, start: place.start.column, end: place.end.line == place.start.line ? place.end.column : line.count + 1)
    let number = String(place.start.line)
    let margin = String(repeating: " ", count: number.count)
    text += "  \(number) | \(excerpt.line)\n"
    text += "  \(margin) | \(excerpt.indentation)\(styled(excerpt.carets, style))\n"
  }

  // MARK: Colour

  private enum Style: String {
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

  private func styled(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
