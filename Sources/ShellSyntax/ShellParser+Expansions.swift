internal import Diagnostics

/// What `$` and the backquote introduce.
extension ShellParser {
  /// nil: the dollar is literal.
  mutating func dollar(_ context: WordContext) -> WordPart? {
    let start = position
    guard let next = peek(1) else { return nil }
    switch next {
    case UInt8(ascii: "("):
      if peek(2) == UInt8(ascii: "("), let part = arithmeticExpansion() { return part }
      position += 2
      let script = substitutedScript(opening: start)
      return WordPart(range: range(from: start), kind: .commandSubstitution(script, isBackquoted: false))
    case UInt8(ascii: "["):
      position += 2
      guard let expression = arithmetic(closing: "]") else {
        fail("'$[' is not closed", at: start)
        return WordPart(range: range(from: start), kind: .literal(Array(bytes[start..<position])))
      }
      return WordPart(range: range(from: start), kind: .arithmetic(expression))
    case UInt8(ascii: "{"):
      let rest = literalRest(start)
      return nested(rest) { $0.braced(context) }
    case UInt8(ascii: "'"): return context.isQuoted ? nil : dollarSingleQuoted()
    case UInt8(ascii: "\""):
      guard !context.isQuoted else { return nil }
      position += 1
      return doubleQuoted()
    default: break
    }
    guard let name = parameterName(at: position + 1, isBraced: false) else { return nil }
    position += 1 + name.utf8.count
    return WordPart(range: range(from: start), kind: .parameter(ParameterExpansion(name: name)))
  }

  private func literalRest(_ start: Int) -> WordPart {
    WordPart(range: fixedRange ?? start..<end, kind: .literal(Array(bytes[start..<end])))
  }

  /// The name of a variable, a positional or a special parameter.
  private func parameterName(at start: Int, isBraced: Bool) -> String? {
    guard start < end else { return nil }
    let byte = bytes[start]
    if byte.isNameStart { return String(decoding: bytes[start..<end].prefix { $0.isNameContinue }, as: UTF8.self) }
    if byte.isDecimalDigit {
      let digits = isBraced ? bytes[start..<end].prefix { $0.isDecimalDigit } : bytes[start..<start + 1]
      return String(decoding: digits, as: UTF8.self)
    }
    if "@*#?-$!".utf8.contains(byte) { return String(decoding: [byte], as: UTF8.self) }
    return nil
  }

  private mutating func arithmeticExpansion() -> WordPart? {
    let saved = self
    let start = position
    position += 3
    if let expression = arithmetic(closing: "))") {
      return WordPart(range: range(from: start), kind: .arithmetic(expression))
    }
    // `$((a) | b)` is a command substitution that starts with a subshell.
    self = saved
    return nil
  }

  /// Text up to `closing` outside parentheses, which is consumed; nil when it does not come.
  mutating func arithmetic(closing: String) -> ArithmeticExpression? {
    nested(nil) { $0.arithmeticAtDepth(closing: closing) }
  }

