internal import Diagnostics

/// Assignments, redirections and here-documents.
extension ShellParser {
  /// `name=value`, `name+=value`, `name[i]=value`, `name=( … )`; nil when no assignment starts here.
  mutating func assignment() -> Assignment? {
    guard let first = peek(), first.isNameStart else { return nil }
    let saved = self
    let start = position
    let name = String(decoding: bytes[position..<end].prefix { $0.isNameContinue }, as: UTF8.self)
    position += name.utf8.count
    var index: Word?
    if peek() == UInt8(ascii: "[") {
      position += 1
      let indexStart = position
      index = Word(range: range(from: indexStart), parts: parts(.index))
      guard take("]") else {
        self = saved
        return nil
      }
    }
    let isAppend = starts("+=")
    if isAppend { position += 1 }
    guard take("=") else {
      self = saved
      return nil
    }
    if peek() == UInt8(ascii: "("), index == nil {
      let elements = arrayElements()
      return Assignment(range: range(from: start), name: name, isAppend: isAppend, value: .array(elements))
    }
    let value = word()
    return Assignment(range: range(from: start), name: name, index: index, isAppend: isAppend, value: .scalar(value))
  }

  private mutating func arrayElements() -> [ArrayElement] {
    let start = position
    position += 1
    var elements: [ArrayElement] = []
    while true {
      skipLines()
      if take(")") { return elements }
      guard position < end else {
        fail("'(' is not closed", at: start)
        return elements
      }
      if peek() == UInt8(ascii: "["), let element = keyedElement() {
        elements.append(element)
      } else if let value = word() {
        elements.append(ArrayElement(value: value))
      } else {
        fail("unexpected '\(tokenText())' in an array", at: position)
        recover()
        return elements
      }
    }
  }

  private mutating func keyedElement() -> ArrayElement? {
    let saved = self
    position += 1
    let start = position
    let index = Word(range: range(from: start), parts: parts(.index))
    guard take("]"), take("=") else {
      self = saved
      return nil
    }
    let valueStart = position
    return ArrayElement(index: index, value: word() ?? Word(range: range(from: valueStart), parts: []))
  }

  /// nil when no redirection starts here.
  mutating func redirection() -> Redirection? {
    let saved = position
    let start = position
    var descriptor: Int?
    var variable: String?
    if let byte = peek(), byte.isDecimalDigit {
      let digits = bytes[position..<end].prefix { $0.isDecimalDigit }
      let next = position + digits.count
      guard digits.count < 10, next < end, bytes[next] == UInt8(ascii: "<") || bytes[next] == UInt8(ascii: ">") else { return nil }
      descriptor = Int(String(decoding: digits, as: UTF8.self))
      position = next
    } else if peek() == UInt8(ascii: "{") {
      let name = bytes[(position + 1)..<end].prefix { $0.isNameContinue }
      let close = name.endIndex
      guard !name.isEmpty, close + 1 < end, bytes[close] == UInt8(ascii: "}"),
        bytes[close + 1] == UInt8(ascii: "<") || bytes[close + 1] == UInt8(ascii: ">")
      else { return nil }
      variable = String(decoding: name, as: UTF8.self)
      position = close + 1
    }
    guard let op = redirectionOperator() else {
      position = saved
      return nil
    }
    skipBlanks()
    let wordStart = position
    guard let target = word() else {
      fail("word expected after '\(op.rawValue)', found '\(tokenText())'", at: start)
      let empty = Word(range: range(from: wordStart), parts: [])
      return Redirection(range: range(from: start), descriptor: descriptor, descriptorVariable: variable, op: op, target: empty)
    }
    var redirection = Redirection(
      range: range(from: start), descriptor: descriptor, descriptorVariable: variable, op: op, target: target)
    if op == .hereDocument || op == .hereDocumentStripTabs { redirection.hereDocument = hereDocument(target, op, at: start) }
    return redirection
  }

  private mutating func redirectionOperator() -> Redirection.Operator? {
    // `<(` and `>(` start a word.
    if peek() == UInt8(ascii: "<") || peek() == UInt8(ascii: ">"), peek(1) == UInt8(ascii: "(") { return nil }
    let longestFirst: [Redirection.Operator] = [
      .hereString, .hereDocumentStripTabs, .appendOutputAndError, .hereDocument, .append, .clobber, .readWrite, .duplicateInput,
      .duplicateOutput, .outputAndError, .input, .output,
    ]
    for op in longestFirst where starts(op.rawValue) {
      position += op.rawValue.utf8.count
      return op
    }
    return nil
  }

