import Diagnostics

/// Checkstyle's XML, which many CI systems and editors read.
package struct CheckstyleReport: Report {
  package static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("checkstyle", [("version", "4.3")]) { xml in
      for file in run.files where file.failure != nil || !file.diagnostics.isEmpty {
        xml.element("file", [("name", run.relativePath(file.path))]) { xml in
          for diagnostic in file.diagnostics { xml.element("error", attributes(of: diagnostic)) }
          if let failure = file.failure {
            xml.element("error", [("line", "1"), ("severity", "error"), ("message", failure), ("source", "rpmscope")])
          }
        }
      }
    }
    return Array(xml.text.utf8)
  }

  private static func attributes(of diagnostic: Diagnostic) -> [(String, String)] {
    [
      ("line", String(diagnostic.place.start.line)), ("column", String(diagnostic.place.start.column)),
      ("severity", diagnostic.severity.rawValue), ("message", diagnostic.message), ("source", "rpmscope.\(diagnostic.rule)"),
    ]
  }
}
