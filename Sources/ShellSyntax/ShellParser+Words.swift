import Diagnostics

// Words and quoting (XCU 2.2).
extension ShellParser {
  /// A word; `offset` is left at its end, before line continuations.
  mutating func word(_ style: WordStyle) -> Word {
    let start = offset
    let parts = parts(style)
    return Word(range: range(from: start), parts: parts)
  }

  /// Arithmetic, which for the parser is a text with expansions in it.
  mutating func arithmetic(_ style: WordStyle) -> ArithmeticExpression {
    let word = word(style)
    return ArithmeticExpression(range: word.range, word: word)
  }

  /// The parts of a word up to a byte that ends it.
  mutating func parts(_ style: WordStyle) -> [WordPart] {
    var parts: [WordPart] = []
    var literal = Literal()
    var nesting = 0
    var end = offset
    while let byte {
      if !style.special.contains(byte) {
        takeRun(style, into: &literal)
        end = offset
        continue
      }
      if byte == UInt8(ascii: "\\"), afterContinuations(offset) != offset {
        offset = afterContinuations(offset)
        continue
      }
      if let special = specialPart(style, byte) {
        literal.flush(into: &parts, source)
        parts.append(special)
      } else {
        if style.stops.contains(byte), nesting == 0 || byte == UInt8(ascii: "}") { break }
        if style.opening.contains(byte) { nesting += 1 } else if style.closing.contains(byte) { nesting -= 1 }
        literal.take(byte, at: offset)
        offset += 1
      }
      end = offset
    }
    offset = end
    literal.flush(into: &parts, source)
    return parts
  }

  /// Bytes that are just themselves.
  private mutating func takeRun(_ style: WordStyle, into literal: inout Literal) {
    let start = offset
    while offset < source.count, !style.special.contains(source[offset]) { offset += 1 }
    literal.take(source[start..<offset], at: start)
  }

  /// What a special byte begins; nil, and nothing read, if it is only itself or ends the word.
  private mutating func specialPart(_ style: WordStyle, _ byte: UInt8) -> WordPart? {
    switch byte {
    case UInt8(ascii: "\\"): return escaped(style)
    case UInt8(ascii: "$"): return dollar(style)
    case UInt8(ascii: "`"): return backquoted(style)
    case UInt8(ascii: "'") where style.hasSingleQuotes: return singleQuoted()
    case UInt8(ascii: "\"") where style.hasDoubleQuotes: return doubleQuoted(from: offset)
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return style.isPattern && startsProcessSubstitution ? processSubstitution() : nil
    case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "!"):
      return style.isPattern && self.byte(at: following(offset)) == UInt8(ascii: "(") ? extendedPattern(byte) : nil
    default: return nil
    }
  }

  private mutating func escaped(_ style: WordStyle) -> WordPart? {
    guard let next = byte(at: offset + 1), style.escapable?.contains(next) ?? true else { return nil }
    let start = offset
    offset += 2
    return WordPart(range: range(from: start), kind: .escaped(next))
  }

  private mutating func singleQuoted() -> WordPart {
    let start = offset
    offset += 1
    while offset < source.count, source[offset] != UInt8(ascii: "'") { offset += 1 }
    let content = Array(source[start + 1..<offset])
    if atEnd { report("quote is never closed", from: start, to: start + 1) } else { offset += 1 }
    return WordPart(range: range(from: start), kind: .singleQuoted(content))
  }

  /// - Parameter start: of the part, which is before the quote for `$"`.
  mutating func doubleQuoted(from start: Int) -> WordPart {
    let quote = offset
    offset += 1
    let parts = parts(.doubleQuoted)
    skipContinuations()
    if !accept("\"") { report("quote is never closed", from: quote, to: quote + 1) }
    return WordPart(range: range(from: start), kind: .doubleQuoted(parts))
  }

  mutating func skipContinuations() { offset = afterContinuations(offset) }

  /// `?(a|b)`; nil when it is not closed, so that the parenthesis is what is wrong.
  private mutating func extendedPattern(_ op: UInt8) -> WordPart? {
    attempt { parser in parser.nested { $0.closedPattern(op) } ?? nil }
  }

  private mutating func closedPattern(_ op: UInt8) -> WordPart? {
    let start = offset
    var alternatives: [Word] = []
    offset = following(offset)
    repeat {
      offset += 1
      alternatives.append(word(.alternative))
      skipContinuations()
    } while byte == UInt8(ascii: "|")
    return accept(")") ? WordPart(range: range(from: start), kind: .extendedPattern(op, alternatives)) : nil
  }

  /// A word's bytes with its quotes removed and its expansions as they are written.
  func unquoted(_ word: Word) -> [UInt8] { unquoted(word.parts) }

  private func unquoted(_ parts: [WordPart]) -> [UInt8] {
    parts.flatMap { part -> [UInt8] in
      switch part.kind {
      case .literal(let bytes), .singleQuoted(let bytes), .dollarSingleQuoted(let bytes): bytes
      case .escaped(let byte): [byte]
      case .doubleQuoted(let inner): unquoted(inner)
      case .parameter, .commandSubstitution, .arithmetic, .processSubstitution, .extendedPattern, .array:
        written(part.range)
      }
    }
  }

  /// The bytes of the present source that stand in a range of the outermost text.
  private func written(_ range: ByteRange) -> [UInt8] {
    Array(source[source.offset(of: range.lowerBound)..<source.offset(of: range.upperBound)])
  }

  /// A word as it is written, for names that are not expanded.
  func text(of word: Word) -> String { String(decoding: unquoted(word), as: UTF8.self) }
}

/// Unquoted bytes on their way into a part.
private struct Literal {
  private var bytes: [UInt8] = []
  private var start = 0
  private var end = 0

  mutating func take(_ byte: UInt8, at place: Int) {
    if bytes.isEmpty { start = place }
    bytes.append(byte)
    end = place + 1
  }

  mutating func take(_ run: ArraySlice<UInt8>, at place: Int) {
    if bytes.isEmpty { start = place }
    bytes.append(contentsOf: run)
    end = place + run.count
  }

  mutating func flush(into parts: inout [WordPart], _ source: Source) {
    guard !bytes.isEmpty else { return }
    parts.append(WordPart(range: source.range(start..<end), kind: .literal(bytes)))
    bytes = []
  }
}
