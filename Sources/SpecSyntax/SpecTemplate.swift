package import Diagnostics

/// The language in which a file says what is to be filled in before it is a spec.
///
/// A template is told by its name (`x.spec.in`, `x.spec.tmpl`, `x.spec.rpkg` …) or by a placeholder in a tag of its preamble. Shell text
/// is no sign: `docker ps --format '{{.ID}}'` stands in finished specs.
package struct SpecTemplate: Sendable {
  package enum Language: String, Sendable, CaseIterable {
    case rpkg, jinja, autoconf, erb, shell, cmsBuild

    package var placeholder: String {
      switch self {
      case .rpkg: "{{{ … }}}"
      case .jinja: "{{ … }}"
      case .autoconf: "@NAME@"
      case .erb: "<% … %>"
      case .shell: "${NAME}"
      case .cmsBuild: "### RPM"
      }
    }

    /// How a placeholder begins and ends.
    fileprivate var marks: [(open: String, close: String)] {
      switch self {
      case .rpkg: [("{{{", "}}}")]
      case .jinja: [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
      case .erb: [("<%", "%>")]
      case .shell: [("${", "}")]
      case .autoconf, .cmsBuild: []
      }
    }
  }

  package let language: Language
  /// The first placeholder, or the file's first line.
  package let range: ByteRange
  /// Placeholders of rpkg's that go over several lines.
  package private(set) var longPlaceholders: [ByteRange] = []

  /// What follows `.spec` in a template's name.
  private static let endings = [
    "in", "tmpl", "tpl", "template", "rpkg", "j2", "jinja", "jinja2", "mustache", "erb",
  ]

  /// Whether a file of this name holds a spec to be filled in.
  package static func isName(_ name: String) -> Bool { endings.contains { name.hasSuffix(".spec." + $0) } }

  /// - Returns: nil for a finished spec.
  package init?(path: String, _ bytes: [UInt8]) {
    // Definitions may come before it.
    if let heading = bytes.starts(with: "### RPM ".utf8) ? 0 : bytes.firstRange(of: "\n### RPM ".utf8).map({ $0.lowerBound + 1 }) {
      self.init(language: .cmsBuild, range: heading..<(bytes[heading...].firstIndex(of: 0x0A) ?? bytes.count))
      return
    }
    let isNamedSo = Self.isName(path)
    let hasMarks = bytes.firstRange(of: "{{{".utf8) != nil
    let long = hasMarks ? Self.longPlaceholders(in: bytes) : []
    if let first = long.first {
      self.init(language: .rpkg, range: first)
      longPlaceholders = long
      return
    }
    var position = bytes.startIndex
    while position < bytes.endIndex, position < Self.lookedAt {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[position..<end]
      if let found = Self.placeholder(in: line, isNamedSo: isNamedSo, mayHoldMarks: hasMarks) {
        self = found
        return
      }
      position = end + 1
    }
    guard isNamedSo else { return nil }
    self.init(language: .autoconf, range: 0..<(bytes.firstIndex(of: 0x0A) ?? bytes.count))
  }

  /// A placeholder is a call of a macro of rpkg's, not a chapter.
  private static let longest = 4_096

  /// From `{{{` outside of a comment to `}}}` on a later line.
  private static func longPlaceholders(in bytes: [UInt8]) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var rest = bytes[...]
    while let open = rest.firstRange(of: "{{{".utf8), let close = rest[open.upperBound...].firstRange(of: "}}}".utf8) {
      let line = bytes[(bytes[..<open.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)..<open.lowerBound]
      // An editor's mark for folding stands in a comment.
      guard !line.contains(UInt8(ascii: "#")), bytes[open.upperBound..<close.lowerBound].count < longest else {
        rest = rest[open.upperBound...]
        continue
      }
      if bytes[open.upperBound..<close.lowerBound].contains(0x0A) { ranges.append(open.lowerBound..<close.upperBound) }
      rest = bytes[close.upperBound...]
    }
    return ranges
  }

  /// Whether a range of the file overlaps a placeholder of several lines.
  package func holds(_ range: ByteRange) -> Bool { longPlaceholders.contains { $0.overlaps(range) } }

  private init(language: Language, range: ByteRange) {
    self.language = language
    self.range = range
  }

  private static let lookedAt = 64 << 10

  /// A placeholder where a finished spec has none: rpkg's anywhere, others in the value of a tag or, in jinja, at a line's start.
  ///
  /// - Parameter mayHoldMarks: whether the file contains any of rpkg's marks.
  private static func placeholder(in line: ArraySlice<UInt8>, isNamedSo: Bool, mayHoldMarks: Bool) -> SpecTemplate? {
    let text = line.drop { $0.isSpace }
    guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
    guard isNamedSo || mayHoldMarks || first == UInt8(ascii: "{") || isTag(text) else { return nil }
    for language in [Language.rpkg, .jinja, .erb, .autoconf, .shell] {
      guard let range = language.first(in: line) else { continue }
      switch language {
      case .rpkg: return SpecTemplate(language: language, range: range)
      case .jinja where text.starts(with: "{%".utf8) && text.dropFirst(2).first.map { $0 == 0x20 || $0 == UInt8(ascii: "-") } ?? false:
        return SpecTemplate(language: language, range: range)
      case .jinja, .erb, .autoconf:
        if isNamedSo || isValue(range, of: line, tags: describing) { return SpecTemplate(language: language, range: range) }
      case .shell:
        // `%(c=%{commit}; echo ${c:0:7})` is a command that rpm runs.
        if isValue(range, of: line, tags: identifying), line.firstRange(of: "%(".utf8) == nil {
          return SpecTemplate(language: language, range: range)
        }
      case .cmsBuild: break
      }
    }
    return nil
  }

  /// rpm refuses `$` in these.
  private static let identifying = ["name", "version", "release", "epoch"]
  private static let describing = identifying + ["summary", "license", "url", "source", "source0", "vcs", "buildarch"]

  /// Whether a line begins like a tag: letters, digits, then a colon.
  private static func isTag(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.prefix { $0.isLetter || $0.isDigit }
    return !name.isEmpty && text[name.endIndex...].first == UInt8(ascii: ":")
  }

  private static func isValue(_ range: ByteRange, of line: ArraySlice<UInt8>, tags: [String]) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon < range.lowerBound else { return false }
    let tag = String(decoding: line[..<colon].drop { $0.isSpace }.map(\.lowercased), as: UTF8.self)
    return tags.contains(tag)
  }

  /// Whether something is to be filled in here.
  package func isIn(_ text: some Collection<UInt8>) -> Bool {
    language.first(in: Array(text)[...]) != nil
  }
}

extension SpecTemplate.Language {
  /// The first placeholder of a line.
  fileprivate func first(in line: ArraySlice<UInt8>) -> ByteRange? {
    for mark in marks {
      if let open = line.firstRange(of: mark.open.utf8), let close = line[open.upperBound...].firstRange(of: mark.close.utf8) {
        return open.lowerBound..<close.upperBound
      }
    }
    guard self == .autoconf else { return nil }
    var rest = line
    while let open = rest.firstIndex(of: UInt8(ascii: "@")) {
      let name = rest[(open + 1)...].prefix(while: \.isNameByte)
      if let first = name.first, !first.isDigit, name.count > 1, rest[name.endIndex...].first == UInt8(ascii: "@") {
        return open..<name.endIndex + 1
      }
      rest = rest[(open + 1)...]
    }
    return nil
  }
}
