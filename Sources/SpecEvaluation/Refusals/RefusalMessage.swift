internal import MacroExpansion
internal import RPMMacros

/// What librpm's parser said, and where it had read to.
struct RefusalMessage {
  let row: RefusalRow
  /// Without the line's number and the line itself.
  let sentence: String
  /// The whole message.
  let text: String
  let isError: Bool
  /// The line that had been read; nil for one that was put in.
  let line: ParserInput.LineID?
  /// The part that ended there, where the line is a header.
  let partBefore: Int

  /// The messages of one reading; of several errors at one line the one that says most.
  static func all(of messages: [MacroEngine.ParserMessage], in text: ParserText, _ input: ParserInput) -> [RefusalMessage] {
    let said = messages.map { RefusalMessage($0, in: text, input) }
    return said.enumerated().compactMap { index, message in
      let isObsoletes = message.row.words.hasPrefix("Illegal") && said.dropFirst(index + 1).first?.row.id == .obsoletesNotAName
      // "second License", a warning, comes before "Duplicate License entries", an error.
      let isRepeated =
        message.row.id == .duplicateTag && message.row.subject == .line
        && said.contains { $0.row.subject == .repeatedTag && message.text.hasSuffix("second \($0.words(from: 1, count: 1))") }
      return isObsoletes || isRepeated ? nil : message
    }
  }

  private init(_ message: MacroEngine.ParserMessage, in text: ParserText, _ input: ParserInput) {
    let index = min(max(0, message.line - 1), max(0, text.lines.count - 1))
    line = text.lines[index]
    partBefore = text.lines[..<index].last { $0 != nil }.flatMap { $0?.part } ?? line?.part ?? 0
    self.text = String(decoding: message.message.text, as: UTF8.self)
    isError = message.message.isError
    let shown = line.flatMap { input.line($0) }.map { String(decoding: $0.text.bytes.prefix { $0 != 0x0A }, as: UTF8.self) } ?? ""
    sentence = Self.sentence(of: self.text, without: shown)
    row = RefusalRow.matching(sentence, hasLine: self.text.hasPrefix("line "))
  }

  private static func sentence(of text: String, without line: String) -> String {
    var text = text[...]
    if text.hasPrefix("line "), let colon = text.firstIndex(of: ":") { text = text[text.index(after: colon)...].drop { $0 == " " } }
    let line = line.drop { $0 == " " || $0 == "\t" }
    // "SENTENCE: LINE" and "SENTENCE in: LINE"; of a package that does not exist "LINE: SENTENCE".
    if !line.isEmpty {
      if text.hasPrefix(line) { text = text.dropFirst(line.count).drop { $0 == ":" || $0 == " " } }
      let spelled: [String] = [String(line), String(line).replacing("%", with: "_")]
      if let tail = spelled.first(where: { text.hasSuffix($0) }) { text = text.dropLast(tail.count) }
      while let last = text.last, last == ":" || last == " " { text = text.dropLast() }
      if text.hasSuffix(" in") { text = text.dropLast(3) }
    }
    return String(text.prefix(300))
  }

  /// Some of the sentence's words.
  func words(from index: Int, count: Int) -> String {
    sentence.split(separator: " ").dropFirst(index).prefix(count).joined(separator: " ")
  }

  /// What stands after the last colon.
  var tail: String {
    text.lastIndex(of: ":").map { String(text[text.index(after: $0)...].drop { $0 == " " }) } ?? ""
  }

  /// The first text in quotes, with them.
  var quoted: String {
    guard let open = sentence.firstIndex(of: "'") else { return "" }
    let rest = sentence[sentence.index(after: open)...]
    // The quoted character may be a quote itself.
    guard let close = rest.dropFirst().firstIndex(of: "'") else { return "" }
    return "'" + rest[..<close] + "'"
  }
}
