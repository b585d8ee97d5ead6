internal import MacroExpansion
internal import SpecSyntax

/// Our own sentence for one of rpm's, with what it is about filled in.
struct RefusalSentence {
  let said: RefusalMessage
  let input: ParserInput
  let part: Int
  let line: ParserInput.LineID?
  let package: String

  var text: String {
    var text = said.row.text
    for (name, value) in values where text.contains("{\(name)}") { text = text.replacing("{\(name)}", with: value) }
    return text
  }

  private static let valueLimit = 120

  private var bytes: [UInt8] { line.flatMap { input.line($0) }.map { Array($0.text.bytes.prefix { $0 != 0x0A }) } ?? [] }

  private var values: [(String, String)] {
    let tag = TagText(bytes)
    let value = tag.map { String(decoding: bytes[$0.value], as: UTF8.self) } ?? shown(bytes)
    let name = tag.map { String(decoding: bytes.drop { $0.isSpace }.prefix($0.name.utf8.count), as: UTF8.self) } ?? ""
    return [
      ("tag", name), ("value", short(value)), ("package", package), ("header", shown(bytes)), ("qualifier", tag?.qualifier ?? ""),
      ("section", "%" + input.parts[part].keyword.rawValue), ("what", what(tag)), ("modern", modern(name)), ("separator", separator),
      ("weekday", weekday), ("detail", detail),
    ]
  }

  private func shown(_ bytes: [UInt8]) -> String {
    short(String(decoding: bytes.drop { $0.isSpace }, as: UTF8.self).trimmed)
  }

  private func short(_ text: String) -> String {
    text.count > Self.valueLimit ? text.prefix(Self.valueLimit) + "…" : text
  }

  private func what(_ tag: TagText?) -> String {
    guard let tag else { return "the package's name" }
    switch tag.name {
    case "name": return "the package's name"
    case "version", "release": return "the \(tag.name)"
    default: return tag.isDependency ? "a version in" : "'\(tag.name)'"
    }
  }

  private func modern(_ tag: String) -> String { tag.lowercased() == "prereq" ? "Requires(pre)" : "BuildRequires" }

  private var separator: String { said.quoted }

  private var weekday: String {
    let entry = ChangelogEntries.Header(bytes)
    guard let real = entry?.weekday else { return "the month has no such day" }
    return "this date was a \(real), not a \(entry?.writtenWeekday ?? "")"
  }

  private var detail: String {
    switch said.row.words {
    case "Illegal char":
      if said.quoted == "'?'", let code = said.sentence.firstIndex(of: "(") {
        return "the byte " + said.sentence[code...].filter { $0 != "(" && $0 != ")" }
      }
      return said.quoted
    case "Unknown rich dependency op": return said.quoted
    case "field must be present in package": return said.words(from: 0, count: 1)
    case "Bad nosource number", "Bad nopatch number": return said.tail
    case "Bad option": return "'" + said.words(from: 2, count: 1).filter { $0 != ":" } + "'"
    case "invalid syntax in lua":
      guard let place = said.text.firstRange(of: "]:") else { return said.sentence }
      return short("line " + said.text[place.upperBound...])
    default: return short(said.sentence)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text = text.dropLast() }
    return String(text)
  }
}
