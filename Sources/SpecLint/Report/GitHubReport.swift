import Diagnostics

/// Workflow commands, which GitHub Actions turns into annotations beside the lines they speak of.
///
/// The format is that of actions/toolkit's `command.ts`: data and properties are escaped, each in its own way. GitHub shows ten
/// annotations of each severity for a step.
package struct GitHubReport: Report {
  package static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8] {
    var text = ""
    for file in run.files {
      for diagnostic in file.diagnostics { text += command(for: diagnostic, in: run) }
      if let failure = file.failure { text += "::error title=rpmscope::\(escaped(data: "\(file.path): \(failure)"))\n" }
    }
    return Array(text.utf8)
  }

  private static func command(for diagnostic: Diagnostic, in run: LintRun) -> String {
    let name =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    let (start, end) = (diagnostic.place.start, diagnostic.place.end)
    var properties = [("title", diagnostic.rule), ("file", run.relativePath(diagnostic.place.file)), ("line", String(start.line))]
    properties.append(("endLine", String(end.line)))
    // GitHub refuses columns of a range that spans lines.
    if start.line == end.line { properties += [("col", String(start.column)), ("endColumn", String(end.column))] }
    let notes = diagnostic.shownNotes.map { note in note.place.map { "\(note.message) (line \($0.start.line))" } ?? note.message }
    let message = ([diagnostic.message] + diagnostic.circumstances + notes).joined(separator: "\n")
    let list = properties.map { "\($0.0)=\(escaped(property: $0.1))" }.joined(separator: ",")
    return "::\(name) \(list)::\(escaped(data: message))\n"
  }

  private static func escaped(data: String) -> String {
    TerminalText.display(data, keepingLines: true).replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func escaped(property: String) -> String {
    escaped(data: property).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
