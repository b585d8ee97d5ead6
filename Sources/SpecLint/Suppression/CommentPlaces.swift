import Diagnostics
import ShellSyntax
import SpecSyntax

/// Where in a spec a comment line can stand without changing what rpm or a shell makes of it.
///
/// Lines are looked at as rpm joins them, so that no comment gets into a macro's body. In a scriptlet the shell must take the new
/// line for a comment and read the same commands around it: not inside here-documents, quotes, or scriptlets of other languages.
/// Macros are blanks to this; what they expand to is not known here, and whoever uses this reads the spec again to be sure.
struct CommentPlaces {
  private let source: SourceFile
  /// In the file's order.
  private let lines: [Line]

  private struct Line {
    let range: ByteRange
    /// The section it belongs to, by where that section's text begins; nil where a comment line would be text.
    let section: Section?
  }

  private struct Section: Hashable {
    let start: Int
    let isShell: Bool
  }

  init(_ source: SourceFile) {
    self.source = source
    var lines: [Line] = []
    var scanner = LogicalLineScanner()
    var section: Section? = Section(start: 0, isShell: false)
    var position = 0
    while position < source.bytes.count {
      let range = scanner.line(in: source.bytes, from: position).range
      let text = source.bytes[range]
      lines.append(Line(range: range, section: section))
      if let keyword = SectionKeyword(line: text) { section = Self.section(after: range, keyword: keyword, header: text) }
      position = max(range.upperBound, position + 1)
    }
    self.lines = lines
  }

  private static func section(after range: ByteRange, keyword: SectionKeyword, header: ArraySlice<UInt8>) -> Section? {
    if keyword.isScriptlet {
      // `%post -p <lua>`: another language; `-p /bin/sh` is none, but rare enough.
      let words = header.split(whereSeparator: \.isSpace)
      return words.contains { $0.elementsEqual("-p".utf8) } ? nil : Section(start: range.upperBound, isShell: true)
    }
    // In a description or a list of sources an empty line is left of a comment, or the comment itself.
    let keepsComments: Set<SectionKeyword> = [.package, .files, .changelog]
    return keepsComments.contains(keyword) ? Section(start: range.upperBound, isShell: false) : nil
  }

  /// The offset at which a comment line can stand directly above what a 1-based line belongs to; nil where there is none.
  func place(above line: Int) -> Int? {
    guard let offset = source.offset(of: SourceLocation(line: line, column: 1)),
      let index = lines.lastIndex(where: { $0.range.lowerBound <= offset }), let section = lines[index].section
    else { return nil }
    let place = lines[index].range.lowerBound
    guard section.isShell else { return place }
    let end = lines[index...].first { $0.section != section }?.range.lowerBound ?? source.bytes.count
    return isComment(at: place, in: section.start..<end) ? place : nil
  }

  private func isComment(at place: Int, in section: ByteRange) -> Bool {
    let text = masked(section)
    let (before, after) = (text[..<(place - section.lowerBound)], text[(place - section.lowerBound)...])
    let (plain, errors) = ShellParser.parse(text)
    let (commented, newErrors) = ShellParser.parse(Array(before) + Array("# x\n".utf8) + Array(after))
    return commented.comments.contains { $0.range.lowerBound == before.count } && NodeCount(plain) == NodeCount(commented)
      && errors.count == newErrors.count
  }

  /// A scriptlet's text with words in place of macros, and without rpm's own lines; offsets stay.
  private func masked(_ section: ByteRange) -> [UInt8] {
    var text = Array(source.bytes[section])
    var scanner = MacroScanner(source.bytes, range: section)
    while let piece = scanner.next(NoMacros()) {
      if case .reference(let reference) = piece {
        for offset in reference.range { text[offset - section.lowerBound] = UInt8(ascii: "m") }
      }
    }
    for line in lines where section.contains(line.range.lowerBound) && LineKeyword(line: source.bytes[line.range]) != nil {
      for offset in line.range where source.bytes[offset] != 0x0A { text[offset - section.lowerBound] = 0x20 }
    }
    return text
  }
}

/// Takes every call for one of a macro without options.
private struct NoMacros: MacroTable {
  func isDefined(_ name: ArraySlice<UInt8>) -> Bool { true }
  func isParametric(_ name: ArraySlice<UInt8>) -> Bool { false }
}

/// How many nodes of each kind a script has; a comment in the wrong place changes that.
private struct NodeCount: SyntaxVisitor, Hashable {
  private var statements = 0
  private var commands = 0
  private var words = 0
  private var parts = 0
  private var length = 0

  init(_ script: Script) { script.walk(&self) }

  mutating func visit(_ statement: Statement) { statements += 1 }
  mutating func visit(_ command: Command) { commands += 1 }
  mutating func visit(_ word: Word) {
    words += 1
    length += word.range.count
  }
  mutating func visit(_ part: WordPart) { parts += 1 }
}
