internal import Diagnostics
internal import MacroExpansion
internal import RPMMacros
internal import SpecSyntax

/// Says once for each name that nobody defines it, with what was meant or the package that brings it.
///
/// `%{name}` counts anywhere, `%name` where it is the first word of a line: elsewhere in shell text it is more often a format of date,
/// printf or find. Left out are comments, prose, what a template is to be filled in with, and lines that hand the braces to another
/// program (`rpm --queryformat '%{NAME}'`, `curl -w '%{http_code}'`), and conditions that ask first whether the builder has defined
/// something (`%if %{defined copr_owner} && "%{copr_owner}" == "acme"`). Of `%{?name}` only a name is reported that is one slip away from a
/// macro: most of them are switches for the builder to set.
struct UndefinedMacroReport {
  let state: EvaluationState
  let engine: MacroEngine
  /// Names that some distribution defines.
  let knownElsewhere: Set<String>

  private static let otherPrograms = ["--qf", "--queryformat", "rpm -q", "curl ", " -w ", "jq ", "git log", "--pretty", "--format"]

  func write() {
    // What could not be read may define any name.
    guard !state.hasUnreadFile else { return }
    let calls = state.spec.undefinedMacros.filter { isCall($0) }
    let absent = absentMacros
    guard !calls.isEmpty || !absent.isEmpty else { return }
    let near = NearMacro(engine.definedNames.union(knownElsewhere))
    var known: Set<String> = []
    for macro in calls where known.insert(macro.name).inserted {
      let shown = macro.isBraced ? "%{\(macro.name)}" : "%\(macro.name)"
      let package = MacroPackage.providing(macro.name)
      let meant = package == nil && macro.name.utf8.count > 3 ? near.nearest(to: macro.name) : nil
      let advice = package.map { "; '\($0)' provides it" } ?? meant.map { "; is '\($0)' meant?" } ?? ""
      state.report(
        .undefinedMacro, "macro '\(macro.name)' is not defined; rpm leaves '\(shown)' as it is\(advice)",
        at: macro.source, cause: meant.map { .misspelling(written: macro.name, meant: $0) })
    }
    for macro in absent where !near.contains(macro.name) {
      guard let meant = near.nearest(to: macro.name), known.insert(macro.name).inserted else { continue }
      state.report(
        .undefinedMacro, "macro '\(macro.name)' is not defined, so that nothing stands here; '\(meant)' is",
        at: macro.source, cause: .misspelling(written: macro.name, meant: meant))
    }
  }

  private func isCall(_ macro: UndefinedMacro) -> Bool {
    guard macro.section.kind != .prose, isName(macro.name), !isOthers(macro), !isAskedFor(macro) else { return false }
    return macro.isBraced || isFirstWord(macro)
  }

  private func isName(_ name: String) -> Bool {
    name.utf8.count > 2 && name.utf8.allSatisfy(\.isNameByte) && !(name.utf8.first?.isDigit ?? true)
  }

  private func isFirstWord(_ macro: UndefinedMacro) -> Bool {
    let bytes = state.spec.files[macro.file].bytes
    let before = bytes[..<macro.range.lowerBound].reversed().prefix { $0 != 0x0A }
    let after = bytes[(macro.range.lowerBound + 1)...].drop(while: \.isNameByte).first ?? 0x0A
    return before.allSatisfy { $0.isBlank } && after.isSpace
  }

  private func isOthers(_ macro: UndefinedMacro) -> Bool {
    let file = state.spec.files[macro.file]
    let line = file.line(file.location(of: macro.range.lowerBound).line)
    if line.first(where: { !$0.isSpace }) == UInt8(ascii: "#") || state.template?.isIn(line) == true { return true }
    let text = String(decoding: line, as: UTF8.self)
    return Self.otherPrograms.contains { text.contains($0) }
  }

  /// Whether a call stands right of `&&` in a condition whose left side asks what is defined, so that nothing depends on it elsewhere.
  private func isAskedFor(_ macro: UndefinedMacro) -> Bool {
    let file = state.spec.files[macro.file]
    let place = file.location(of: macro.range.lowerBound)
    let before = String(decoding: file.line(place.line).prefix(place.column - 1), as: UTF8.self)
    guard let first = before.split(separator: " ").first, first == "%if" || first == "%elif", before.contains("&&") else { return false }
    return ["%{defined ", "%{?", "defined("].contains { before.contains($0) }
  }

  /// The first call of each name, without names that a branch not taken, or a later line, defines.
  private var absentMacros: [UndefinedMacro] {
    var seen = Set(state.spec.files.flatMap { Self.definedNames(in: $0.bytes) })
    return state.absentMacros.filter { $0.name.utf8.count > 5 && isName($0.name) && seen.insert($0.name).inserted }
  }

  private static func definedNames(in bytes: [UInt8]) -> [String] {
    Spec(bytes).definitions.map { String(decoding: bytes[$0.name], as: UTF8.self) }
  }
}
