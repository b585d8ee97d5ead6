import Diagnostics

/// JUnit's XML as CI systems read it: a suite for each file, a case for each finding, one that passes for a clean file.
///
/// A finding's case fails where the finding makes the run exit with 1, so that both agree; the others say theirs as output.
package struct JUnitReport: Report {
  package static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8] {
    var xml = XMLWriter()
    let summary = run.summary
    let tests = run.files.reduce(0) { $0 + max(1, $1.diagnostics.count) }
    xml.element(
      "testsuites",
      [
        ("name", "rpmscope"), ("tests", String(tests)), ("failures", String(run.files.reduce(0) { $0 + failures(of: $1) })),
        ("errors", String(summary.failures)),
      ]
    ) { xml in
      for file in run.files { write(&xml, file, in: run) }
    }
    return Array(xml.text.utf8)
  }

  private static func write(_ xml: inout XMLWriter, _ file: FileReport, in run: LintRun) {
    let path = run.relativePath(file.path)
    var (errors, skipped) = (0, 0)
    switch file.outcome {
    case .judged: break
    case .failed, .unwritten: errors = 1
    case .skipped: skipped = 1
    }
    let counts = [
      ("tests", max(1, file.diagnostics.count)), ("failures", failures(of: file)), ("errors", errors), ("skipped", skipped),
    ]
    xml.element("testsuite", [("name", path)] + counts.map { ($0.0, String($0.1)) }) { xml in
      for diagnostic in file.diagnostics { write(&xml, diagnostic, fails: file.fails(diagnostic), path: path) }
      guard file.diagnostics.isEmpty || errors > 0 else { return }
      xml.element("testcase", [("name", "rpmscope"), ("classname", path)], outcome(file.outcome))
    }
  }

  private static func failures(of file: FileReport) -> Int { file.diagnostics.count(where: file.fails) }

  /// What the case of a file as a whole has in it.
  private static func outcome(_ outcome: FileReport.Outcome) -> ((inout XMLWriter) -> Void)? {
    switch outcome {
    case .judged: nil
    case .failed(let reason), .unwritten(let reason): { $0.element("error", [("message", reason)]) }
    case .skipped(let reason): { $0.element("skipped", [("message", reason)]) }
    }
  }

  private static func write(_ xml: inout XMLWriter, _ diagnostic: Diagnostic, fails: Bool, path: String) {
    let place = "\(path):\(diagnostic.place.start.line):\(diagnostic.place.start.column)"
    let facts = diagnostic.circumstances + diagnostic.shownNotes.map(\.message)
    xml.element(
      "testcase",
      [("name", "\(diagnostic.rule) at line \(diagnostic.place.start.line)"), ("classname", path)]
    ) { xml in
      let severity = diagnostic.severity.rawValue
      let text = (["\(place): \(severity)[\(diagnostic.rule)]: \(diagnostic.message)"] + facts).joined(separator: "\n")
      if fails {
        xml.element("failure", [("type", severity), ("message", diagnostic.message)], text: text)
      } else {
        xml.element("system-out", [], text: text)
      }
    }
  }
}
