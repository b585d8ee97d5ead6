/// A here-document that was asked for and not yet read.
struct PendingHereDocument {
  /// Where the redirection begins in the outermost text.
  let place: Int
  /// Quotes removed.
  let delimiter: [UInt8]
  let stripsTabs: Bool
  /// No part of the delimiter was quoted: a backslash joins lines.
  let joinsLines: Bool
}

// Redirections and here-documents (XCU 2.7).
extension ShellParser {
  /// A redirection, if one begins here.
  mutating func redirection() -> Redirection? {
    let start = offset
    var descriptor: Int?
    var variable: String?
    var place = offset
    if let byte, byte.isDigit {
      guard let (number, end) = number(at: place) else { return nil }
      descriptor = number
      place = end
    } else if byte == UInt8(ascii: "{"), let (name, end) = descriptorVariable() {
      variable = name
      place = end
    }
    guard let (op, end) = redirectionOperator(at: afterContinuations(place)) else { return nil }
    if descriptor != nil || variable != nil, op == .outputAndError || op == .appendOutputAndError { return nil }
    offset = end
    skipBlanks()
    var result = Redirection(
      range: range(from: start), descriptor: descriptor, descriptorVariable: variable, op: op,
      target: Word(range: range(from: offset), parts: []))
    guard startsWord else {
      report("no word after '\(op.rawValue)'", from: start, to: end)
      offset = end
      return result
    }
    result.target = word(.command)
    if op == .hereDocument || op == .hereDocumentStripTabs { result.hereDocument = hereDocument(result, from: start) }
    result.range = range(from: start)
    return result
  }

  /// Digits directly before `<` or `>`.
  private func number(at place: Int) -> (Int, end: Int)? {
    var place = place
    var value = 0
    while let byte = byte(at: place), byte.isDigit {
      guard value < 100_000_000 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      place = following(place)
    }
    return (value, place)
  }

  /// bash's `{name}` directly before `<` or `>`.
  private func descriptorVariable() -> (String, end: Int)? {
    guard let (name, end) = name(at: following(offset)) else { return nil }
    let brace = afterContinuations(end)
    guard byte(at: brace) == UInt8(ascii: "}") else { return nil }
    return (name, following(brace))
  }

  private func redirectionOperator(at place: Int) -> (Redirection.Operator, end: Int)? {
    guard let first = byte(at: place) else { return nil }
    let second = byte(at: following(place))
    let candidates: [Redirection.Operator]
    switch (first, second) {
    case (UInt8(ascii: "<"), UInt8(ascii: "(")), (UInt8(ascii: ">"), UInt8(ascii: "(")): return nil
    case (UInt8(ascii: "<"), _): candidates = [.hereString, .hereDocumentStripTabs, .hereDocument, .duplicateInput, .readWrite, .input]
    case (UInt8(ascii: ">"), _): candidates = [.append, .duplicateOutput, .clobber, .output]
    case (UInt8(ascii: "&"), UInt8(ascii: ">")): candidates = [.appendOutputAndError, .outputAndError]
    default: return nil
    }
    for candidate in candidates {
      if let end = end(of: candidate.rawValue, at: place) { return (candidate, end) }
    }
    return nil
  }

  // MARK: Here-documents

  /// The body, once its place is known; until then it is asked for.
  private mutating func hereDocument(_ redirection: Redirection, from start: Int) -> Word? {
    let isQuoted = redirection.target.parts.contains { part in
      switch part.kind {
      case .escaped, .singleQuoted, .dollarSingleQuoted, .doubleQuoted: true
      case .literal, .parameter, .commandSubstitution, .arithmetic, .processSubstitution, .extendedPattern, .array: false
      }
    }
    let pending = PendingHereDocument(
      place: source.origin(of: start), delimiter: unquoted(redirection.target),
      stripsTabs: redirection.op == .hereDocumentStripTabs, joinsLines: !isQuoted)
    pendingHereDocuments.append(pending)
    guard let body = hereDocumentBodies[pending.place] else { return nil }
    return hereDocumentWord(pending, source.offset(of: body.lowerBound)..<source.offset(of: body.upperBound))
  }

  /// Notes where the bodies of the here-documents that were asked for are, and moves behind them.
  mutating func readHereDocuments() {
    let pending = pendingHereDocuments
    pendingHereDocuments = []
    for document in pending {
      let start = offset
      let end = skipHereDocument(document)
      let isKnown = hereDocumentBodies.updateValue(source.range(start..<end), forKey: document.place) != nil
      // The body's own substitutions may hold here-documents.
      if !isKnown { _ = hereDocumentWord(document, start..<end) }
    }
  }

  /// Those whose body never came are empty.
  mutating func finishHereDocuments() {
    for document in pendingHereDocuments { hereDocumentBodies[document.place] = source.range(source.count..<source.count) }
    pendingHereDocuments = []
  }

  /// Moves behind the delimiter.
  ///
  /// - Returns: the end of the body. As in every shell the text's end closes a here-document too.
  private mutating func skipHereDocument(_ document: PendingHereDocument) -> Int {
    while !atEnd {
      let start = offset
      var line = hereDocumentLine(document)
      if document.stripsTabs { line = line.drop { $0 == 0x09 } }
      if line.elementsEqual(document.delimiter) { return start }
      if isInSubstitution, line.starts(with: document.delimiter), line.contains(UInt8(ascii: ")")) {
        // Bash lets `)` follow the delimiter when it closes the substitution.
        offset -= line.count - document.delimiter.count + (source[offset - 1] == 0x0A ? 1 : 0)
        return start
      }
    }
    return offset
  }

  /// Moves over a line, with those that a backslash joins to it, and returns it without the line feed.
  private mutating func hereDocumentLine(_ document: PendingHereDocument) -> ArraySlice<UInt8> {
    var joined: [UInt8] = []
    while true {
      let start = offset
      while offset < source.count, source[offset] != 0x0A { offset += 1 }
      let line = source[start..<offset]
      if offset < source.count { offset += 1 }
      let backslashes = document.joinsLines ? line.reversed().prefix { $0 == UInt8(ascii: "\\") }.count : 0
      guard backslashes % 2 == 1, !atEnd else { return joined.isEmpty ? line : (joined + line)[...] }
      joined += line.dropLast()
    }
  }

  private mutating func hereDocumentWord(_ document: PendingHereDocument, _ body: Range<Int>) -> Word {
    let (bytes, origins) = hereDocumentText(document, body)
    let range = source.range(body)
    guard document.joinsLines else {
      return Word(range: range, parts: bytes.isEmpty ? [] : [WordPart(range: range, kind: .singleQuoted(bytes))])
    }
    return reading(Source(bytes: bytes, origins: origins)) { parser in
      var word = parser.word(.hereDocument)
      word.range = range
      return word
    }
  }

  /// The body without the tabs that `<<-` strips.
  private func hereDocumentText(_ document: PendingHereDocument, _ body: Range<Int>) -> (bytes: [UInt8], origins: [Int]) {
    var bytes: [UInt8] = []
    var origins: [Int] = []
    var isLineStart = true
    var isEscaped = false
    for place in body {
      let byte = source[place]
      if isLineStart, document.stripsTabs, byte == 0x09 { continue }
      bytes.append(byte)
      origins.append(source.origin(of: place))
      // Tabs behind a line continuation are not at the beginning of a line.
      isLineStart = byte == 0x0A && !(isEscaped && document.joinsLines)
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    origins.append(source.origin(of: body.upperBound))
    return (bytes, origins)
  }
}
