/// Reads shell text: POSIX XCU 2 and the bash that scriptlets use.
///
/// There is no separate tokeniser, because what is a token depends on where the parser stands. Any bytes are accepted: what a
/// shell would refuse is reported, the parser goes on at the next command, and the tree holds what could be understood.
/// A here-document's body follows the line that asks for it, which is long after its redirection was built; a text
/// with here-documents is therefore read twice, first to find the bodies.
///
/// Not handled: aliases (they are left alone), and what a `shopt` in the text changes. Extended patterns are always known.
package struct ShellParser {
  /// Commands, substitutions and quotes that may stand in one another before the rest of the text is given up.
  static let maximumDepth = 200

  /// The text being read; another one while the inside of backquotes or of a here-document is read.
  var source: Source
  /// The next byte in `source`.
  var offset = 0
  var errors: [SyntaxError] = []
  /// Those of the script being read.
  var comments: [Comment] = []
  /// Here-documents whose body begins after the next line feed.
  var pendingHereDocuments: [PendingHereDocument] = []
  /// Where the bodies are, by the redirection's place. Both are places in the outermost text, because an attempt may read the same bytes
  /// as part of another text.
  var hereDocumentBodies: [Int: Range<Int>] = [:]
  /// Places in the outermost text where an ambiguous construct turned out to be the plainer one.
  /// Without it, nested ambiguities would be tried again on every level, in exponential time.
  var refutedAttempts: Set<Int> = []
  /// What the lists that are being read wait for.
  var awaited: Terminators = []
  var depth = 0
  /// In `$(…)` or `<(…)`.
  var isInSubstitution = false
  /// Behind the last token of the command that was read last, so that no range takes in the blanks after it.
  var commandEnd = 0

  private init(_ bytes: [UInt8]) {
    source = Source(bytes: bytes)
  }

  /// Parses a whole scriptlet.
  ///
  /// - Returns: the tree of what was understood, and what a shell would refuse, in the order of the text.
  package static func parse(_ bytes: some Collection<UInt8>) -> (script: Script, errors: [SyntaxError]) {
    var parser = ShellParser(Array(bytes))
    var script = parser.script(until: [])
    if !parser.hereDocumentBodies.isEmpty {
      parser.rewind()
      script = parser.script(until: [])
    }
    return (script, parser.sortedErrors)
  }

  /// Starts over, keeping what is known about the text.
  private mutating func rewind() {
    offset = 0
    errors = []
    comments = []
    pendingHereDocuments = []
  }

  private var sortedErrors: [SyntaxError] {
    errors.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  /// Commands up to a terminator, which is left in place, with the comments between them.
  mutating func script(until terminators: Terminators) -> Script {
    let start = offset
    let outerComments = comments
    comments = []
    defer { comments = outerComments }
    let statements = statements(until: terminators)
    if atEnd { finishHereDocuments() }
    return Script(range: range(from: start), statements: statements, comments: comments)
  }

  /// Reads another text, such as the inside of backquotes, with the ranges of the present one.
  mutating func reading<Result>(_ inner: Source, _ body: (inout ShellParser) -> Result) -> Result {
    let saved = (source, offset, pendingHereDocuments, awaited, isInSubstitution, commandEnd)
    source = inner
    offset = 0
    pendingHereDocuments = []
    awaited = []
    isInSubstitution = false
    let result = body(&self)
    finishHereDocuments()
    (source, offset, pendingHereDocuments, awaited, isInSubstitution, commandEnd) = saved
    return result
  }
}

// MARK: Attempts

extension ShellParser {
  /// Reads what may turn out to be something else; if it does, nothing has happened.
  mutating func attempt<Result>(_ body: (inout ShellParser) -> Result?) -> Result? {
    let place = source.origin(of: offset)
    guard !refutedAttempts.contains(place) else { return nil }
    let saved = (offset, errors, comments, pendingHereDocuments, awaited, commandEnd)
    if let result = body(&self) { return result }
    refutedAttempts.insert(place)
    (offset, errors, comments, pendingHereDocuments, awaited, commandEnd) = saved
    return nil
  }

  /// Goes one level down; beyond the limit the rest of the text is given up and nil is returned.
  mutating func nested<Result>(_ body: (inout ShellParser) -> Result) -> Result? {
    guard depth < Self.maximumDepth else {
      report("nested deeper than \(Self.maximumDepth) levels", from: offset, to: offset)
      offset = source.count
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }
}

// MARK: Errors

extension ShellParser {
  mutating func report(_ message: String, from start: Int, to end: Int) {
    let range = source.range(start..<max(start, end))
    // What follows from an error at the same place is no news.
    guard errors.last?.range.lowerBound != range.lowerBound else { return }
    errors.append(SyntaxError(range: range, message: message))
  }

  /// Reports the token at the present place.
  mutating func reportUnexpected() {
    if atEnd { return report("unexpected end of text", from: offset, to: offset) }
    if byte == 0x0A { return report("unexpected end of line", from: offset, to: offset + 1) }
    let end = tokenEnd
    report("unexpected '\(source.text(offset..<end))'", from: offset, to: end)
  }

  /// The end of the operator or word at the present place, for messages.
  var tokenEnd: Int {
    for op in ["&&", "||", ";;&", ";;", ";&", "|&", "<<", ">>"] {
      if let end = end(of: op) { return end }
    }
    var end = offset + 1
    guard let byte, !byte.isMetacharacter else { return min(end, source.count) }
    while end < source.count, !source[end].isMetacharacter, end - offset < 32 { end += 1 }
    return end
  }

  /// Moves to the end of the command after an error, over whole words so that quotes stay in pairs.
  mutating func skipCommand() {
    while true {
      skipBlanks()
      guard let byte, byte != 0x0A, byte != UInt8(ascii: ";"), byte != UInt8(ascii: "&"), byte != UInt8(ascii: "|") else { return }
      if byte == UInt8(ascii: ")"), awaited.contains(.closeParenthesis) { return }
      let before = offset
      _ = word(.command)
      if offset == before { offset += 1 }
    }
  }
}
