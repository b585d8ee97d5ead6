internal import Diagnostics
internal import MacroExpansion
internal import MacroTargets
internal import SpecSyntax

/// Tells of `%setup` and `%patch` in %prep that the target's rpm leaves to the shell, or refuses.
struct UnreadPatch {
  let state: EvaluationState

  /// - Parameter line: of %prep, expanded, in which rpm has replaced what it replaces.
  func report(_ line: ReadLine, _ dialect: RPMDialect) {
    let bytes = line.text.bytes
    guard bytes.first(where: { !$0.isBlank }) != UInt8(ascii: "#") || bytes.first == UInt8(ascii: "%") else { return }
    if dialect.numberedPatch == .obsolete, Self.isNumberedPatch(bytes[...]) {
      let number = String(decoding: bytes.dropFirst(6).prefix(while: \.isDigit), as: UTF8.self)
      return state.report(
        .numberedPatch, "'%patch\(number)' is gone since rpm 4.20; write '%patch -P \(number)', which every rpm takes", at: line.place,
        cause: .parser(says: "%patchN is obsolete, use %patch N (or %patch -P N)", severity: .error))
    }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "%") { report(callAt: index, line, dialect) }
  }

  private static func isNumberedPatch(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "%patch".utf8) && bytes.dropFirst(6).first?.isDigit ?? false
  }

  private func report(callAt index: Int, _ line: ReadLine, _ dialect: RPMDialect) {
    let rest = line.text.bytes[index...]
    let isBraced = rest.dropFirst().first == UInt8(ascii: "{")
    guard isBraced || index > 0 else { return }
    let word = rest.dropFirst(isBraced ? 2 : 1).prefix(while: \.isNameByte)
    let name = String(decoding: word, as: UTF8.self)
    guard name == "setup" || name == "patch" || !isBraced && Self.isNumberedPatch(rest),
      let source = line.text.source(of: index..<word.endIndex), isWritten(source)
    else { return }
    guard dialect.hasPrepMacros else {
      // The reader of macros knows no more than that it is not defined.
      state.spec.undefinedMacros.removeAll {
        $0.source.file == source.file && $0.source.range.lowerBound == source.range.lowerBound
      }
      let call = isBraced ? "%{\(name)}" : "%\(name)"
      return state.report(
        .undefinedMacro, "before rpm 4.20, '\(call)' is left to the shell here; write '%\(name)' at the start of a line", at: source)
    }
    guard Self.isNumberedPatch(rest) else { return }
    state.report(.undefinedMacro, "macro '\(name)' is not defined; rpm leaves '%\(name)' as it is", at: source)
  }

  /// Written in the spec as a call: `%%patch` is text.
  private func isWritten(_ source: SourceReference) -> Bool {
    let bytes = state.spec.files[source.file].bytes
    let start = source.range.lowerBound
    return start < bytes.count && bytes[start] == UInt8(ascii: "%") && (start == 0 || bytes[start - 1] != UInt8(ascii: "%"))
  }
}
