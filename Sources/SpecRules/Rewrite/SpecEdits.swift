package import Diagnostics
import GoBuild
import MacroExpansion
package import SpecSyntax

/// The edits that rewrites are made of, each the smallest that does it, in the spec's own style.
extension Rewrites {
  /// Takes words out, with the blanks before them, or with their whole line where a continued command has them on a line of their own.
  ///
  /// The shell takes the carriage return of a line that ends as in DOS for a part of its last word; the line keeps it.
  package func removal(of words: ByteRange) -> TextEdit {
    let hasReturn = words.count > 1 && specBytes[words].last == 0x0D
    return TextEdit(range: LineShape(specBytes).withBlanks(hasReturn ? words.lowerBound..<words.upperBound - 1 : words), newText: [])
  }

  package func replacement(of words: ByteRange, with text: String) -> TextEdit {
    TextEdit(range: words, newText: Array(text.utf8))
  }

  package func insertion(_ text: String, at offset: Int) -> TextEdit {
    TextEdit(range: offset..<offset, newText: Array(text.utf8))
  }

  /// A line of its own where one begins, with that one's line end.
  package func lineInserted(_ line: String, at start: Int) -> TextEdit {
    insertion(line + LineShape(specBytes).lineEnd(at: start), at: start)
  }

  /// A line of its own before the line on which a command of a scriptlet begins, indented as that is.
  ///
  /// nil where the command does not begin its line, so that the new line might come into the middle of another.
  package func lineInserted(_ line: String, before range: ByteRange, in section: SectionKeyword) -> TextEdit? {
    guard let text = context.script.text(of: section), range.upperBound <= text.bytes.count,
      LineShape(text.bytes).isBlank(beforeOffset: range.lowerBound), let source = text.source(of: range.lowerBound..<range.lowerBound + 1),
      source.file == 0
    else { return nil }
    let shape = LineShape(specBytes)
    let start = shape.lineStart(source.range.lowerBound)
    guard shape.isBlank(beforeOffset: source.range.lowerBound), !shape.continues(before: start) else { return nil }
    return insertion(shape.indentation(ofLineAt: start) + line + shape.lineEnd(at: start), at: shape.commentStart(before: start))
  }

  /// A line of its own after the line on which a command of a scriptlet ends, indented as that is.
  package func lineInserted(_ line: String, after range: ByteRange, in section: SectionKeyword) -> TextEdit? {
    guard let text = context.script.text(of: section), range.upperBound <= text.bytes.count, !range.isEmpty else { return nil }
    let expanded = LineShape(text.bytes)
    guard expanded.isBlank(beforeOffset: expanded.commandStart(range.lowerBound)), expanded.isBlank(afterOffset: range.upperBound),
      let source = text.source(of: range.upperBound - 1..<range.upperBound), source.file == 0
    else { return nil }
    let shape = LineShape(specBytes)
    let start = shape.lineStart(source.range.lowerBound)
    guard shape.isBlank(afterOffset: source.range.upperBound), !shape.continues(before: start) else { return nil }
    let indentation = shape.indentation(ofLineAt: start)
    guard let end = specBytes[source.range.upperBound...].firstIndex(of: 0x0A) else {
      return insertion("\n" + indentation + line, at: specBytes.count)
    }
    return insertion(indentation + line + shape.lineEnd(at: start), at: end + 1)
  }
}

/// Where lines of a text begin and end, and what stands on them.
struct LineShape {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  func lineStart(_ offset: Int) -> Int { bytes.lineStart(of: offset) }

  func isBlank(beforeOffset offset: Int) -> Bool { bytes[lineStart(offset)..<offset].allSatisfy(Self.isBlank) }

  /// Nothing but blanks, or a comment, up to the line's end.
  func isBlank(afterOffset offset: Int) -> Bool {
    let rest = bytes[offset...].prefix { $0 != 0x0A }.drop(while: Self.isBlank)
    return rest.isEmpty || rest.first == UInt8(ascii: "#") && rest.startIndex > offset || rest.elementsEqual([0x0D])
  }

  /// Whether the line before one is continued on it.
  func continues(before lineStart: Int) -> Bool {
    lineStart >= 2 && bytes[lineStart - 2] == UInt8(ascii: "\\") || lineStart >= 3 && bytes[(lineStart - 3)...].starts(with: "\\\r\n".utf8)
  }

  /// The start of the comments right above a line, which belong to it; those in which rpm might expand something stay above.
  func commentStart(before start: Int) -> Int {
    var start = start
    while start > 0 {
      let above = lineStart(start - 1)
      let line = bytes[above..<start]
      guard line.drop(while: Self.isBlank).first == UInt8(ascii: "#"), !line.contains(UInt8(ascii: "%")), !continues(before: above) else {
        return start
      }
      start = above
    }
    return start
  }

  func indentation(ofLineAt start: Int) -> String {
    String(decoding: bytes[start...].prefix(while: Self.isBlank), as: UTF8.self)
  }

  /// How the line ends: a spec with the line ends of DOS keeps them.
  func lineEnd(at start: Int) -> String {
    guard let end = bytes[start...].firstIndex(of: 0x0A), end > start, bytes[end - 1] == 0x0D else { return "\n" }
    return "\r\n"
  }

  /// The start of `export` and the like before an assignment on the same line.
  func commandStart(_ offset: Int) -> Int {
    let start = lineStart(offset)
    let words = bytes[start..<offset].drop(while: Self.isBlank)
    return words.starts(with: "export".utf8) && words.dropFirst(6).first.map(Self.isBlank) == true ? words.startIndex : offset
  }

  /// Words with what must go with them when they go.
  func withBlanks(_ words: ByteRange) -> ByteRange {
    let start = lineStart(words.lowerBound)
    let rest = bytes[words.upperBound...].prefix { $0 != 0x0A }
    let isContinued = rest.drop(while: Self.isBlank).elementsEqual("\\".utf8) || rest.drop(while: Self.isBlank).elementsEqual("\\\r".utf8)
    if isBlank(beforeOffset: words.lowerBound), continues(before: start) {
      if isContinued, rest.endIndex < bytes.count { return start..<rest.endIndex + 1 }
      let next = rest.drop(while: Self.isBlank)
      // Others follow, and stay on their line.
      if let first = next.first, first != 0x0D, next.startIndex > words.upperBound { return words.lowerBound..<next.startIndex }
      return endOfWords(before: start)..<words.upperBound
    }
    var low = words.lowerBound
    while low > start, Self.isBlank(bytes[low - 1]) { low -= 1 }
    if low > start, low < words.lowerBound { return low..<words.upperBound }
    // The first words after a quote or at a line's start: the blanks after them go.
    var high = words.upperBound
    while high < bytes.count, Self.isBlank(bytes[high]) { high += 1 }
    return words.lowerBound..<high
  }

  /// Before the blanks and the backslash that end the line before.
  private func endOfWords(before lineStart: Int) -> Int {
    var end = lineStart - 1
    while end > 0, bytes[end - 1] == UInt8(ascii: "\\") || bytes[end - 1] == 0x0D || Self.isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }
}
