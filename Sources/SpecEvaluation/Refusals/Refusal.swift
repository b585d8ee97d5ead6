internal import Diagnostics
internal import MacroExpansion
internal import MacroTargets
internal import SpecSyntax

/// A fault that librpm's parser found, at its place in the spec.
struct Refusal {
  let said: RefusalMessage
  private(set) var places: [SourceReference] = []
  /// What must be the spec's own for the fault to count.
  private(set) var texts: [[UInt8]] = []
  let sentence: String
  let id: ReadingProblem
  private let input: ParserInput
  private let part: Int
  var lines: [ParserInput.LineID] = []
  private let package: String
  private let dialect: RPMDialect

  var row: RefusalRow { said.row }

  init(_ said: RefusalMessage, input: ParserInput, dialect: RPMDialect) {
    self.said = said
    self.input = input
    self.dialect = dialect
    let isAtHeader = said.line.map { $0.line == nil && input.parts[$0.part].header != nil } ?? true
    let isBefore =
      switch said.row.subject {
      case .sectionBefore, .changelog, .repeatedTag: true
      // The conditions of a trigger are read after its body.
      case .line: isAtHeader && said.row.id != .specRefused && !Self.isAboutHeader(said, input)
      case .section, .package, .buildArchitecture, .encoding, .nothing: false
      }
    var part = isBefore ? said.partBefore : said.line?.part ?? said.partBefore
    var package = input.package(of: input.parts[part])
    switch said.row.subject {
    case .package, .repeatedTag:
      package = Self.named(by: said, input)
      // From rpm 4.20 on a second `Name` is found once it has taken effect.
      part = input.partMaking(package) ?? input.partNaming(package) ?? part
    case .buildArchitecture: part = 0
    case .line, .section, .sectionBefore, .changelog, .encoding, .nothing: break
    }
    self.part = part
    self.package = package
    let found = RefusedLines(said: said, input: input, part: part, isBefore: isBefore)
    lines = found.lines
    places = found.places
    texts = found.texts
    id = found.isDependency && said.row.id == .invalidTagValue ? .dependencySyntax : said.row.id
    sentence = RefusalSentence(said: said, input: input, part: part, line: found.lines.first, package: package).text
  }

  /// The name that a `%package` gives.
  private static func isAboutHeader(_ said: RefusalMessage, _ input: ParserInput) -> Bool {
    guard let line = said.line, said.row.words.hasPrefix("Illegal") else { return false }
    return input.parts[line.part].keyword == .package && input.parts[said.partBefore].keyword.kind != .trigger
  }

  /// "(main package)" up to rpm 4.18.
  private static func named(by said: RefusalMessage, _ input: ParserInput) -> String {
    let name = said.tail
    return name == "(main package)" || name == "(null)" || name.isEmpty ? input.mainName : name
  }

  /// The evaluator reports tags that the main package lacks.
  var isReportedAlready: Bool { id == .missingTag && part == 0 }

  /// Whether it is a fault only together with other lines, or for want of them.
  var isStructural: Bool { Self.structural.contains(id) }

  /// The value of the line's tag.
  private var value: [UInt8] { texts.first.flatMap { text in TagText(text).map { Array(text[$0.value]) } } ?? [] }

  /// Whether it is a `Version` or `Release` that rpm does not take.
  private var isOfIdentity: Bool {
    id == .invalidTagValue && texts.first.flatMap { TagText($0) }.map { $0.name == "version" || $0.name == "release" } ?? false
  }

  /// Whether it says of a dependency what another says of the `Version` or `Release` in it.
  func repeats(_ other: Refusal) -> Bool {
    id == .dependencySyntax && other.isOfIdentity && said.row.words == other.said.row.words && value.firstRange(of: other.value) != nil
  }

  private static let required = ["name", "version", "release", "summary", "license"]
  private static let structural: Set<ReadingProblem> = [
    .duplicateTag, .duplicatePackage, .duplicateSection, .repeatedFilesSection, .unknownPackage, .missingDescription, .missingTag,
  ]

  /// The qualifiers of a dependency that are not those of every rpm.
  var qualifiers: [String] {
    let known: Set<String> = ["interp", "meta", "preun", "pre", "postun", "post", "rpmlib", "verify", "pretrans", "posttrans"]
    let written = texts.first.flatMap { TagText($0)?.qualifier } ?? ""
    return written.split { $0 == "," || $0 == " " }.map(String.init).filter { !known.contains($0) }
  }

  /// Whether the character that rpm names begins a name.
  var isFirstCharacterOfName: Bool {
    guard let text = texts.first, let tag = TagText(text), tag.name == "name", let first = text[tag.value].first else { return false }
    return said.quoted.utf8.dropFirst().first == first && ".-+".utf8.contains(first)
  }

  /// Whether the package is for architectures that this machine cannot build for and others can.
  var isForOtherMachines: Bool {
    guard row.subject == .buildArchitecture else { return false }
    return lines.isEmpty
      || texts.contains { text in
        TagText(text).map { KnownArchitecture.isNamed(in: String(decoding: text[$0.value], as: UTF8.self)) } ?? true
      }
  }

  /// Takes the fault out of what the parser reads next.
  mutating func mend(_ mends: inout ParserText.Mends) {
    guard said.isError else { return }
    switch row.subject {
    case .line where id == .specRefused && lines.first?.line == nil: break
    case .line where lines.first?.line == nil, .section, .sectionBefore:
      if part > 0 { mends.removedParts.insert(part) }
    case .line:
      mends.removed.formUnion(lines)
      // What takes the place of a tag that every package must have.
      if let tag = texts.first.flatMap({ TagText($0)?.name }), Self.required.contains(tag) {
        mends.added[part, default: []].append(Self.substitute(for: tag))
      }
    case .repeatedTag: mends.removed.formUnion(lines)
    case .package where id == .missingDescription:
      let header = "%%description -n \(package)"
      if !mends.appended.contains(header) { mends.appended += [header, "-"] }
    case .package: mends.added[part, default: []].append(Self.substitute(for: said.words(from: 0, count: 1)))
    case .changelog:
      if id == .changelogOrder { mends.removedParts.insert(part) } else { mends.removed.formUnion(entry(at: lines.first)) }
    case .encoding: mends.isASCII = true
    case .buildArchitecture: mends.removed.formUnion(lines)
    case .nothing: break
    }
  }

  /// A line for a tag that a package must have; rpm names the package by it in what it says next.
  private static func substitute(for tag: String) -> String { "\(tag): \(tag.lowercased() == "name" ? "unnamed" : "1")" }

  /// The lines of a changelog entry.
  private func entry(at first: ParserInput.LineID?) -> [ParserInput.LineID] {
    guard let first, let number = first.line else { return [] }
    let lines = input.parts[first.part].lines
    let end = lines[(number + 1)...].firstIndex { $0.text.bytes.first == UInt8(ascii: "*") } ?? lines.count
    return (number..<end).map { ParserInput.LineID(part: first.part, line: $0) }
  }
}
