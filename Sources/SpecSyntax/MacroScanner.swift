package import Diagnostics

/// What the scanner must know of the macros that are defined at this moment.
package protocol MacroTable {
  func isDefined(_ name: ArraySlice<UInt8>) -> Bool
  /// Defined with options: `%name(opts) body`.
  func isParametric(_ name: ArraySlice<UInt8>) -> Bool
}

/// A macro call: `%name`, `%{name …}`, `%(command)`, `%[expression]`.
package struct MacroReference: Sendable, Hashable {
  package enum Form: Sendable, Hashable { case plain, braced, shell, expression }
  package var form: Form
  /// From `%` on, arguments included.
  package var range: ByteRange
  /// Empty for `%(…)` and `%[…]`.
  package var name: ByteRange
  /// With `?`.
  package var isConditional: Bool
  /// With an odd number of `!`.
  package var isNegated: Bool
  /// Between the colon of `%{name:…}` and the brace; nil without a colon.
  package var body: ByteRange?
}

/// A stretch of text as rpm's expander sees it.
package enum SpecPiece: Sendable, Hashable {
  /// Stands for itself.
  case text(ByteRange)
  /// Must be expanded by rpm.
  case reference(MacroReference)
  /// A macro nobody defined: rpm leaves its `%` alone (the range) and reads on; the reference says what was meant.
  case undefined(ByteRange, MacroReference)
  /// `%{`, `%(` or `%[` that is never closed; the range is the `%`.
  case unterminated(ByteRange)
}

