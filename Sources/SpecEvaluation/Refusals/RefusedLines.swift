internal import Diagnostics
internal import MacroExpansion
internal import SpecSyntax

/// The lines of the spec that a message of librpm's parser is about.
struct RefusedLines {
  private(set) var lines: [ParserInput.LineID] = []
  private(set) var places: [SourceReference] = []
  private(set) var texts: [[UInt8]] = []
  /// The line is a tag with dependencies.
  private(set) var isDependency = false

  private static let placeLimit = 20

  init(said: RefusalMessage, input: ParserInput, part: Int, isBefore: Bool) {
    let header = ParserInput.LineID(part: part, line: nil)
    switch said.row.subject {
    case .nothing: break
    case .line: lines = [isBefore ? header : said.line ?? header]
    case .section, .sectionBefore: lines = [header]
    case .package: lines = [part > 0 ? header : Self.nameTag(input)]
    case .repeatedTag: lines = Self.repeated(said.words(from: 1, count: 1), in: input, part)
    case .buildArchitecture: lines = Self.tags(["buildarch", "buildarchitectures"], in: input, 0)
    case .changelog: lines = [ChangelogEntries(input.parts[part]).line(said)].map { ParserInput.LineID(part: part, line: $0) }
    case .encoding: lines = Self.notUTF8(said, input)
    }
    for id in lines.prefix(Self.placeLimit) {
      guard let line = input.line(id) else { continue }
      let text = line.text.bytes.prefix { $0 != 0x0A }
      texts.append(id.line == nil ? Array(text.drop { !$0.isSpace }) : Array(text))
      let tag = TagText(line.text.bytes)
      isDependency = tag.map(\.isDependency) ?? false
      places.append(line.text.source(of: Self.range(said, in: line.text.bytes, tag)) ?? line.place)
    }
  }

  /// Of the line's text: the value of a tag, in it the character that is wrong, and of other lines what is not white space.
  private static func range(_ said: RefusalMessage, in bytes: [UInt8], _ tag: TagText?) -> ByteRange {
    let start = bytes.firstIndex { !$0.isSpace } ?? 0
    let end = max(start, bytes.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0)
    let whole = start..<max(end, min(start + 1, bytes.count))
    switch said.row.subject {
    case .line, .buildArchitecture, .encoding: break
    case .section, .sectionBefore, .package, .repeatedTag, .changelog, .nothing: return whole
    }
    if said.row.subject == .encoding { return firstInvalid(bytes).map { $0..<$0 + 1 } ?? whole }
    let value = tag.map(\.value) ?? whole
    if said.row.words == "Illegal char", let character = said.quoted.utf8.dropFirst().first,
      let index = bytes[value].lastIndex(of: character)
    {
      return index..<index + 1
    }
    return value.isEmpty ? whole : value
  }

  private static func nameTag(_ input: ParserInput) -> ParserInput.LineID {
    let index = input.parts[0].lines.firstIndex { TagText($0.text.bytes)?.name == "name" }
    return ParserInput.LineID(part: 0, line: index ?? (input.parts[0].lines.isEmpty ? nil : 0))
  }

  /// All lines of a tag but the first, which `%package` itself is for a sub-package's name.
  private static func repeated(_ name: String, in input: ParserInput, _ part: Int) -> [ParserInput.LineID] {
    let name = name.lowercased()
    let found = tags(name == "arch" ? ["buildarch", "buildarchitectures"] : [name], in: input, part)
    return name == "name" && part > 0 ? found : Array(found.dropFirst())
  }

  private static func tags(_ names: Set<String>, in input: ParserInput, _ part: Int) -> [ParserInput.LineID] {
    input.parts[part].lines.indices.filter { index in
      TagText(input.parts[part].lines[index].text.bytes).map { names.contains($0.name) } ?? false
    }
    .map { ParserInput.LineID(part: part, line: $0) }
  }

  // MARK: Encoding

  /// The first line that is not UTF-8 in the texts that the message names.
  private static func notUTF8(_ said: RefusalMessage, _ input: ParserInput) -> [ParserInput.LineID] {
    let words = said.text.split(separator: " ")
    let tag = words.drop { $0 != "in" }.dropFirst().first.map { $0.lowercased().filter(\.isLetter) } ?? ""
    let parts = input.parts.indices.filter { index in
      switch tag {
      case "description": input.parts[index].keyword == .description
      case "changelogname", "changelogtext": input.parts[index].keyword == .changelog
      default: true
      }
    }
    for index in parts {
      let found = input.parts[index].lines.firstIndex { firstInvalid($0.text.bytes) != nil }
      if let found { return [ParserInput.LineID(part: index, line: found)] }
    }
    return []
  }

  /// Where bytes that are no UTF-8 begin.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return min(offset, bytes.count - 1)
      }
    }
  }
}

/// A line of a preamble taken apart, whichever tags the target knows.
struct TagText {
  /// In lower case.
  let name: String
  let qualifier: String?
  let value: ByteRange

  init?(_ line: [UInt8]) {
    let start = line.firstIndex { !$0.isSpace } ?? line.count
    let word = line[start...].prefix { $0.isLetter }
    guard !word.isEmpty, let colon = line[word.endIndex...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    name = String(decoding: word.map(\.lowercased), as: UTF8.self)
    let between = line[word.endIndex..<colon]
    qualifier = between.firstIndex(of: UInt8(ascii: "(")).map {
      String(decoding: between[($0 + 1)...].prefix { $0 != UInt8(ascii: ")") }, as: UTF8.self)
    }
    let low = line[(colon + 1)...].firstIndex { !$0.isSpace } ?? line.count
    value = low..<(line[low...].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? low)
  }

  var isDependency: Bool { Self.dependencies.contains(name) }

  private static let dependencies: Set<String> = [
    "requires", "buildrequires", "buildprereq", "prereq", "provides", "obsoletes", "conflicts", "buildconflicts", "recommends", "suggests",
    "supplements", "enhances", "orderwithrequires",
  ]
}
