internal import Diagnostics
internal import MacroExpansion
internal import RPMMacros
internal import SpecSyntax

/// Expands a logical line piece by piece, so that each output byte keeps its origin.
///
/// Giving librpm one call at a time yields the same text as giving it the line, because a call's text does not depend on
/// what stands around it once its end is known (`MacroScanner`). The body of `%{?name:…}` is text of the spec and is
/// split in turn.
struct SegmentExpander {
  let engine: MacroEngine
  let state: EvaluationState

  /// Nested `%{?x:%{?y:…}}` beyond this are given to librpm whole; it allows 64 levels itself.
  private static let depthLimit = 32

  /// - Parameter bytes: the whole file; `range` is what to expand.
  func expand(_ bytes: [UInt8], _ range: ByteRange, file: Int, depth: Int = 0) -> ExpandedText {
    var output = ExpandedText()
    append(bytes, range, file: file, depth: depth, to: &output)
    return output
  }

  private func append(_ bytes: [UInt8], _ range: ByteRange, file: Int, depth: Int, to output: inout ExpandedText) {
    var scanner = MacroScanner(bytes, range: range)
    while let piece = scanner.next(EngineTable(engine: engine)) {
      switch piece {
      case .text(let range): output.append(bytes[range], origin: .verbatim(file: file, offset: range.lowerBound))
      case .unterminated(let percent):
        state.report(.expansionError, "unterminated '\(Self.opening(bytes, percent))'", at: SourceReference(file: file, range: percent))
        output.append(bytes[percent], origin: .verbatim(file: file, offset: percent.lowerBound))
      case .undefined(let percent, let reference):
        recordUndefined(reference, bytes, file: file)
        output.append(bytes[percent], origin: .verbatim(file: file, offset: percent.lowerBound))
      case .reference(let reference): append(reference, bytes, file: file, depth: depth, to: &output)
      }
    }
  }

  private func append(_ reference: MacroReference, _ bytes: [UInt8], file: Int, depth: Int, to output: inout ExpandedText) {
    let name = bytes[reference.name]
    if reference.isConditional, let body = reference.body, !body.isEmpty, name.first != UInt8(ascii: "-"), depth < Self.depthLimit {
      let isDefined = engine.isDefined(name)
      if !isDefined, !reference.isNegated { recordAbsent(reference, bytes, file: file) }
      guard isDefined != reference.isNegated else { return }
      return append(bytes, body, file: file, depth: depth + 1, to: &output)
    }
    if reference.isConditional, !reference.isNegated, name.first != UInt8(ascii: "-"), !engine.isDefined(name) {
      recordAbsent(reference, bytes, file: file)
    }
    recordArguments(of: reference, bytes, file: file, depth: depth)
    let outer = state.place
    state.place = SourceReference(file: file, range: reference.range)
    defer { state.place = outer }
    let expansion = engine.expand(bytes[reference.range])
    let messages = engine.takeMessages()
    state.report(messages)
    let shown = label(of: reference, bytes)
    if expansion.failed || expansion.text.isEmpty && isKnownByNameOnly(name) { noteUnknown() }
    if expansion.failed, !messages.contains(where: \.isError) { state.report(.expansionError, "'\(shown)' cannot be expanded") }
    if let confidence = continuation(of: reference, bytes, expansion.text) {
      state.report(
        .continuedMacroArguments,
        "the arguments of '%\(shown)' end with this line, and the backslash becomes one of them; write all of them on one line",
        confidence: confidence)
    }
    output.append(expansion.text, origin: .macro(file: file, call: reference.range, name: shown))
    if name.elementsEqual("global".utf8) || name.elementsEqual("define".utf8) { recordDefinition(reference, bytes, file: file) }
  }

  private func recordUndefined(_ reference: MacroReference, _ bytes: [UInt8], file: Int) {
    let name = String(decoding: bytes[reference.name], as: UTF8.self)
    let isBraced = reference.form == .braced
    if BuildFolder.names.contains(name), engine.isDefined("_top_builddir".utf8) { return }
    if !isBraced, SpecDirectives.contains(name, in: state.section) { return }
    state.spec.undefinedMacros.append(
      UndefinedMacro(name: name, isBraced: isBraced, section: state.section, source: SourceReference(file: file, range: reference.range)))
  }

  private func recordAbsent(_ reference: MacroReference, _ bytes: [UInt8], file: Int) {
    let name = String(decoding: bytes[reference.name], as: UTF8.self)
    state.absentMacros.append(
      UndefinedMacro(name: name, isBraced: true, section: state.section, source: SourceReference(file: file, range: reference.range)))
  }

  /// The target's macros of which only the name is known have no text.
  private func isKnownByNameOnly(_ name: ArraySlice<UInt8>) -> Bool {
    guard UnknownStructure.sections.contains(state.section), name.count > 3, name.allSatisfy(\.isNameByte) else { return false }
    let body = engine.expand(Array("%{macrobody:".utf8) + name + Array("}".utf8))
    _ = engine.takeMessages()
    return !body.failed && body.text.elementsEqual("%{nil}".utf8)
  }

  /// What stands here may have been a package or a section.
  private func noteUnknown() {
    if UnknownStructure.sections.contains(state.section) { state.parserInput.hasUnknownStructure = true }
  }

