internal import Diagnostics
internal import MacroExpansion
internal import SpecSyntax

/// A spec's lines as they are handed to librpm's own parser: expanded, with conditions decided and files included, section by section.
struct ParserInput {
  struct Part {
    let keyword: SectionKeyword
    /// nil for the preamble.
    let header: ReadLine?
    fileprivate(set) var lines: [ReadLine] = []

    /// A scriptlet that is a text of the package, not of the build.
    var isPackageScriptlet: Bool { keyword.isScriptlet && !keyword.isBuildScriptlet }

    /// The header's words after the keyword.
    var arguments: [[UInt8]] { header.map { $0.text.bytes.split { $0.isSpace }.dropFirst().map(Array.init) } ?? [] }
  }

  private(set) var parts = [Part(keyword: .preamble, header: nil)]
  /// What stands for sections, packages or tags that are not known: a macro nobody defines, a command's output, a macro known by name only.
  var hasUnknownStructure = false

  mutating func start(_ keyword: SectionKeyword, _ header: ReadLine) { parts.append(Part(keyword: keyword, header: header)) }

  mutating func append(_ line: ReadLine) { parts[parts.count - 1].lines.append(line) }

  /// A line of one of the parts.
  struct LineID: Hashable {
    let part: Int
    /// nil for the header.
    let line: Int?
  }

  func line(_ id: LineID) -> ReadLine? { id.line.map { parts[id.part].lines[$0] } ?? parts[id.part].header }

  /// The main package's name, as far as its tag says it.
  var mainName: String { Self.name(in: parts[0]) ?? "" }

  private static func name(in part: Part) -> String? {
    for line in part.lines {
      let text = line.text.bytes.drop { $0.isBlank }
      guard text.prefix(4).map(\.lowercased).elementsEqual("name".utf8) else { continue }
      let rest = text.dropFirst(4).drop { $0.isBlank }
      guard rest.first == UInt8(ascii: ":") else { continue }
      return String(decoding: rest.dropFirst().drop { $0.isSpace }.prefix { !$0.isSpace }, as: UTF8.self)
    }
    return nil
  }

  /// The package that a `%package` makes, or that another section is for, by its full name.
  func package(of part: Part) -> String {
    var words = part.arguments[...]
    var operand: String?
    while let word = words.popFirst() {
      let text = String(decoding: word, as: UTF8.self)
      switch text {
      case "-n": return words.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
      case "-p", "-f", "-l", "-P": words = words.dropFirst()
      case "--" where part.keyword.kind == .trigger: words = []
      default:
        if !text.hasPrefix("-"), operand == nil { operand = text }
      }
    }
    return operand.map { "\(mainName)-\($0)" } ?? mainName
  }

  /// The part that makes a package: a `%package`, or the preamble.
  func partMaking(_ package: String) -> Int? {
    parts.firstIndex { $0.keyword == .package && self.package(of: $0) == package } ?? (package == mainName ? 0 : nil)
  }

  /// The part with a `Name` that gives a package another name than it had.
  func partNaming(_ package: String) -> Int? {
    parts.firstIndex { part in
      part.keyword.kind == .tags
        && part.lines.contains { line in
          TagText(line.text.bytes).map { $0.name == "name" && line.text.bytes[$0.value].elementsEqual(package.utf8) } ?? false
        }
    }
  }
}
