import Diagnostics
import MacroExpansion
import SpecSyntax

extension Linter {
  /// The spec with comments that suppress what was found in it, and its report with them.
  ///
  /// - Parameters:
  ///   - shown: The report with the findings that are meant.
  ///   - report: The report with all of them.
  /// - Returns: nil when there is nothing to suppress.
  func suppressing(_ shown: FileReport, of report: FileReport, in input: SpecInput) throws(LintFailure) -> (
    bytes: [UInt8], report: FileReport
  )? {
    let writer = SuppressionWriter(SourceFile(path: input.path, bytes: input.bytes), shown)
    guard !writer.diagnostics.isEmpty else { return nil }
    let meant = Set(writer.diagnostics.map(FindingIdentity.init))
    let others = Self.words(of: report.diagnostics.filter { !meant.contains(FindingIdentity($0)) })
    for bytes in [writer.withComments, writer.withTopLine] {
      let edited = SpecInput(path: input.path, bytes: bytes)
      let after = lint(edited)
      guard after.outcome == .judged, Self.words(of: after.diagnostics) == others else { continue }
      if texts(of: input) == texts(of: edited) { return (bytes, after) }
    }
    throw LintFailure("cannot write comments into '\(input.path)': the spec would not be the same with them")
  }

  /// Findings without their lines, which move.
  private static func words(of diagnostics: [Diagnostic]) -> [String] { diagnostics.map { "\($0.rule): \($0.message)" }.sorted() }

  /// What rpm makes of the sections on each target, without comment lines of ours.
  private func texts(of input: SpecInput) -> [[[UInt8]]?] {
    expanded(input).map { spec in
      spec?.sections.map { section in
        let lines = section.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let kept = lines.filter { !$0.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: "# rpmscope: ignore".utf8) }
        // Outside scriptlets rpm makes an empty line of a comment.
        let isTagged = section.keyword.kind == .tags
        return Array((isTagged ? kept.filter { !$0.isEmpty } : kept).joined(separator: [0x0A]))
      }
    }
  }
}
