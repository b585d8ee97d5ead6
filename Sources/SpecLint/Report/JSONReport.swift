package import Diagnostics
import MacroExpansion

/// Findings as `lint --format json` gives them, with everything that is known of each.
///
/// Bytes of a spec that are no UTF-8 become U+FFFD, as strict readers refuse lone surrogates; a fix that would write such bytes is
/// left out.
package struct JSONReport: Report {
  package static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8] {
    var json = JSONWriter(invalidBytes: .replaced)
    json.object { json in
      json.formatVersion()
      json.member("version", ToolVersion.current)
      json.member("files", array: run.files, write)
      json.member("summary") { write(&$0, run.summary) }
      if style.showsStatistics {
        json.member("statistics", array: run.statistics, write)
        // Not the seconds: what a run says of a spec is the same every time.
        if let effort = run.effort { json.member("evaluations", effort.evaluations) }
      }
      if !run.fixed.isEmpty {
        json.member("fixedBaselineEntries", array: run.fixed) { json, entry in
          json.object { entry.write(into: &$0) }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ json: inout JSONWriter, _ report: FileReport) {
    json.object { json in
      json.member("file", report.path)
      if let target = report.target { json.member("target", target) }
      if !report.targetReason.isEmpty { json.member("targetReason", report.targetReason) }
      switch report.outcome {
      case .judged: break
      case .failed(let reason), .unwritten(let reason): json.member("error", reason)
      case .skipped(let reason): json.member("skipped", reason)
      }
      if let files = report.packagedFiles { json.member("packagedFiles", array: files) { $0.string($1) } }
      json.member("diagnostics", array: report.diagnostics) {
        $0.write($1, sources: report.sources, fingerprint: report.fingerprint(of: $1))
      }
      guard !report.silenced.isEmpty else { return }
      json.member("suppressed", array: report.silenced) { json, finding in
        json.write(
          finding.diagnostic, sources: report.sources, fingerprint: report.fingerprint(of: finding.diagnostic), suppression: finding.cause)
      }
    }
  }

  private static func write(_ json: inout JSONWriter, _ summary: ReportSummary) {
    json.member("files", summary.files)
    json.member("failures", summary.failures)
    json.member("skipped", summary.skipped)
    json.member("errors", summary.errors)
    json.member("warnings", summary.warnings)
    json.member("infos", summary.infos)
    json.member("suppressed", summary.suppressed)
    json.member("inBaseline", summary.known)
  }

  private static func write(_ json: inout JSONWriter, _ count: RuleCount) {
    json.object { json in
      json.member("rule", count.key.rule)
      json.member("severity", count.key.severity.rawValue)
      json.member("findings", count.findings)
    }
  }
}

extension JSONWriter {
  /// A diagnostic as all JSON outputs give it; the edits of its fixes are offsets in the first of the sources.
  package mutating func write(
    _ diagnostic: Diagnostic, sources: [SourceFile], fingerprint: Fingerprint? = nil, suppression: SilencedFinding.Cause? = nil
  ) {
    object { json in
      json.member("rule", diagnostic.rule)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("confidence", diagnostic.confidence.rawValue)
      json.member("message", diagnostic.message)
      if diagnostic.place.file != sources.first?.path { json.member("file", diagnostic.place.file) }
      json.range(diagnostic.place.start, diagnostic.place.end)
      json.member("notes", array: diagnostic.notes) { $0.write($1, in: sources.first) }
      if let condition = diagnostic.condition { json.member("condition", condition) }
      if !diagnostic.targets.isEmpty { json.member("targets", array: diagnostic.targets) { $0.string($1) } }
      json.member("fixes", array: diagnostic.fixes.filter(\.isText)) { $0.write($1, in: sources.first) }
      if let fingerprint { json.member("fingerprint", fingerprint.description) }
      switch suppression {
      case .comment(let reason): json.member("suppression") { $0.member("comment", reason) }
      case .baseline: json.member("suppression") { $0.member("baseline", true) }
      case nil: break
      }
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
      if let reason = fix.reason { json.member("reason", reason) }
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

extension FixIt {
  /// Whether everything it writes is valid UTF-8, so that JSON can say it.
  package var isText: Bool { edits.allSatisfy { UTF8Sequence.isValid($0.newText) } }
}
