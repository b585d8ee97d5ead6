internal import Diagnostics

/// Parses POSIX shell and the bash that RPM scriptlets use, as POSIX XCU 2 and the bash manual define them.
///
/// It is total: every byte sequence gives a tree, with `errors` where a shell would complain; after an error it goes on at
/// the next command. Nothing is expanded. Aliases are not followed: scriptlets are non-interactive shells.
///
/// Here-documents are read when their operator is met, by looking ahead for the line feed that ends the line; `skips`
/// remembers where that line feed leads, so that trees can stay values.
package struct ShellParser {
  let bytes: [UInt8]
  let end: Int
  var position: Int
  package internal(set) var errors: [SyntaxError] = []
  var comments: [Comment] = []
  /// From the line feed after a line with here-documents to the byte after the last of them.
  var skips: [Int: Int] = [:]
  /// Line feed found for the last here-document, so that many on one line cost one look.
  var knownLineEnd: (from: Int, depth: Int, newline: Int)?
  var depth = 0
  /// Where a backquoted text was unescaped its own offsets mean nothing; every node then gets this range.
  let fixedRange: ByteRange?

  static let depthLimit = 200
  static let errorLimit = 100

  init(_ bytes: [UInt8], range: ByteRange? = nil, fixedRange: ByteRange? = nil) {
    self.bytes = bytes
    self.fixedRange = fixedRange
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Parses a whole text.
  package static func parse(_ bytes: [UInt8]) -> (script: Script, errors: [SyntaxError]) {
    var parser = ShellParser(bytes)
    let script = parser.script()
    return (script, parser.errors)
  }

  /// Parses a text as one word, for instance a value to be expanded; blanks and operators in it are literal.
  package static func parseWord(_ bytes: [UInt8]) -> (word: Word, errors: [SyntaxError]) {
    var parser = ShellParser(bytes)
    let parts = parser.parts(.hereDocument)
    return (Word(range: 0..<bytes.count, parts: parts), parser.errors)
  }

  mutating func script() -> Script {
    let start = position
    var statements: [Statement] = []
    while position < end {
      statements += self.statements(until: [])
      guard position < end else { break }
      let before = position
      fail("unexpected '\(tokenText())'")
      recover()
      if position == before { position += 1 }
    }
    return Script(range: range(from: start), statements: statements, comments: comments)
  }

  // MARK: Ranges and errors

  func range(from start: Int) -> ByteRange { fixedRange ?? start..<max(start, min(position, end)) }

  mutating func fail(_ message: String, at start: Int? = nil) {
    guard errors.count < Self.errorLimit else { return }
    let start = min(start ?? position, end)
    errors.append(SyntaxError(range: fixedRange ?? start..<min(end, max(start + 1, position)), message: message))
  }

  /// Skips to where the next command can start.
  mutating func recover() {
    while let byte = peek(), byte != 0x0A, byte != UInt8(ascii: ";") { position += 1 }
    if peek() == UInt8(ascii: ";") { position += 1 }
  }

  /// Runs a part of the grammar one level deeper; beyond the limit the rest of the text is given up.
  mutating func nested<Result>(_ otherwise: @autoclosure () -> Result, _ body: (inout ShellParser) -> Result) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      if errors.last?.message != Self.tooDeep { fail(Self.tooDeep) }
      position = end
      return otherwise()
    }
    return body(&self)
  }
  private static let tooDeep = "nested more than \(depthLimit) deep"

  // MARK: Bytes and blanks

  func peek(_ ahead: Int = 0) -> UInt8? {
    let index = position + ahead
    return index < end ? bytes[index] : nil
  }

  func starts(_ text: String) -> Bool {
    let text = text.utf8
    return position + text.count <= end && bytes[position..<position + text.count].elementsEqual(text)
  }

  mutating func take(_ text: String) -> Bool {
    guard starts(text) else { return false }
    position += text.utf8.count
    return true
  }

  /// Blanks, escaped line feeds and a comment.
  mutating func skipBlanks() {
    while let byte = peek() {
      if byte == 0x20 || byte == 0x09 || byte == 0x0D && peek(1) == 0x0A {
        position += 1
      } else if byte == UInt8(ascii: "\\"), peek(1) == 0x0A {
        position += 2
      } else if byte == UInt8(ascii: "#") {
        let start = position
        while let byte = peek(), byte != 0x0A { position += 1 }
        comments.append(Comment(range: range(from: start)))
        return
      } else {
        return
      }
    }
  }

  /// Blanks, comments and line feeds, with the here-documents behind them.
  mutating func skipLines() {
    skipBlanks()
    while peek() == 0x0A {
      takeNewline()
      skipBlanks()
    }
  }

  mutating func takeNewline() {
    position = skips[position] ?? position + 1
  }

  func tokenText() -> String {
    guard let byte = peek() else { return "end of text" }
    if byte == 0x0A { return "newline" }
    let word = bytes[position..<end].prefix(40).prefix { !Self.endsWord($0) }
    let shown = word.isEmpty ? bytes[position..<position + 1] : word
    return String(decoding: shown, as: UTF8.self)
  }

  static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  /// The unquoted word at this place when it is one of the reserved words; nothing is consumed.
  func reservedWord() -> String? {
    let word = bytes[position..<end].prefix(9).prefix { !Self.endsWord($0) }
    guard word.count <= 8, !word.isEmpty else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    return Self.reservedWords.contains(text) ? text : nil
  }
  static let reservedWords: Set<String> = [
    "if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac", "in", "{", "}", "!", "[[", "]]", "function",
    "select", "time", "coproc",
  ]

  mutating func takeReserved(_ word: String) -> Bool {
    guard reservedWord() == word else { return false }
    position += word.utf8.count
    return true
  }

  /// Takes a reserved word after blanks and line feeds, or complains.
  mutating func expectReserved(_ word: String, toClose opening: String, at start: Int) -> Bool {
    skipLines()
    if takeReserved(word) { return true }
    fail("'\(word)' expected to go with '\(opening)', found '\(tokenText())'", at: min(start, position))
    return false
  }

  // MARK: Lists

  /// Statements up to a reserved word of `stops`, `)`, `;;` or the end, none of which is consumed.
  mutating func statements(until stops: Set<String>) -> [Statement] {
    var list: [Statement] = []
    while true {
      skipLines()
      guard let byte = peek(), byte != UInt8(ascii: ")") else { return list }
      if byte == UInt8(ascii: ";"), peek(1) == UInt8(ascii: ";") || peek(1) == UInt8(ascii: "&") { return list }
      if let word = reservedWord(), stops.contains(word) || Self.closers.contains(word) { return list }
      let before = position
      let knownErrors = errors.count
      if let statement = statement() { list.append(statement) }
      if errors.count > knownErrors, position == before { return list }
      if position == before {
        fail("unexpected '\(tokenText())'")
        recover()
        if position == before { position += 1 }
      }
    }
  }
  private static let closers: Set<String> = ["then", "elif", "else", "fi", "do", "done", "esac", "}"]

  private mutating func statement() -> Statement? {
    let start = position
    guard let first = pipeline() else {
      recover()
      return nil
    }
    var rest: [(op: AndOrOperator, pipeline: Pipeline)] = []
    while true {
      skipBlanks()
      let op: AndOrOperator
      if take("&&") { op = .and } else if take("||") { op = .or } else { break }
      skipLines()
      guard let next = pipeline() else {
        fail("command expected after '\(op == .and ? "&&" : "||")'")
        recover()
        break
      }
      rest.append((op, next))
    }
    var isBackground = false
    let statementEnd = position
    skipBlanks()
    switch peek() {
    case UInt8(ascii: "&"):
      position += 1
      isBackground = true
    case UInt8(ascii: ";") where peek(1) != UInt8(ascii: ";") && peek(1) != UInt8(ascii: "&"): position += 1
    case 0x0A, nil, UInt8(ascii: ")"), UInt8(ascii: ";"): break
    default:
      if reservedWord() == nil || !Self.closers.contains(reservedWord() ?? "") || !endsInCompound(rest.last?.pipeline ?? first) {
        fail("unexpected '\(tokenText())'")
        recover()
      }
    }
    let whole = fixedRange ?? start..<max(start, isBackground ? position : statementEnd)
    return Statement(range: whole, first: first, rest: rest, isBackground: isBackground)
  }

  /// After a compound command a reserved word may follow without a separator: `{ { a; } }`.
  private func endsInCompound(_ pipeline: Pipeline) -> Bool {
    guard let last = pipeline.commands.last else { return false }
    if case .simple = last.kind { return false }
    return true
  }

  private mutating func pipeline() -> Pipeline? {
    let start = position
    var isNegated = false
    var isTimed = false
    while true {
      if reservedWord() == "!" || peek() == UInt8(ascii: "!") && peek(1) == UInt8(ascii: "(") {
        position += 1
        isNegated.toggle()
      } else if reservedWord() == "time" {
        position += 4
        isTimed = true
        skipBlanks()
        if starts("-p"), peek(2).map(Self.endsWord) ?? true { position += 2 }
      } else {
        break
      }
      skipBlanks()
    }
    var commands: [Command] = []
    if isTimed, peek() == nil || peek() == 0x0A || peek() == UInt8(ascii: ";") {
      return Pipeline(range: range(from: start), isNegated: isNegated, isTimed: true, commands: [emptyCommand()])
    }
    guard let first = command() else { return nil }
    commands.append(first)
    while true {
      skipBlanks()
      guard peek() == UInt8(ascii: "|"), peek(1) != UInt8(ascii: "|") else { break }
      position += peek(1) == UInt8(ascii: "&") ? 2 : 1
      skipLines()
      guard let next = command() else {
        fail("command expected after '|'")
        break
      }
      commands.append(next)
    }
    let last = commands.last?.range.upperBound ?? position
    return Pipeline(range: fixedRange ?? start..<max(start, last), isNegated: isNegated, isTimed: isTimed, commands: commands)
  }

  private func emptyCommand() -> Command {
    Command(range: range(from: position), kind: .simple(SimpleCommand(assignments: [], words: [])))
  }
}