/// Splits a text where rpm's expander would (`expandMacro` in rpm's rpmio/macro.c), so that it can be expanded piece by piece.
///
/// Where a call ends depends on what is defined when it is reached: an unbraced macro with options takes the rest of its line,
/// one without does not. So pieces must be asked for one at a time, each expanded before the next is asked for.
package struct MacroScanner {
  package let bytes: [UInt8]
  private let end: Int
  private var position: Int

  package init(_ bytes: [UInt8], range: ByteRange) {
    self.bytes = bytes
    self.position = range.lowerBound
    self.end = range.upperBound
  }

  package mutating func next(_ table: some MacroTable) -> SpecPiece? {
    guard position < end else { return nil }
    let start = position
    guard bytes[start] == UInt8(ascii: "%") else {
      position = bytes[start..<end].firstIndex(of: UInt8(ascii: "%")) ?? end
      return .text(start..<position)
    }
    guard start + 1 < end else {
      position = end
      return .text(start..<end)
    }
    if bytes[start + 1] == UInt8(ascii: "%") {
      // The second one is kept: the text after it then follows on without a gap.
      position = start + 2
      return .text(start + 1..<start + 2)
    }
    return call(from: start, table)
  }

  private mutating func call(from start: Int, _ table: some MacroTable) -> SpecPiece {
    let open = start + 1
    guard let close = macroEnd(open) else {
      position = open
      return .unterminated(start..<open)
    }
    switch bytes[open] {
    case UInt8(ascii: "("):
      position = close
      return .reference(reference(.shell, start..<close))
    case UInt8(ascii: "["):
      position = close
      return .reference(reference(.expression, start..<close))
    case UInt8(ascii: "{"): return bracedCall(from: start, close: close, table)
    default: return plainCall(from: start, nameEnd: close, table)
    }
  }

  private func reference(_ form: MacroReference.Form, _ range: ByteRange) -> MacroReference {
    MacroReference(form: form, range: range, name: range.lowerBound..<range.lowerBound, isConditional: false, isNegated: false)
  }

  private mutating func bracedCall(from start: Int, close: Int, _ table: some MacroTable) -> SpecPiece {
    let flags = flags(from: start + 2)
    var nameEnd = flags.end
    while nameEnd < close, !" :}".utf8.contains(bytes[nameEnd]), bytes[nameEnd] != 0 { nameEnd += 1 }
    var reference = MacroReference(
      form: .braced, range: start..<close, name: flags.end..<nameEnd, isConditional: flags.isConditional, isNegated: flags.isNegated)
    if nameEnd < close, bytes[nameEnd] == UInt8(ascii: ":") { reference.body = nameEnd + 1..<max(nameEnd + 1, close - 1) }
    return piece(reference, resumeAt: start + 1, table)
  }

  private mutating func plainCall(from start: Int, nameEnd: Int, _ table: some MacroTable) -> SpecPiece {
    let flags = flags(from: start + 1)
    var reference = MacroReference(
      form: .plain, range: start..<nameEnd, name: flags.end..<max(flags.end, nameEnd), isConditional: flags.isConditional,
      isNegated: flags.isNegated)
    let name = bytes[reference.name]
    if !name.isEmpty, !flags.isConditional, name.first != UInt8(ascii: "-"), table.isDefined(name) {
      reference.range = start..<argumentsEnd(of: name, at: nameEnd, table)
    }
    return piece(reference, resumeAt: flags.end, table)
  }

  /// - Parameter resume: where rpm reads on when it leaves the `%` alone.
  private mutating func piece(_ reference: MacroReference, resumeAt resume: Int, _ table: some MacroTable) -> SpecPiece {
    let percent = reference.range.lowerBound..<reference.range.lowerBound + 1
    let name = bytes[reference.name]
    guard !name.isEmpty else {
      position = resume
      return .text(percent)
    }
    if !reference.isConditional, name.first != UInt8(ascii: "-"), !table.isDefined(name) {
      position = resume
      return .undefined(percent, reference)
    }
    position = reference.range.upperBound
    return .reference(reference)
  }

  private func flags(from start: Int) -> (end: Int, isConditional: Bool, isNegated: Bool) {
    var index = start
    var isConditional = false
    var isNegated = false
    while index < end {
      if bytes[index] == UInt8(ascii: "!") {
        isNegated.toggle()
      } else if bytes[index] == UInt8(ascii: "?") {
        isConditional = true
      } else {
        break
      }
      index += 1
    }
    return (index, isConditional, isNegated)
  }

  /// How far an unbraced call of a defined macro reaches.
  private func argumentsEnd(of name: ArraySlice<UInt8>, at nameEnd: Int, _ table: some MacroTable) -> Int {
    if name.elementsEqual("define".utf8) || name.elementsEqual("global".utf8) { return definitionEnd(from: nameEnd) }
    if name.elementsEqual("dnl".utf8) { return lineEnd(from: nameEnd).map { $0 + 1 } ?? end }
    guard nameEnd < end, bytes[nameEnd].isBlank, table.isParametric(name) else { return nameEnd }
    guard let newline = lineEnd(from: nameEnd) else { return end }
    // A line feed after a backslash belongs to the arguments, and they end there all the same.
    return bytes[newline - 1] == UInt8(ascii: "\\") ? newline + 1 : newline
  }

  private func lineEnd(from start: Int) -> Int? { bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) }

  /// The end of `%define NAME(OPTIONS) BODY`, given where the name starts: `doDefine` in rpm's rpmio/macro.c.
  private func definitionEnd(from start: Int) -> Int {
    var index = start
    while index < end, bytes[index].isBlank { index += 1 }
    while index < end, bytes[index].isNameByte { index += 1 }
    if index < end, bytes[index] == UInt8(ascii: "("), let close = bytes[index..<end].firstIndex(of: UInt8(ascii: ")")) {
      index = close + 1
    }
    while index < end, bytes[index].isBlank { index += 1 }
    if index < end, bytes[index] == UInt8(ascii: "{") {
      guard let close = matching(index) else { return end }
      index = close
    } else {
      index = freeBodyEnd(from: index)
    }
    while index < end, bytes[index].isLineEnd { index += 1 }
    return index
  }

  private func freeBodyEnd(from start: Int) -> Int {
    var index = start
    var braces = 0
    var parentheses = 0
    var brackets = 0
    while index < end, braces > 0 || parentheses > 0 || !bytes[index].isLineEnd {
      let next = index + 1 < end ? bytes[index + 1] : nil
      switch bytes[index] {
      case UInt8(ascii: "\\"): if next != nil { index += 1 }
      case UInt8(ascii: "%"):
        switch next {
        case UInt8(ascii: "{"):
          index += 1
          braces += 1
        case UInt8(ascii: "("):
          index += 1
          parentheses += 1
        case UInt8(ascii: "["):
          index += 1
          brackets += 1
        case UInt8(ascii: "%"): index += 1
        default: break
        }
      case UInt8(ascii: "{"): if braces > 0 { braces += 1 }
      case UInt8(ascii: "}"): if braces > 0 { braces -= 1 }
      case UInt8(ascii: "("): if parentheses > 0 { parentheses += 1 }
      case UInt8(ascii: ")"): if parentheses > 0 { parentheses -= 1 }
      case UInt8(ascii: "["): if brackets > 0 { brackets += 1 }
      case UInt8(ascii: "]"): if brackets > 0 { brackets -= 1 }
      default: break
      }
      index += 1
    }
    return min(index, end)
  }

  /// `findMacroEnd`: one past the call's last byte, arguments of unbraced calls not included; nil when a bracket is never closed.
  private func macroEnd(_ start: Int) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["): return matching(start)
    default: break
    }
    var index = start
    while index < end, bytes[index] == UInt8(ascii: "?") || bytes[index] == UInt8(ascii: "!") { index += 1 }
    if index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
    while index < end, bytes[index].isNameByte { index += 1 }
    if index + 1 < end, bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "*") { return index + 2 }
    if index < end, bytes[index] == UInt8(ascii: "*") || bytes[index] == UInt8(ascii: "#") { index += 1 }
    return index
  }

  /// `matchchar`: one past the bracket that closes the one at `start`; a backslash hides the byte after it.
  private func matching(_ start: Int) -> Int? {
    let open = bytes[start]
    let close: UInt8 = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
    var level = 0
    var index = start
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\") {
        index += 1
      } else if byte == close {
        level -= 1
        if level <= 0 { return index }
      } else if byte == open {
        level += 1
      }
    }
    return nil
  }
}

extension UInt8 {
  /// rpm's `iseol`.
  package var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
