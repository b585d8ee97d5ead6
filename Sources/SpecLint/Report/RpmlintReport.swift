import Diagnostics

/// rpmlint's lines, so that filters written for it apply: `hello.spec:25: W: module-cache-per-build 'go mod download' …`.
///
/// The file goes without its folder, as rpmlint 2 has it (`Filter.add_info` in its filter.py).
package struct RpmlintReport: Report {
  package static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8] {
    var text = ""
    for file in run.files {
      for diagnostic in file.diagnostics {
        let name = diagnostic.place.file.split(separator: "/").last.map(String.init) ?? diagnostic.place.file
        let words = "\(letter(diagnostic.severity)): \(diagnostic.rule) \(diagnostic.message)"
        text += TerminalText.display("\(name):\(diagnostic.place.start.line): \(words)") + "\n"
      }
    }
    if !style.isQuiet {
      let summary = run.summary
      text += " 0 packages and \(summary.read) specfiles checked; \(summary.errors) errors, \(summary.warnings) warnings\n"
    }
    return Array(text.utf8)
  }

  private static func letter(_ severity: Severity) -> String {
    switch severity {
    case .error: "E"
    case .warning: "W"
    case .info: "I"
    }
  }
}
