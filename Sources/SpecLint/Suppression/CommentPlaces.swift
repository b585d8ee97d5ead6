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
  private let spec: Spec

  init(_ source: SourceFile) {
    self.source = source
    spec = Spec(source.bytes)
  }

  /// The offset at which a comment line can stand directly above what a 1-based line belongs to; nil where there is none.
  func place(above line: Int) -> Int? {
    guard let offset = source.offset(of: SourceLocation(line: line, column: 1)), let index = spec.lineIndex(at: offset) else { return nil }
    let place = spec.lines[index].range.lowerBound
    // Above a header a comment belongs to the section before it.
    guard let section = spec.sections.last(where: { $0.lines.lowerBound + ($0.header == nil ? 0 : 1) <= index }) else { return nil }
    if isShell(section) { return isComment(at: place, in: spec.text(of: section)) ? place : nil }
    // In a description or a list of sources an empty line is left of a comment, or the comment itself.
    return section.keyword.kind == .tags || section.keyword == .files || section.keyword == .changelog ? place : nil
  }

  /// `%post -p <lua>`: another language; `-p /bin/sh` is none, but rare enough.
  private func isShell(_ section: SpecSection) -> Bool {
    section.keyword.isScriptlet && !(section.header?.arguments.contains { source.bytes[$0].elementsEqual("-p".utf8) } ?? false)
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
  private func masked(_ range: ByteRange) -> [UInt8] {
    var text = Array(source.bytes[range])
    for line in spec.lines where range.contains(line.range.lowerBound) {
      if case .directive = line.content {
        for offset in line.range where source.bytes[offset] != 0x0A { text[offset - range.lowerBound] = 0x20 }
        continue
      }
      for case .call(let call) in line.pieces {
        for offset in call.reference.range { text[offset - range.lowerBound] = UInt8(ascii: "m") }
      }
    }
    return text
  }
}

extension Spec {
  /// A section without its header.
  fileprivate func text(of section: SpecSection) -> ByteRange {
    (lines(of: section).first?.range.lowerBound ?? section.range.upperBound)..<section.range.upperBound
  }
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
