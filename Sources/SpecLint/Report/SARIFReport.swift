import Diagnostics
import MacroExpansion

/// SARIF 2.1.0 (OASIS), complete for GitHub code scanning.
///
/// Columns are counted in UTF-16 code units and paths from the repository's root, as code scanning expects them. Bytes that are no
/// UTF-8 become U+FFFD; a fix that would write such bytes is left out.
package struct SARIFReport: Report {
  private let run: LintRun
  private let rules: [DescribedRule]
  private let ruleIndices: [String: Int]
  private let hyperlinks: Hyperlinks?

  private init(_ run: LintRun, _ style: ReportStyle) {
    self.run = run
    rules = DescribedRule.all
    ruleIndices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    hyperlinks = style.hyperlinks
  }

  package static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8] {
    let report = SARIFReport(run, style)
    var json = JSONWriter(invalidBytes: .replaced)
    json.object { json in
      json.member("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      json.member("version", "2.1.0")
      json.member("runs", array: [report]) { json, report in json.object(report.writeRun) }
    }
    return json.bytes + [0x0A]
  }

  private func writeRun(_ json: inout JSONWriter) {
    json.member("tool") { $0.member("driver", writeDriver) }
    json.member("automationDetails") { $0.member("id", "rpmscope/") }
    json.member("columnKind", "utf16CodeUnits")
    json.member("invocations", array: [run]) { json, run in json.object(writeInvocation) }
    json.key("results")
    json.array { json in
      for file in run.files {
        let artifact = SARIFArtifact(file, run: run)
        for diagnostic in file.diagnostics { json.object { write(&$0, diagnostic, cause: nil, in: artifact, of: file) } }
        for finding in file.silenced { json.object { write(&$0, finding.diagnostic, cause: finding.cause, in: artifact, of: file) } }
      }
    }
  }

  // MARK: The tool and its run

  private func writeDriver(_ json: inout JSONWriter) {
    json.member("name", "rpmscope")
    json.member("semanticVersion", ToolVersion.current)
    json.member("version", ToolVersion.current)
    json.member("rules", array: rules) { json, rule in json.object { write(&$0, rule) } }
  }

  private func write(_ json: inout JSONWriter, _ rule: DescribedRule) {
    json.member("id", rule.id)
    json.member("name", rule.id)
    json.member("shortDescription") { $0.member("text", rule.summary) }
    json.member("fullDescription") { $0.member("text", rule.description) }
    json.member("help") { json in
      json.member("text", rule.page)
      json.member("markdown", rule.page)
    }
    if let address = hyperlinks?.address(of: rule.id), address.hasPrefix("http") { json.member("helpUri", address) }
    json.member("defaultConfiguration") { $0.member("level", rule.severity.sarifLevel) }
    json.member("properties") { json in
      json.member("tags", array: ["rpm", "spec"]) { $0.string($1) }
      json.member("problem.severity", rule.severity == .info ? "recommendation" : rule.severity.rawValue)
    }
  }

  private func writeInvocation(_ json: inout JSONWriter) {
    json.member("executionSuccessful", !run.files.contains { $0.failure != nil })
    json.member("toolExecutionNotifications", array: run.files.filter { $0.outcome != .judged }) { json, file in
      json.object { json in
        let (level, reason) =
          switch file.outcome {
          case .failed(let reason), .unwritten(let reason): ("error", reason)
          case .skipped(let reason): ("note", reason)
          case .judged: ("none", "")
          }
        json.member("level", level)
        json.member("message") { $0.member("text", "\(file.path): \(reason)") }
      }
    }
  }

  // MARK: Results

  private func write(
    _ json: inout JSONWriter, _ diagnostic: Diagnostic, cause: SilencedFinding.Cause?, in artifact: SARIFArtifact, of file: FileReport
  ) {
    json.member("ruleId", diagnostic.rule)
    if let index = ruleIndices[diagnostic.rule] { json.member("ruleIndex", index) }
    json.member("level", diagnostic.severity.sarifLevel)
    json.member("message") { $0.member("text", Self.text(of: diagnostic)) }
    json.member("locations", array: [diagnostic.place]) { json, place in json.object { artifact.writeLocation(&$0, place) } }
    if let fingerprint = file.fingerprint(of: diagnostic) {
      json.member("partialFingerprints") { $0.member("primaryLocationLineHash", fingerprint.description) }
    }
    writeChain(&json, diagnostic, in: artifact)
    let fixes = diagnostic.fixes.filter(\.isText)
    if !fixes.isEmpty { json.member("fixes", array: fixes, artifact.writeFix) }
    json.member("suppressions", array: cause.map { [$0] } ?? []) { json, cause in json.object { write(&$0, cause) } }
    if cause == .baseline { json.member("baselineState", "unchanged") }
    json.member("properties") { json in
      json.member("confidence", diagnostic.confidence.rawValue)
      if let condition = diagnostic.condition { json.member("condition", condition) }
      if let target = file.target { json.member("target", target) }
      if !diagnostic.targets.isEmpty { json.member("targets", array: diagnostic.targets) { $0.string($1) } }
    }
  }

  /// The message with what else is known but has no place of its own.
  private static func text(of diagnostic: Diagnostic) -> String {
    let facts = diagnostic.shownNotes.filter { $0.place == nil }.map(\.message)
    return ([diagnostic.message] + diagnostic.circumstances + facts).joined(separator: "\n")
  }

  /// The notes with a place: once as they stand, once as the way from the cause to the finding.
  private func writeChain(_ json: inout JSONWriter, _ diagnostic: Diagnostic, in artifact: SARIFArtifact) {
    let steps = diagnostic.shownNotes.compactMap { note in note.place.map { (note.message, $0) } }
    guard !steps.isEmpty else { return }
    json.member("relatedLocations", array: steps.enumerated()) { json, step in
      json.object { json in
        json.member("id", step.offset + 1)
        artifact.writeLocation(&json, step.element.1, message: step.element.0)
      }
    }
    json.member("codeFlows", array: [steps.reversed() + [(diagnostic.message, diagnostic.place)]]) { json, steps in
      json.object { json in
        json.member("threadFlows", array: [steps]) { json, steps in
          json.object { json in
            json.member("locations", array: steps) { json, step in
              json.object { $0.member("location") { artifact.writeLocation(&$0, step.1, message: step.0) } }
            }
          }
        }
      }
    }
  }

  private func write(_ json: inout JSONWriter, _ cause: SilencedFinding.Cause) {
    switch cause {
    case .comment(let reason):
      json.member("kind", "inSource")
      if !reason.isEmpty { json.member("justification", reason) }
    case .baseline:
      json.member("kind", "external")
      json.member("justification", "listed in the baseline")
    }
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .info: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
