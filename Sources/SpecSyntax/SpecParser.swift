import Diagnostics

/// Makes the tree: lines first, each with its pieces, then sections and conditionals over them.
struct SpecParser {
  private let bytes: [UInt8]
  private var lexer: MacroLexer
  private(set) var lines: [SpecLine] = []
  private(set) var sections: [SpecSection] = []
  private(set) var conditionals: [Conditional] = []
  /// Indices of the conditionals that are open.
  private var open: [Int] = []
  private var header: SectionHeader?
  private var keyword: SectionKeyword { header?.keyword ?? .preamble }
  private var sectionStart = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lexer = MacroLexer(bytes)
  }

  mutating func parse() {
    var scanner = LogicalLineScanner()
    var position = 0
    while position < bytes.count {
      let range = scanner.line(in: bytes, from: position).range
      add(range)
      position = max(range.upperBound, position + 1)
    }
    close(sectionAt: lines.count)
    for index in open { finishBranch(of: index, at: lines.count) }
  }

  private mutating func add(_ range: ByteRange) {
    let pieces = lexer.pieces(in: range)
    if let found = sectionHeader(in: range) {
      close(sectionAt: lines.count)
      header = found
      lines.append(SpecLine(range: range, content: .header(found), condition: nil, pieces: pieces))
      return
    }
    let (content, condition) = content(of: range, pieces)
    if case .directive(let keyword, let argument) = content { follow(keyword, argument) }
    lines.append(SpecLine(range: range, content: content, condition: condition, pieces: pieces))
  }

  // MARK: Sections

  private mutating func close(sectionAt end: Int) {
    let start = sectionStart < lines.count ? lines[sectionStart].range.lowerBound : lines.last?.range.upperBound ?? 0
    let upper = end > sectionStart ? lines[end - 1].range.upperBound : start
    sections.append(SpecSection(keyword: keyword, header: header, lines: sectionStart..<end, range: start..<upper))
    sectionStart = end
  }

  private func sectionHeader(in range: ByteRange) -> SectionHeader? {
    guard let keyword = SectionKeyword(line: bytes[range]) else { return nil }
    let words = words(in: range)
    return words.first.map { SectionHeader(keyword: keyword, name: $0, arguments: Array(words.dropFirst())) }
  }

  // MARK: Conditionals

  private mutating func follow(_ keyword: LineKeyword, _ argument: ByteRange) {
    if keyword.opensBranch {
      open.append(conditionals.count)
      let branch = Conditional.Branch(keyword: keyword, line: lines.count, condition: argument, body: lines.count + 1..<lines.count + 1)
      conditionals.append(Conditional(branches: [branch], end: nil, depth: open.count - 1))
    } else if keyword == .endif {
      guard let last = open.popLast() else { return }
      finishBranch(of: last, at: lines.count)
      conditionals[last].end = lines.count
    } else if keyword != .include, let last = open.last {
      finishBranch(of: last, at: lines.count)
      conditionals[last].branches.append(
        Conditional.Branch(keyword: keyword, line: lines.count, condition: argument, body: lines.count + 1..<lines.count + 1))
    }
  }

  private mutating func finishBranch(of index: Int, at line: Int) {
    let last = conditionals[index].branches.count - 1
    let start = conditionals[index].branches[last].body.lowerBound
    conditionals[index].branches[last].body = min(start, line)..<line
  }

  // MARK: Lines

  private func content(of range: ByteRange, _ pieces: [MacroPiece]) -> (SpecLine.Content, MacroCall?) {
    let text = trimmed(range)
    guard !text.isEmpty else { return (.blank, nil) }
    if bytes[text.lowerBound] == UInt8(ascii: "#") { return (.comment, nil) }
    if let keyword = LineKeyword(line: bytes[range]) {
      let end = text.lowerBound + keyword.rawValue.utf8.count
      return (.directive(keyword, argument: trimmed(end..<max(end, text.upperBound))), nil)
    }
    if let call = Self.onlyCall(pieces, in: text), call.reference.isConditional, let body = call.reference.body {
      let (content, inner) = content(of: body, call.pieces)
      switch content {
      case .definition, .tag, .file: return (content, inner ?? call)
      case .blank, .comment, .header, .directive, .changelogHeading, .text: break
      }
    }
    return (plainContent(of: text, pieces), nil)
  }

  private func plainContent(of text: ByteRange, _ pieces: [MacroPiece]) -> SpecLine.Content {
    if let call = Self.firstCall(pieces, in: text) {
      if let definition = call.definition { return .definition(definition) }
      if bytes[call.reference.name].elementsEqual("dnl".utf8) { return .comment }
    }
    switch keyword {
    case .preamble, .package: if let tag = tag(in: text) { return .tag(tag) }
    case .files: if let entry = FileEntryParser(bytes).entry(in: text) { return .file(entry) }
    case .changelog: if bytes[text.lowerBound] == UInt8(ascii: "*") { return .changelogHeading(changelogHeading(in: text)) }
    default: break
    }
    return .text
  }

  /// The call that a line is, when it is nothing else.
  private static func onlyCall(_ pieces: [MacroPiece], in text: ByteRange) -> MacroCall? {
    firstCall(pieces, in: text).flatMap { $0.reference.range == text ? $0 : nil }
  }

  private static func firstCall(_ pieces: [MacroPiece], in text: ByteRange) -> MacroCall? {
    for piece in pieces.prefix(2) {
      if case .call(let call) = piece { return call.reference.range.lowerBound == text.lowerBound ? call : nil }
    }
    return nil
  }

  /// A name, a qualifier in parentheses, and a colon: `findPreambleTag` in rpm's build/parsePreamble.c.
  private func tag(in text: ByteRange) -> TagNode? {
    var index = text.lowerBound
    guard bytes[index].isLetter else { return nil }
    while index < text.upperBound, bytes[index].isNameByte { index += 1 }
    let name = text.lowerBound..<index
    index = afterBlanks(index, before: text.upperBound)
    var qualifier: ByteRange?
    if index < text.upperBound, bytes[index] == UInt8(ascii: "("),
      let close = bytes[index..<text.upperBound].firstIndex(of: UInt8(ascii: ")"))
    {
      qualifier = index + 1..<close
      index = afterBlanks(close + 1, before: text.upperBound)
    }
    guard index < text.upperBound, bytes[index] == UInt8(ascii: ":") else { return nil }
    return TagNode(name: name, qualifier: qualifier, value: trimmed(index + 1..<text.upperBound))
  }

  private func changelogHeading(in text: ByteRange) -> ChangelogHeading {
    let words = words(in: text.lowerBound + 1..<text.upperBound)
    guard let first = words.first else {
      return ChangelogHeading(date: text.upperBound..<text.upperBound, author: text.upperBound..<text.upperBound)
    }
    let last = words[min(3, words.count - 1)]
    let author = words.count > 4 ? words[4].lowerBound : text.upperBound
    return ChangelogHeading(date: first.lowerBound..<last.upperBound, author: author..<text.upperBound)
  }

  // MARK: Bytes

  private func afterBlanks(_ start: Int, before end: Int) -> Int {
    var index = start
    while index < end, bytes[index].isBlank { index += 1 }
    return index
  }

  private func trimmed(_ range: ByteRange) -> ByteRange {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low].isSpace { low += 1 }
    while high > low, bytes[high - 1].isSpace { high -= 1 }
    return low..<high
  }

  private func words(in range: ByteRange) -> [ByteRange] {
    bytes[range].split(whereSeparator: \.isSpace).map { $0.startIndex..<$0.endIndex }
  }
}
