import Diagnostics

/// GitLab's code quality report: a JSON array, for `artifacts: reports: codequality`.
package struct GitLabReport: Report {
  package static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8] {
    var json = JSONWriter(invalidBytes: .replaced)
    json.array { json in
      for file in run.files {
        for diagnostic in file.diagnostics { json.object { write(&$0, diagnostic, of: file, in: run) } }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ json: inout JSONWriter, _ diagnostic: Diagnostic, of file: FileReport, in run: LintRun) {
    let path = run.relativePath(diagnostic.place.file)
    json.member("description", diagnostic.message)
    json.member("check_name", diagnostic.rule)
    // Must be unique in the report: two specs may have the same line.
    json.member("fingerprint", "\(path):\(file.fingerprint(of: diagnostic)?.description ?? diagnostic.rule)")
    json.member("severity", severity(diagnostic.severity))
    json.member("location") { json in
      json.member("path", path)
      json.member("lines") { json in
        json.member("begin", diagnostic.place.start.line)
        json.member("end", diagnostic.place.end.line)
      }
    }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .info: "info"
    case .warning: "minor"
    case .error: "major"
    }
  }
}
