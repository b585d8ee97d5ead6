package import Diagnostics

/// A stretch of a text in which macros are called.
package enum MacroPiece: Sendable, Hashable {
  /// Stands for itself; `%%` too.
  case text(ByteRange)
  /// Apart, as a call is ten times as large as a range and most pieces are text.
  indirect case call(MacroCall)

  package var range: ByteRange {
    switch self {
    case .text(let range): range
    case .call(let call): call.reference.range
    }
  }
}

/// A call with what stands in it.
package struct MacroCall: Sendable, Hashable {
  package let reference: MacroReference
  /// The text between its brackets, after the name, or a definition's body, in which further calls are written. rpm does not expand those in Lua and
  /// after `%dnl` itself.
  package let inner: ByteRange
  /// `inner`, without gaps.
  package let pieces: [MacroPiece]
  /// For `%define` and `%global`.
  package let definition: MacroDefinitionNode?
}

/// `%global NAME(OPTIONS) BODY`
package struct MacroDefinitionNode: Sendable, Hashable {
  package let isGlobal: Bool
  /// From `%` to the body's end.
  package let range: ByteRange
  package let name: ByteRange
  /// Between the parentheses.
  package let options: ByteRange?
  /// Without the braces around it; what rpm does not expand when it defines a parametric or `%define`d macro is in it as it stands.
  package let body: ByteRange
}

/// Finds the calls in a text without knowing what is defined: every name counts, and none but `%define`, `%global` and `%dnl` takes the rest of its
/// line.
package struct MacroLexer {
  private let bytes: [UInt8]
  private var unterminated = 0

  /// Calls in calls are looked for so deep, and no deeper.
  private static let depthLimit = 64
  /// After so many brackets that are never closed, each looked for to the text's end, the rest is text; so a hostile text costs linear time.
  private static let unterminatedLimit = 32

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The pieces of a text of its own.
  package static func pieces(of bytes: [UInt8]) -> [MacroPiece] {
    var lexer = MacroLexer(bytes)
    return lexer.pieces(in: 0..<bytes.count)
  }

  package mutating func pieces(in range: ByteRange) -> [MacroPiece] {
    unterminated = 0
    return pieces(in: range, depth: 0)
  }

  private mutating func pieces(in range: ByteRange, depth: Int) -> [MacroPiece] {
    guard !range.isEmpty else { return [] }
    guard depth < Self.depthLimit else { return [.text(range)] }
    var scanner = MacroScanner(bytes, range: range)
    var pieces: [MacroPiece] = []
    var position = range.lowerBound
    while unterminated < Self.unterminatedLimit, let piece = scanner.next(EveryName()) {
      switch piece {
      case .text, .undefined: continue
      case .unterminated: unterminated += 1
      case .reference(let reference):
        if position < reference.range.lowerBound { pieces.append(.text(position..<reference.range.lowerBound)) }
        pieces.append(.call(call(reference, depth)))
        position = reference.range.upperBound
      }
    }
    if position < range.upperBound { pieces.append(.text(position..<range.upperBound)) }
    return pieces
  }

  private mutating func call(_ reference: MacroReference, _ depth: Int) -> MacroCall {
    let definition = definition(in: reference)
    let inner = definition?.body ?? inner(of: reference)
    return MacroCall(reference: reference, inner: inner, pieces: pieces(in: inner, depth: depth + 1), definition: definition)
  }

  private func inner(of reference: MacroReference) -> ByteRange {
    let close = max(reference.range.lowerBound, reference.range.upperBound - 1)
    switch reference.form {
    case .shell, .expression: return min(reference.range.lowerBound + 2, close)..<close
    case .plain: return reference.name.upperBound..<reference.range.upperBound
    case .braced: return reference.body ?? min(reference.name.upperBound, close)..<close
    }
  }

  /// The parts of `%define NAME(OPTIONS) BODY`: `doDefine` in rpm's rpmio/macro.c.
  private func definition(in reference: MacroReference) -> MacroDefinitionNode? {
    let isGlobal = bytes[reference.name].elementsEqual("global".utf8)
    guard isGlobal || bytes[reference.name].elementsEqual("define".utf8), !reference.isConditional, reference.body == nil else {
      return nil
    }
    var end = reference.range.upperBound - (reference.form == .braced ? 1 : 0)
    while end > reference.name.upperBound, bytes[end - 1].isSpace { end -= 1 }
    var index = reference.name.upperBound
    while index < end, bytes[index].isBlank { index += 1 }
    let name = index..<(bytes[index..<end].firstIndex { !$0.isNameByte } ?? end)
    index = name.upperBound
    var options: ByteRange?
    if index < end, bytes[index] == UInt8(ascii: "("), let close = bytes[index..<end].firstIndex(of: UInt8(ascii: ")")) {
      options = index + 1..<close
      index = close + 1
    }
    while index < end, bytes[index].isBlank || bytes[index] == UInt8(ascii: "\\") && index + 1 < end && bytes[index + 1] == 0x0A {
      index += bytes[index].isBlank ? 1 : 2
    }
    let isBraced = end - index >= 2 && bytes[index] == UInt8(ascii: "{") && bytes[end - 1] == UInt8(ascii: "}")
    let body = isBraced ? index + 1..<end - 1 : index..<end
    return MacroDefinitionNode(
      isGlobal: isGlobal, range: reference.range.lowerBound..<max(end, name.upperBound), name: name, options: options, body: body)
  }
}

/// Takes every name for that of a macro without options.
private struct EveryName: MacroTable {
  func isDefined(_ name: ArraySlice<UInt8>) -> Bool { true }
  func isParametric(_ name: ArraySlice<UInt8>) -> Bool { false }
}
