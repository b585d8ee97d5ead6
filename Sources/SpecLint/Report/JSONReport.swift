package import Diagnostics

/// Findings as `lint --format json` gives them.
package enum JSONReport {
  package static func bytes(_ reports: [FileReport]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", ToolVersion.current)
      json.member("files", array: reports, write)
      json.key("summary")
      write(&json, ReportSummary(reports))
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ json: inout JSONWriter, _ report: FileReport) {
    json.object { json in
      json.member("file", report.path)
      if let target = report.target { json.member("target", target) }
      if let failure = report.failure { json.member("error", failure) }
      json.member("diagnostics", array: report.diagnostics) { $0.write($1, sources: report.sources) }
    }
  }

  private static func write(_ json: inout JSONWriter, _ summary: ReportSummary) {
    json.object { json in
      json.member("files", summary.files)
      json.member("failures", summary.failures)
      json.member("errors", summary.errors)
      json.member("warnings", summary.warnings)
      json.member("infos", summary.infos)
    }
  }
}

extension JSONWriter {
  /// A diagnostic as all JSON outputs give it; the edits of its fixes are offsets in the first of the sources.
  package mutating func write(_ diagnostic: Diagnostic, sources: [SourceFile]) {
    object { json in
      json.member("rule", diagnostic.rule)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("confidence", diagnostic.confidence.rawValue)
      json.member("message", diagnostic.message)
      if diagnostic.place.file != sources.first?.path { json.member("file", diagnostic.place.file) }
      json.range(diagnostic.place.start, diagnostic.place.end)
      json.member("notes", array: diagnostic.notes) { $0.write($1, in: sources.first) }
      if let condition = diagnostic.condition { json.member("condition", condition) }
      json.member("fixes", array: diagnostic.fixes) { $0.write($1, in: sources.first) }
    }
  }

  private mutating func write(_ note: Note, in source: SourceFile?) {
    object { json in
      json.member("message", note.message)
      guard let place = note.place else { return }
      if place.file != source?.path { json.member("file", place.file) }
      json.member("line", place.start.line)
      json.member("column", place.start.column)
    }
  }

  private mutating func write(_ fix: FixIt, in source: SourceFile?) {
    object { json in
      json.member("title", fix.title)
      json.member("applicability", fix.applicability.rawValue)
      json.member("edits", array: fix.edits) { json, edit in
        json.object { json in
          if let source { json.range(source.location(of: edit.range.lowerBound), source.location(of: edit.range.upperBound)) }
          json.member("newText", bytes: edit.newText)
        }
      }
    }
  }

  private mutating func range(_ start: SourceLocation, _ end: SourceLocation) {
    member("line", start.line)
    member("column", start.column)
    member("endLine", end.line)
    member("endColumn", end.column)
  }
}
