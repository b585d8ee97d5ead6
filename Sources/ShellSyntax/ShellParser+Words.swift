internal import Diagnostics

/// Where a word stands decides what ends it and what is special in it.
enum WordContext {
  /// A command's word: ended by blanks and operators.
  case plain
  /// Up to `"`.
  case doubleQuoted
  /// A here-document's body or any other text to its end: only `$`, `` ` `` and `\` are special.
  case hereDocument
  /// Operand of `${name:-…}` up to `}`.
  case operand(inDoubleQuotes: Bool)
  /// Pattern of `${name/…/…}` up to `/` or `}`.
  case replacePattern(inDoubleQuotes: Bool)
  /// Up to `]`.
  case index
  /// Operands of `[[ ]]`.
  case testOperand, testPattern, regularExpression
}

extension ShellParser {
  /// A word, or nil where none starts.
  mutating func word(_ context: WordContext = .plain, isDeclaration: Bool = false) -> Word? {
    let start = position
    var parts = parts(context)
    if isDeclaration, peek() == UInt8(ascii: "("), case .literal(let text)? = parts.last?.kind, text.last == UInt8(ascii: "=") {
      parts.append(arrayText())
    }
    guard position > start else { return nil }
    return Word(range: range(from: start), parts: parts)
  }

  /// The parts up to what ends the context, which is not consumed.
  mutating func parts(_ context: WordContext) -> [WordPart] {
    var parts: [WordPart] = []
    var literal: [UInt8] = []
    var literalStart = position
    func flush(_ parser: ShellParser, _ upTo: Int) {
      guard !literal.isEmpty else { return }
      parts.append(WordPart(range: parser.fixedRange ?? literalStart..<upTo, kind: .literal(literal)))
      literal = []
    }
    var parentheses = 0
    while let byte = peek() {
      if endsParts(byte, context, parentheses) { break }
      if case .regularExpression = context {
        if byte == UInt8(ascii: "(") { parentheses += 1 }
        if byte == UInt8(ascii: ")") { parentheses -= 1 }
      }
      let start = position
      if byte == UInt8(ascii: "\\"), peek(1) == 0x0A {
        position += 2
        if literal.isEmpty { literalStart = position }
        continue
      }
      if let part = specialPart(byte, context, previous: literal.last) {
        flush(self, start)
        parts.append(part)
        literalStart = position
        continue
      }
      if literal.isEmpty { literalStart = start }
      literal.append(byte)
      position += 1
    }
    flush(self, position)
    return parts
  }

