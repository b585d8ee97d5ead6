internal import Diagnostics
internal import MacroExpansion
internal import SpecSyntax

/// Says once for each name that nobody defines it.
///
/// Only `%{name}` counts: `%name` in shell text is more often a format of date, printf or find. Left out are comments, prose,
/// and lines that hand the braces to another program (`rpm --queryformat '%{NAME}'`, `curl -w '%{http_code}'`).
struct UndefinedMacroReport {
  let state: EvaluationState

  private static let proseSections: Set<String> = ["changelog", "description", "end"]
  private static let otherPrograms = ["--qf", "--queryformat", "rpm -q", "curl ", " -w ", "jq ", "git log", "--pretty", "--format"]

  func write() {
    var known: Set<String> = []
    for macro in state.spec.undefinedMacros where macro.isBraced && !Self.proseSections.contains(macro.section) {
      guard isName(macro.name), !isOthers(macro), known.insert(macro.name).inserted else { continue }
      state.report(
        "undefined-macro", .warning, "macro '\(macro.name)' is not defined; rpm leaves '%{\(macro.name)}' as it is",
        at: (macro.file, macro.range))
    }
  }

  private func isName(_ name: String) -> Bool {
    name.utf8.count > 2 && name.utf8.allSatisfy(\.isNameByte) && !(name.utf8.first?.isDigit ?? true)
  }

  private func isOthers(_ macro: UndefinedMacro) -> Bool {
    let file = state.spec.files[macro.file]
    let line = file.line(file.location(of: macro.range.lowerBound).line)
    if line.first(where: { !$0.isSpace }) == UInt8(ascii: "#") { return true }
    let text = String(decoding: line, as: UTF8.self)
    return Self.otherPrograms.contains { text.contains($0) }
  }
}