  /// What the arguments of a macro with options call, of which librpm leaves alone what nobody defines.
  ///
  /// Not those of `%global` and `%define`, whose body may well call what is only defined later, and not what is inside of `%{lua:…}`
  /// and the like.
  private func recordArguments(of reference: MacroReference, _ bytes: [UInt8], file: Int, depth: Int) {
    let name = bytes[reference.name]
    guard !name.isEmpty, depth < Self.depthLimit, engine.isParametric(name), !Self.definers.contains(where: name.elementsEqual) else {
      return
    }
    let end = reference.range.upperBound - (reference.form == .braced ? 1 : 0)
    guard reference.name.upperBound < end else { return }
    recordCalls(bytes, reference.name.upperBound..<end, file: file, depth: depth + 1)
  }

  /// How surely a call without braces goes on behind a backslash that is one of its arguments; nil where it does not.
  ///
  /// rpm takes the line feed with it (`grabArgs` in rpmio/macro.c), so that what the macro writes next, or the indentation of the
  /// next line, is what the backslash escapes.
  private func continuation(of reference: MacroReference, _ bytes: [UInt8], _ expansion: [UInt8]) -> Confidence? {
    let name = bytes[reference.name]
    let call = bytes[reference.range]
    guard reference.form == .plain, call.last == 0x0A, call.dropLast().last == UInt8(ascii: "\\"),
      call.dropLast(2).last?.isBlank == true, engine.isParametric(name), !Self.definers.contains(where: name.elementsEqual)
    else { return nil }
    let body = engine.expand("%{macrobody:\(String(decoding: name, as: UTF8.self))}".utf8).text
    _ = engine.takeMessages()
    if Self.escapes.contains(where: { expansion.firstRange(of: $0) != nil && body.firstRange(of: $0) == nil }) { return .high }
    let isEscaped = expansion.suffix(2).elementsEqual(" \\".utf8) && bytes[reference.range.upperBound...].first?.isBlank == true
    return isEscaped ? .medium : nil
  }

  /// A lone backslash before what ends a command or a word of the macro.
  private static let escapes = [" \\;", " \\)", " \\\"", " \\'", " \\&", " \\|", " \\}"].map { Array($0.utf8) }

  private func recordCalls(_ bytes: [UInt8], _ range: ByteRange, file: Int, depth: Int) {
    var scanner = MacroScanner(bytes, range: range)
    while let piece = scanner.next(EngineTable(engine: engine)) {
      switch piece {
      case .text, .unterminated: continue
      case .undefined(_, let reference): recordUndefined(reference, bytes, file: file)
      case .reference(let reference):
        let name = bytes[reference.name]
        guard !name.isEmpty, name.first != UInt8(ascii: "-") else { continue }
        if reference.isConditional, !reference.isNegated, !engine.isDefined(name) {
          recordAbsent(reference, bytes, file: file)
        } else if reference.isConditional, let body = reference.body, depth < Self.depthLimit,
          engine.isDefined(name) != reference.isNegated
        {
          recordCalls(bytes, body, file: file, depth: depth + 1)
        } else {
          recordArguments(of: reference, bytes, file: file, depth: depth)
        }
      }
    }
  }

  private static let definers = ["global".utf8, "define".utf8, "undefine".utf8, "expand".utf8, "lua".utf8, "dnl".utf8]

  private func label(of reference: MacroReference, _ bytes: [UInt8]) -> String {
    switch reference.form {
    case .shell: "("
    case .expression: "["
    case .plain, .braced: String(decoding: bytes[reference.name], as: UTF8.self)
    }
  }

  private static func opening(_ bytes: [UInt8], _ percent: ByteRange) -> String {
    String(decoding: bytes[percent.lowerBound..<min(bytes.count, percent.upperBound + 1)], as: UTF8.self)
  }

  /// Remembers `%global NAME(OPTIONS) BODY` with the body that librpm keeps.
  private func recordDefinition(_ reference: MacroReference, _ bytes: [UInt8], file: Int) {
    let rest = bytes[reference.name.upperBound..<reference.range.upperBound].drop { $0.isBlank || $0 == UInt8(ascii: ":") }
    let name = rest.prefix { $0.isNameByte }
    guard !name.isEmpty, engine.isDefined(name) else { return }
    var options: String?
    if rest[name.endIndex...].first == UInt8(ascii: "(") {
      options = String(decoding: rest[name.endIndex...].dropFirst().prefix { $0 != UInt8(ascii: ")") }, as: UTF8.self)
    }
    let text = String(decoding: name, as: UTF8.self)
    let body = engine.expand("%{macrobody:\(text)}".utf8)
    _ = engine.takeMessages()
    state.spec.definitions.append(
      MacroDefinition(
        name: text, options: options, body: body.text, isGlobal: bytes[reference.name].elementsEqual("global".utf8),
        source: SourceReference(file: file, range: reference.range)))
  }
}

/// librpm's macro table, as the scanner asks for it.
struct EngineTable: MacroTable {
  let engine: MacroEngine
  func isDefined(_ name: ArraySlice<UInt8>) -> Bool { engine.isDefined(name) }
  func isParametric(_ name: ArraySlice<UInt8>) -> Bool { engine.isParametric(name) }
}
