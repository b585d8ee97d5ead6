internal import Diagnostics
internal import MacroExpansion
internal import SpecSyntax

/// The text that librpm's parser reads in place of the spec, of which nothing is left to expand or to run.
///
/// Every `%` is doubled or replaced, conditions and includes are gone, and of the scriptlets of the build only their place is left. What
/// rpm reads otherwise from one release to the next is made equal here, as `RPMDialect` and the evaluator have judged it for the target:
/// tags are not indented, qualifiers are those of `Requires`. Not kept: what the evaluator reports itself.
struct ParserText {
  /// What was done to the spec so that the parser gets past a fault that is known.
  struct Mends: Equatable {
    var removed: Set<ParserInput.LineID> = []
    var removedParts: Set<Int> = []
    /// Lines after the header of a part.
    var added: [Int: [String]] = [:]
    /// Sections after the last part.
    var appended: [String] = []
    /// Bytes beyond ASCII are replaced.
    var isASCII = false
  }

  private(set) var bytes: [UInt8] = []
  /// For each line where it came from; nil for lines that mend something.
  private(set) var lines: [ParserInput.LineID?] = []

  init(_ input: ParserInput, mends: Mends, knowsUntrans: Bool) {
    for index in input.parts.indices where !mends.removedParts.contains(index) {
      let part = input.parts[index]
      guard Self.isJudged(part.keyword, knowsUntrans: knowsUntrans) else { continue }
      if let header = part.header { add(Self.escaped(header.text.bytes), from: ParserInput.LineID(part: index, line: nil)) }
      for line in mends.added[index] ?? [] { add(Array(line.utf8), from: nil) }
      for number in part.lines.indices {
        let id = ParserInput.LineID(part: index, line: number)
        if !mends.removed.contains(id) { add(part.lines[number], of: part, id) }
      }
    }
    for line in mends.appended { add(Array(line.utf8), from: nil) }
    // Every section is ended by a header: what the parser says after it has read a section is said there.
    add(Array("%%clean".utf8), from: nil)
    if mends.isASCII { for index in bytes.indices where bytes[index] >= 0x80 { bytes[index] = UInt8(ascii: "_") } }
  }

  private static func isJudged(_ keyword: SectionKeyword, knowsUntrans: Bool) -> Bool {
    switch keyword {
    case .end, .patchlist, .sourcelist: false
    case .preuntrans, .postuntrans: knowsUntrans
    default: !keyword.isBuildScriptlet
    }
  }

  private mutating func add(_ line: ReadLine, of part: ParserInput.Part, _ id: ParserInput.LineID) {
    let text = line.text.bytes
    switch part.keyword.kind {
    case .tags:
      let tag = text.drop { $0.isSpace }
      if !tag.isEmpty, let text = Self.tagText(tag) { add(text, from: id) }
    case .list: break
    case .buildScriptlet, .packageScriptlet, .trigger, .prose:
      if part.isPackageScriptlet || text.contains(where: { !$0.isSpace }) {
        // Only Lua is looked at; elsewhere a '%' is no more than a byte.
        add(part.isPackageScriptlet ? Self.escaped(text) : Self.withoutPercent(text), from: id)
      }
    }
  }

  /// A tag as every parser since 4.18 takes it; nil where there is nothing for the parser to judge.
  private static func tagText(_ tag: ArraySlice<UInt8>) -> [UInt8]? {
    let name = String(decoding: tag.prefix { $0.isLetter }.map(\.lowercased), as: UTF8.self)
    guard !hasHugeQualifier(tag.dropFirst(name.utf8.count)) else { return nil }
    let tag = withUnknownUntrans(tag, nameLength: name.utf8.count)
    switch name {
    // The parser would open the file, or start a build system's macros.
    case "icon", "buildsystem", "buildoption": return nil
    // Their values are expanded a second time.
    case "source", "patch", "docdir", "buildroot": return withoutPercent(tag)
    case "recommends", "suggests", "supplements", "enhances":
      guard tag.dropFirst(name.utf8.count).drop(while: { $0.isSpace }).first == UInt8(ascii: "(") else { return escaped(tag) }
      return escaped(Array("Requires".utf8) + tag.dropFirst(name.utf8.count))
    case "buildrequires":
      // ALT's qualifier.
      let rest = tag.dropFirst(name.utf8.count).drop(while: { $0.isSpace })
      guard rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")")) else { return escaped(tag) }
      return escaped(Array("BuildRequires".utf8) + rest[(close + 1)...])
    default: return escaped(tag)
    }
  }

  /// rpm copies the word in parentheses after a tag into a buffer of 8,192 bytes, however long it is (`findPreambleTag` in rpm's
  /// build/parsePreamble.c), and of one that a NUL byte ends it crashes as well.
  private static func hasHugeQualifier(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.drop { $0.isSpace }
    guard rest.first == UInt8(ascii: "(") else { return false }
    let word = rest.prefix { $0 != 0 }
    return (rest.count > 1_024 || word.count < rest.count) && !word.prefix(1_024).contains(UInt8(ascii: ")"))
  }

  /// A tag whose qualifiers `preuntrans` and `postuntrans` no parser knows, whatever is linked: `RefusalDialect` says which targets' rpm does.
  private static func withUnknownUntrans(_ tag: ArraySlice<UInt8>, nameLength: Int) -> ArraySlice<UInt8> {
    let rest = tag.dropFirst(nameLength).drop { $0.isSpace }
    guard rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")")) else { return tag }
    let qualifiers = tag[rest.startIndex..<close]
    guard let found = qualifiers.firstRange(of: "untrans".utf8) else { return tag }
    var changed = tag
    // Qualifiers are compared with case (`parseBits` in build/parsePreamble.c).
    for index in found { changed[index] -= UInt8(ascii: "a") - UInt8(ascii: "A") }
    return withUnknownUntrans(changed, nameLength: nameLength)
  }

  private mutating func add(_ text: [UInt8], from id: ParserInput.LineID?) {
    var text = text[...]
    if let end = text.firstIndex(where: { $0 == 0 || $0 == 0x0A }) { text = text[..<end] }
    // What steers the reading of lines was dealt with; should one be left, it must not steer this reading.
    var unescaped = text
    if let percents = text.firstRange(of: "%%".utf8) { unescaped.remove(at: percents.lowerBound) }
    if LineKeyword(line: unescaped) != nil || LineKeyword(line: text) != nil { text = [] }
    bytes += text
    // The parser would join a line that ends in a backslash with the next one.
    if text.last == UInt8(ascii: "\\") { bytes.append(0x20) }
    bytes.append(0x0A)
    lines.append(id)
  }

  /// Text that the parser expands to itself: rpm counts braces after a `%`, also where a backslash stands before it.
  private static func escaped(_ text: some Collection<UInt8>) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.count + 8)
    for byte in text {
      switch byte {
      case UInt8(ascii: "%") where escaped.last == UInt8(ascii: "\\"): escaped.append(UInt8(ascii: "_"))
      case UInt8(ascii: "%"): escaped += [byte, byte]
      default: escaped.append(byte)
      }
    }
    return escaped
  }

  private static func withoutPercent(_ text: some Collection<UInt8>) -> [UInt8] {
    text.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "_") : $0 }
  }
}
