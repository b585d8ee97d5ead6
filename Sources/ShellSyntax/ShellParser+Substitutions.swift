// What `$`, backquotes, `<(` and `>(` begin (XCU 2.6).
extension ShellParser {
  /// nil, and nothing read, for a `$` that stands for itself.
  mutating func dollar(_ style: WordStyle) -> WordPart? {
    let start = offset
    let next = following(offset)
    guard let byte = byte(at: next) else { return nil }
    switch byte {
    case UInt8(ascii: "("): return parenthesizedExpansion(at: next)
    case UInt8(ascii: "{"): return nested { $0.bracedExpansion(at: next, style) }
    case UInt8(ascii: "["): return bracketArithmetic(at: next)
    case UInt8(ascii: "'") where style.hasDollarQuotes:
      offset = next
      return dollarSingleQuoted(from: start)
    case UInt8(ascii: "\"") where style.hasDoubleQuotes && style.surroundings == .nothing:
      offset = next
      return doubleQuoted(from: start)
    default:
      guard let (name, end) = plainParameter(at: next) else { return nil }
      offset = end
      return WordPart(range: range(from: start), kind: .parameter(ParameterExpansion(name: name)))
    }
  }

  /// A name, one digit or a special parameter.
  private func plainParameter(at place: Int) -> (name: String, end: Int)? {
    if let name = name(at: place) { return name }
    guard let byte = byte(at: place), byte.isDigit || byte.isSpecialParameter else { return nil }
    return (source.text(place..<place + 1), place + 1)
  }

  /// `$(( … ))` or `$( … )`; at the `$`.
  private mutating func parenthesizedExpansion(at parenthesis: Int) -> WordPart? {
    let start = offset
    return nested { parser in
      if parser.byte(at: parser.following(parenthesis)) == UInt8(ascii: "("),
        let expression = parser.attempt({ $0.dollarDoubleParenthesized() })
      {
        return WordPart(range: parser.range(from: start), kind: .arithmetic(expression))
      }
      parser.offset = parenthesis + 1
      let script = parser.enclosedScript()
      if !parser.accept(")") { parser.report("'$(' without ')'", from: start, to: start + 2) }
      return WordPart(range: parser.range(from: start), kind: .commandSubstitution(script, isBackquoted: false))
    }
  }

  /// nil when the parentheses do not close together, as in `$((a); b)`.
  private mutating func dollarDoubleParenthesized() -> ArithmeticExpression? {
    guard accept("$((") else { return nil }
    let expression = arithmetic(.arithmetic)
    skipContinuations()
    return accept("))") ? expression : nil
  }

  private mutating func bracketArithmetic(at bracket: Int) -> WordPart? {
    let start = offset
    return nested { parser in
      parser.offset = bracket + 1
      let expression = parser.arithmetic(.bracketArithmetic)
      parser.skipContinuations()
      if !parser.accept("]") { parser.report("'$[' without ']'", from: start, to: start + 2) }
      return WordPart(range: parser.range(from: start), kind: .arithmetic(expression))
    }
  }

  mutating func processSubstitution() -> WordPart? {
    let start = offset
    let isOutput = byte == UInt8(ascii: ">")
    return nested { parser in
      parser.offset = parser.following(start) + 1
      let script = parser.enclosedScript()
      if !parser.accept(")") { parser.report("'\(isOutput ? ">" : "<")(' without ')'", from: start, to: start + 2) }
      return WordPart(range: parser.range(from: start), kind: .processSubstitution(script, isOutput: isOutput))
    }
  }

  /// `` `…` ``: the text up to the next backquote without backslash, read as a script once its backslashes are removed.
  mutating func backquoted(_ style: WordStyle) -> WordPart? {
    let start = offset
    var bytes: [UInt8] = []
    var origins: [Int] = []
    offset += 1
    while let byte, byte != UInt8(ascii: "`") {
      origins.append(source.origin(of: offset))
      if byte == UInt8(ascii: "\\"), let next = self.byte(at: offset + 1), isRemovedBackslash(before: next, style) {
        bytes.append(next)
        offset += 2
      } else {
        bytes.append(byte)
        offset += 1
      }
    }
    origins.append(source.origin(of: offset))
    if !accept("`") { report("backquote is never closed", from: start, to: start + 1) }
    let end = offset
    return nested { parser in
      let script = parser.reading(Source(bytes: bytes, origins: origins)) { $0.script(until: []) }
      parser.offset = end
      return WordPart(range: parser.range(from: start), kind: .commandSubstitution(script, isBackquoted: true))
    }
  }

  private func isRemovedBackslash(before next: UInt8, _ style: WordStyle) -> Bool {
    switch next {
    case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\\"): true
    case UInt8(ascii: "\""): style.surroundings == .doubleQuotes && !style.hasDoubleQuotes
    default: false
    }
  }
}