  // MARK: Here-documents

  private mutating func hereDocument(_ delimiter: Word, _ op: Redirection.Operator, at start: Int) -> Word? {
    let (text, isQuoted) = Self.delimiterText(delimiter)
    guard let newline = lineEnd() else {
      fail("here-document '\(String(decoding: text, as: UTF8.self))' has no body", at: start)
      return nil
    }
    let bodyStart = skips[newline] ?? newline + 1
    let lines = hereDocumentLines(from: bodyStart, delimiter: text, stripsTabs: op == .hereDocumentStripTabs)
    skips[newline] = lines.resume
    if !lines.isClosed { fail("here-document '\(String(decoding: text, as: UTF8.self))' is not closed", at: start) }
    let range = fixedRange ?? bodyStart..<lines.end
    if isQuoted { return Word(range: range, parts: [WordPart(range: range, kind: .singleQuoted(lines.text(bytes)))]) }
    if lines.isContiguous {
      var inner = ShellParser(bytes, range: bodyStart..<lines.end, fixedRange: fixedRange)
      inner.depth = depth + 1
      let parts = depth < Self.depthLimit ? inner.parts(.hereDocument) : []
      errors += inner.errors.prefix(max(0, Self.errorLimit - errors.count))
      return Word(range: range, parts: parts)
    }
    // Tabs were taken away: offsets into the body mean nothing any more.
    var inner = ShellParser(lines.text(bytes), fixedRange: range)
    inner.depth = depth + 1
    let parts = depth < Self.depthLimit ? inner.parts(.hereDocument) : []
    return Word(range: range, parts: parts)
  }

  /// The delimiter after quote removal, and whether any of it was quoted.
  private static func delimiterText(_ word: Word) -> (text: [UInt8], isQuoted: Bool) {
    var text: [UInt8] = []
    var isQuoted = false
    func add(_ parts: [WordPart]) {
      for part in parts {
        switch part.kind {
        case .literal(let bytes), .extendedPattern(let bytes): text += bytes
        case .escaped(let byte):
          isQuoted = true
          text.append(byte)
        case .singleQuoted(let bytes), .dollarSingleQuoted(let bytes):
          isQuoted = true
          text += bytes
        case .doubleQuoted(let inner):
          isQuoted = true
          add(inner)
        case .parameter(let expansion): text += Array("$\(expansion.name)".utf8)
        case .commandSubstitution, .arithmetic, .processSubstitution: break
        }
      }
    }
    add(word.parts)
    return (text, isQuoted)
  }

  private struct HereDocumentLines {
    /// Of each line, its line feed included, leading tabs already left out.
    var ranges: [ByteRange] = []
    var end: Int
    var resume: Int
    var isClosed = false
    var isContiguous = true

    func text(_ bytes: [UInt8]) -> [UInt8] { ranges.flatMap { bytes[$0] } }
  }

  private func hereDocumentLines(from start: Int, delimiter: [UInt8], stripsTabs: Bool) -> HereDocumentLines {
    var lines = HereDocumentLines(end: start, resume: start)
    var index = start
    while index < end {
      let next = bytes[index..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
      var text = index..<next
      if stripsTabs {
        let tabs = bytes[text].prefix { $0 == 0x09 }.count
        if tabs > 0 { lines.isContiguous = false }
        text = index + tabs..<next
      }
      var content = bytes[text]
      if content.last == 0x0A { content = content.dropLast() }
      if content.elementsEqual(delimiter) {
        lines.isClosed = true
        lines.resume = next
        return lines
      }
      lines.ranges.append(text)
      index = next
      lines.end = next
      lines.resume = next
    }
    return lines
  }

  /// The line feed that ends the line of commands at this place, found by a copy of the parser.
  private mutating func lineEnd() -> Int? {
    if let known = knownLineEnd, known.depth == depth, known.from <= position, position <= known.newline { return known.newline }
    var probe = self
    let from = position
    while let byte = probe.peek() {
      if byte == 0x0A {
        knownLineEnd = (from, depth, probe.position)
        return probe.position
      }
      if byte == UInt8(ascii: "\\") {
        probe.position = min(end, probe.position + 2)
        continue
      }
      if byte == UInt8(ascii: "#"), probe.position > 0, Self.endsWord(bytes[probe.position - 1]) {
        while let byte = probe.peek(), byte != 0x0A { probe.position += 1 }
        continue
      }
      let before = probe.position
      if "$`'\"".utf8.contains(byte) { _ = probe.parts(.plain) }
      if probe.position == before { probe.position += 1 }
    }
    return nil
  }
}