  private mutating func arithmeticAtDepth(closing: String) -> ArithmeticExpression? {
    let start = position
    var parts: [WordPart] = []
    var literalStart = position
    var level = 0
    func flush(_ parser: ShellParser, upTo: Int) {
      guard upTo > literalStart else { return }
      parts.append(WordPart(range: parser.fixedRange ?? literalStart..<upTo, kind: .literal(Array(parser.bytes[literalStart..<upTo]))))
    }
    while let byte = peek() {
      if level == 0, starts(closing) {
        flush(self, upTo: position)
        let range = range(from: start)
        position += closing.utf8.count
        return ArithmeticExpression(range: range, word: Word(range: range, parts: parts))
      }
      let before = position
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): level += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        level -= 1
        if level < 0 { return nil }
      case UInt8(ascii: ";") where closing != ";": break
      case UInt8(ascii: "}") where closing == "}" && level == 0: return nil
      case UInt8(ascii: "$"):
        if let part = dollar(.plain) {
          flush(self, upTo: before)
          parts.append(part)
          literalStart = position
          continue
        }
      case UInt8(ascii: "`"):
        flush(self, upTo: before)
        parts.append(backquoted(.plain))
        literalStart = position
        continue
      case UInt8(ascii: "\""):
        flush(self, upTo: before)
        parts.append(doubleQuoted())
        literalStart = position
        continue
      default: break
      }
      position += 1
    }
    return nil
  }

  // MARK: ${…}

  private mutating func braced(_ context: WordContext) -> WordPart {
    let start = position
    position += 2
    var expansion = ParameterExpansion(name: "", isBraced: true)
    // `${#}` and `${#-x}` ask for `$#`; `${#name}` for a length.
    if peek() == UInt8(ascii: "#"), let next = peek(1), next != UInt8(ascii: "}"),
      !(":-=?+#%/".utf8.contains(next) && peek(2) != UInt8(ascii: "}"))
    {
      position += 1
      takeNameAndIndex(&expansion)
      expansion.operation = .length
    } else {
      if peek() == UInt8(ascii: "!"), let next = peek(1),
        next.isNameContinue || next == UInt8(ascii: "@") || next == UInt8(ascii: "*") || next == UInt8(ascii: "#")
      {
        position += 1
        expansion.isIndirect = true
      }
      takeNameAndIndex(&expansion)
      expansion.operation = operation(for: &expansion, inDoubleQuotes: context.isQuoted)
    }
    if expansion.name.isEmpty { fail("parameter name expected in '${'", at: start) }
    if !take("}") {
      fail("'${' is not closed, found '\(tokenText())'", at: start)
      // What cannot be read up to the brace is passed over, so that the rest of the text keeps its meaning.
      if let close = bytes[position..<end].prefix(while: { $0 != 0x0A }).firstIndex(of: UInt8(ascii: "}")) { position = close + 1 }
    }
    return WordPart(range: range(from: start), kind: .parameter(expansion))
  }

  private mutating func takeNameAndIndex(_ expansion: inout ParameterExpansion) {
    guard let name = parameterName(at: position, isBraced: true) else { return }
    expansion.name = name
    position += name.utf8.count
    guard peek() == UInt8(ascii: "[") else { return }
    let start = position
    position += 1
    let indexStart = position
    let parts = parts(.index)
    expansion.index = Word(range: range(from: indexStart), parts: parts)
    if !take("]") { fail("'[' is not closed", at: start) }
  }

  private mutating func operation(for expansion: inout ParameterExpansion, inDoubleQuotes quoted: Bool) -> ParameterExpansion.Operation {
    guard let byte = peek(), byte != UInt8(ascii: "}") else {
      if expansion.isIndirect, let index = expansion.index, isWholeArray(index) {
        expansion.isIndirect = false
        return .arrayKeys
      }
      return .value
    }
    position += 1
    switch byte {
    case UInt8(ascii: "-"): return .useDefault(operand(quoted), ifEmpty: false)
    case UInt8(ascii: "="): return .assignDefault(operand(quoted), ifEmpty: false)
    case UInt8(ascii: "?"): return .indicateError(operand(quoted), ifEmpty: false)
    case UInt8(ascii: "+"): return .useAlternative(operand(quoted), ifEmpty: false)
    case UInt8(ascii: ":"): return colonOperation(quoted)
    case UInt8(ascii: "#"):
      let longest = take("#")
      return .removePrefix(operand(quoted, isPattern: true), longest: longest)
    case UInt8(ascii: "%"):
      let longest = take("%")
      return .removeSuffix(operand(quoted, isPattern: true), longest: longest)
    case UInt8(ascii: "/"): return replacement(quoted)
    case UInt8(ascii: "^"):
      let all = take("^")
      return .caseModification(all ? .upperAll : .upperFirst, pattern: optionalOperand(quoted))
    case UInt8(ascii: ","):
      let all = take(",")
      return .caseModification(all ? .lowerAll : .lowerFirst, pattern: optionalOperand(quoted))
    case UInt8(ascii: "@"):
      if expansion.isIndirect, peek() == UInt8(ascii: "}") { return namesWithPrefix(&expansion) }
      if let letter = peek(), letter != UInt8(ascii: "}") {
        position += 1
        return .transformation(letter)
      }
    case UInt8(ascii: "*"):
      if expansion.isIndirect, peek() == UInt8(ascii: "}") { return namesWithPrefix(&expansion) }
    default: break
    }
    position -= 1
    fail("bad substitution '${\(expansion.name)\(String(decoding: [byte], as: UTF8.self))'")
    return .value
  }

  private func namesWithPrefix(_ expansion: inout ParameterExpansion) -> ParameterExpansion.Operation {
    expansion.isIndirect = false
    return .namesWithPrefix
  }

  private func isWholeArray(_ index: Word) -> Bool {
    guard index.parts.count == 1, case .literal(let text) = index.parts[0].kind else { return false }
    return text.elementsEqual("@".utf8) || text.elementsEqual("*".utf8)
  }

  private mutating func colonOperation(_ quoted: Bool) -> ParameterExpansion.Operation {
    guard let byte = peek() else { return .value }
    switch byte {
    case UInt8(ascii: "-"):
      position += 1
      return .useDefault(operand(quoted), ifEmpty: true)
    case UInt8(ascii: "="):
      position += 1
      return .assignDefault(operand(quoted), ifEmpty: true)
    case UInt8(ascii: "?"):
      position += 1
      return .indicateError(operand(quoted), ifEmpty: true)
    case UInt8(ascii: "+"):
      position += 1
      return .useAlternative(operand(quoted), ifEmpty: true)
    default: return substring()
    }
  }

  private mutating func substring() -> ParameterExpansion.Operation {
    let offset = substringPart(stopsAtColon: true)
    guard take(":") else { return .substring(offset: offset, length: nil) }
    return .substring(offset: offset, length: substringPart(stopsAtColon: false))
  }

  /// An arithmetic expression up to `}` or, for the offset, a colon that belongs to no `?:`.
  private mutating func substringPart(stopsAtColon: Bool) -> ArithmeticExpression {
    let start = position
    var parts: [WordPart] = []
    var literalStart = position
    var level = 0
    var questions = 0
    func flush(_ parser: ShellParser, upTo: Int) {
      guard upTo > literalStart else { return }
      parts.append(WordPart(range: parser.fixedRange ?? literalStart..<upTo, kind: .literal(Array(parser.bytes[literalStart..<upTo]))))
    }
    while let byte = peek() {
      if level == 0, byte == UInt8(ascii: "}") || byte == UInt8(ascii: ":") && stopsAtColon && questions == 0 { break }
      let before = position
      if byte == UInt8(ascii: "$"), let part = dollar(.plain) {
        flush(self, upTo: before)
        parts.append(part)
        literalStart = position
        continue
      }
      switch byte {
      case UInt8(ascii: "("): level += 1
      case UInt8(ascii: ")"): level -= 1
      case UInt8(ascii: "?"): questions += 1
      case UInt8(ascii: ":"): questions -= 1
      default: break
      }
      position += 1
    }
    flush(self, upTo: position)
    let range = range(from: start)
    return ArithmeticExpression(range: range, word: Word(range: range, parts: parts))
  }

  private mutating func operand(_ quoted: Bool, isPattern: Bool = false) -> Word {
    let start = position
    // Quotes in patterns quote, even where the whole expansion stands in double quotes.
    let parts = parts(.operand(inDoubleQuotes: quoted && !isPattern))
    return Word(range: range(from: start), parts: parts)
  }

  private mutating func optionalOperand(_ quoted: Bool) -> Word? {
    peek() == UInt8(ascii: "}") ? nil : operand(quoted, isPattern: true)
  }

  private mutating func replacement(_ quoted: Bool) -> ParameterExpansion.Operation {
    var scope = ParameterExpansion.ReplaceScope.first
    switch peek() {
    case UInt8(ascii: "/"):
      scope = .all
      position += 1
    case UInt8(ascii: "#"):
      scope = .prefix
      position += 1
    case UInt8(ascii: "%"):
      scope = .suffix
      position += 1
    default: break
    }
    let start = position
    // The first byte belongs to the pattern even when it is a slash: ${v///x}.
    let parts = parts(.replacePattern(inDoubleQuotes: false))
    let pattern = Word(range: range(from: start), parts: parts)
    guard take("/") else { return .replace(pattern: pattern, replacement: nil, scope) }
    return .replace(pattern: pattern, replacement: operand(quoted), scope)
  }

  // MARK: Quotes that expand

  /// bash's `$'…'`: bash manual, "ANSI-C Quoting".
  private mutating func dollarSingleQuoted() -> WordPart {
    let start = position
    position += 2
    var text: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: "'") {
      position += 1
      guard byte == UInt8(ascii: "\\"), let letter = peek() else {
        text.append(byte)
        continue
      }
      position += 1
      text += ansiEscape(letter)
    }
    if !take("'") { fail("single quote is not closed", at: start) }
    return WordPart(range: range(from: start), kind: .dollarSingleQuoted(text))
  }

  private mutating func ansiEscape(_ letter: UInt8) -> [UInt8] {
    switch letter {
    case UInt8(ascii: "a"): return [0x07]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "e"), UInt8(ascii: "E"): return [0x1B]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "v"): return [0x0B]
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"): return [letter]
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      position -= 1
      return [UInt8(truncatingIfNeeded: number(base: 8, digits: 3) ?? 0)]
    case UInt8(ascii: "x"): return number(base: 16, digits: 2).map { [UInt8(truncatingIfNeeded: $0)] } ?? [UInt8(ascii: "\\"), letter]
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      guard let value = number(base: 16, digits: letter == UInt8(ascii: "u") ? 4 : 8) else { return [UInt8(ascii: "\\"), letter] }
      return Unicode.Scalar(UInt32(value)).map { Array(String(Character($0)).utf8) } ?? []
    case UInt8(ascii: "c"):
      guard let control = peek() else { return [UInt8(ascii: "\\"), letter] }
      position += 1
      return [control & 0x1F]
    default: return [UInt8(ascii: "\\"), letter]
    }
  }

  private mutating func number(base: Int, digits: Int) -> Int? {
    var value = 0
    var count = 0
    while count < digits, let byte = peek(), let digit = byte.digitValue, digit < base {
      value = value * base + digit
      count += 1
      position += 1
    }
    return count == 0 ? nil : value
  }

  mutating func backquoted(_ context: WordContext) -> WordPart {
    let start = position
    position += 1
    let bodyStart = position
    var unescaped: [UInt8] = []
    var hasEscapes = false
    while let byte = peek(), byte != UInt8(ascii: "`") {
      position += 1
      guard byte == UInt8(ascii: "\\"), let next = peek() else {
        unescaped.append(byte)
        continue
      }
      position += 1
      if "$`\\".utf8.contains(next) || next == UInt8(ascii: "\"") && context.isQuoted {
        hasEscapes = true
      } else {
        unescaped.append(byte)
      }
      unescaped.append(next)
    }
    let bodyEnd = position
    if !take("`") { fail("backquote is not closed", at: start) }
    let whole = range(from: start)
    guard depth < Self.depthLimit else { return WordPart(range: whole, kind: .literal(Array(bytes[start..<position]))) }
    var inner =
      hasEscapes
      ? ShellParser(unescaped, fixedRange: fixedRange ?? whole)
      : ShellParser(bytes, range: bodyStart..<bodyEnd, fixedRange: fixedRange)
    inner.depth = depth + 1
    let script = inner.script()
    errors += inner.errors.prefix(max(0, Self.errorLimit - errors.count))
    return WordPart(range: whole, kind: .commandSubstitution(script, isBackquoted: true))
  }
}

extension UInt8 {
  var isDecimalDigit: Bool { (0x30...0x39).contains(self) }
  var isNameStart: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == UInt8(ascii: "_") }
  var isNameContinue: Bool { isNameStart || isDecimalDigit }
  fileprivate var digitValue: Int? {
    switch self {
    case 0x30...0x39: Int(self) - 0x30
    case 0x41...0x46: Int(self) - 0x41 + 10
    case 0x61...0x66: Int(self) - 0x61 + 10
    default: nil
    }
  }
}