  private func endsParts(_ byte: UInt8, _ context: WordContext, _ parentheses: Int) -> Bool {
    switch context {
    case .plain, .testOperand, .testPattern:
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">"), peek(1) == UInt8(ascii: "(") { return false }
      if byte == 0x0D, peek(1) == 0x0A { return true }
      if byte == UInt8(ascii: "("), startsExtendedPattern(before: position) { return false }
      return Self.endsWord(byte)
    case .regularExpression:
      if byte == 0x20 || byte == 0x09 || byte == 0x0A { return parentheses <= 0 }
      return byte == UInt8(ascii: ")") && parentheses <= 0
    case .doubleQuoted: return byte == UInt8(ascii: "\"")
    case .hereDocument: return false
    case .operand: return byte == UInt8(ascii: "}")
    case .replacePattern: return byte == UInt8(ascii: "}") || byte == UInt8(ascii: "/")
    case .index: return byte == UInt8(ascii: "]")
    }
  }

  private func startsExtendedPattern(before open: Int) -> Bool { false }

  /// A quote, expansion or extended pattern; nil when the byte is literal here.
  private mutating func specialPart(_ byte: UInt8, _ context: WordContext, previous: UInt8?) -> WordPart? {
    switch byte {
    case UInt8(ascii: "$"): return dollar(context)
    case UInt8(ascii: "`"): return backquoted(context)
    case UInt8(ascii: "\\"): return escape(context)
    case UInt8(ascii: "'"):
      if context.keepsSingleQuotes { return nil }
      return singleQuoted()
    case UInt8(ascii: "\""):
      switch context {
      case .hereDocument, .doubleQuoted: return nil
      case .plain, .operand, .replacePattern, .index, .testOperand, .testPattern, .regularExpression: return doubleQuoted()
      }
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      guard context.isCommandWord, peek(1) == UInt8(ascii: "(") else { return nil }
      return processSubstitution(isOutput: byte == UInt8(ascii: ">"))
    case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "!"):
      guard context.isCommandWord, peek(1) == UInt8(ascii: "(") else { return nil }
      return extendedPattern()
    default: return nil
    }
  }

  private mutating func escape(_ context: WordContext) -> WordPart? {
    guard let next = peek(1) else { return nil }
    let start = position
    switch context {
    case .doubleQuoted, .hereDocument, .operand(inDoubleQuotes: true), .replacePattern(inDoubleQuotes: true):
      let special = "$`\\".utf8.contains(next) || next == UInt8(ascii: "\"") && !context.isHereDocument
      let closes = context.isOperand && (next == UInt8(ascii: "}") || next == UInt8(ascii: "/"))
      guard special || closes else { return nil }
    case .plain, .operand, .replacePattern, .index, .testOperand, .testPattern, .regularExpression: break
    }
    position += 2
    return WordPart(range: range(from: start), kind: .escaped(next))
  }

  private mutating func singleQuoted() -> WordPart {
    let start = position
    position += 1
    let text = bytes[position..<end].prefix { $0 != UInt8(ascii: "'") }
    position += text.count
    if !take("'") { fail("single quote is not closed", at: start) }
    return WordPart(range: range(from: start), kind: .singleQuoted(Array(text)))
  }

  mutating func doubleQuoted() -> WordPart {
    let start = position
    position += 1
    let parts = nested([]) { $0.parts(.doubleQuoted) }
    if !take("\"") { fail("double quote is not closed", at: start) }
    return WordPart(range: range(from: start), kind: .doubleQuoted(parts))
  }

  private mutating func processSubstitution(isOutput: Bool) -> WordPart {
    let start = position
    position += 2
    let script = substitutedScript(opening: start)
    return WordPart(range: range(from: start), kind: .processSubstitution(script, isOutput: isOutput))
  }

  /// The statements up to `)`, which is consumed.
  mutating func substitutedScript(opening: Int) -> Script {
    let start = position
    let outer = comments
    comments = []
    let list = nested([]) { $0.statements(until: []) }
    skipLines()
    let script = Script(range: range(from: start), statements: list, comments: comments)
    comments = outer
    if !take(")") {
      fail("'(' is not closed, found '\(tokenText())'", at: opening)
    }
    return script
  }

  private mutating func extendedPattern() -> WordPart {
    let start = position
    position += 1
    skipBalanced()
    return WordPart(range: range(from: start), kind: .extendedPattern(Array(bytes[start..<position])))
  }

  /// `( … )` of `declare -a name=( … )`, kept as written.
  private mutating func arrayText() -> WordPart {
    let start = position
    skipBalanced()
    return WordPart(range: range(from: start), kind: .literal(Array(bytes[start..<position])))
  }

  /// From an opening parenthesis past the one that closes it, quotes respected.
  private mutating func skipBalanced() {
    var level = 0
    let start = position
    while let byte = peek() {
      position += 1
      switch byte {
      case UInt8(ascii: "("): level += 1
      case UInt8(ascii: ")"):
        level -= 1
        if level <= 0 { return }
      case UInt8(ascii: "\\"): position = min(end, position + 1)
      case UInt8(ascii: "'"):
        position -= 1
        _ = singleQuoted()
      case UInt8(ascii: "\""):
        position -= 1
        _ = doubleQuoted()
      default: break
      }
    }
    fail("'(' is not closed", at: start)
  }
}

extension WordContext {
  /// Single quotes are literal here.
  fileprivate var keepsSingleQuotes: Bool {
    switch self {
    case .doubleQuoted, .hereDocument, .operand(inDoubleQuotes: true): true
    case .plain, .operand, .replacePattern, .index, .testOperand, .testPattern, .regularExpression: false
    }
  }
  fileprivate var isCommandWord: Bool {
    switch self {
    case .plain, .testOperand, .testPattern: true
    case .doubleQuoted, .hereDocument, .operand, .replacePattern, .index, .regularExpression: false
    }
  }
  fileprivate var isHereDocument: Bool { if case .hereDocument = self { true } else { false } }
  fileprivate var isOperand: Bool {
    switch self {
    case .operand, .replacePattern: true
    case .plain, .doubleQuoted, .hereDocument, .index, .testOperand, .testPattern, .regularExpression: false
    }
  }
  /// Expansions inside are themselves inside double quotes.
  var isQuoted: Bool {
    switch self {
    case .doubleQuoted, .hereDocument: true
    case .operand(let inDoubleQuotes), .replacePattern(let inDoubleQuotes): inDoubleQuotes
    case .plain, .index, .testOperand, .testPattern, .regularExpression: false
    }
  }
}
