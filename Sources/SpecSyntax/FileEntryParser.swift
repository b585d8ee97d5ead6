package import Diagnostics

/// Takes a line of `%files` apart: `processPackageFiles` and `parseForSimple` in rpm's build/files.c.
package struct FileEntryParser {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func entry(in text: ByteRange) -> FileEntry? {
    var index = text.lowerBound
    var directives: [FileEntry.Directive] = []
    var paths: [ByteRange] = []
    while index < text.upperBound {
      if bytes[index].isSpace {
        index += 1
      } else if let directive = directive(at: index, before: text.upperBound) {
        directives.append(directive)
        index = directive.arguments.map { min($0.upperBound + 1, text.upperBound) } ?? directive.name.upperBound
      } else {
        let end = endOfPath(from: index, before: text.upperBound)
        paths.append(index..<end)
        index = end
      }
    }
    return directives.isEmpty && paths.isEmpty ? nil : FileEntry(directives: directives, paths: paths)
  }

  private func directive(at start: Int, before end: Int) -> FileEntry.Directive? {
    guard bytes[start] == UInt8(ascii: "%") else { return nil }
    let name = start + 1..<(bytes[(start + 1)..<end].firstIndex { !$0.isNameByte } ?? end)
    guard SpecDirectives.contains(String(decoding: bytes[name], as: UTF8.self), in: .files) else { return nil }
    guard name.upperBound < end, bytes[name.upperBound] == UInt8(ascii: "(") else {
      return FileEntry.Directive(name: name, arguments: nil)
    }
    let close = bytes[name.upperBound..<end].firstIndex(of: UInt8(ascii: ")")) ?? end
    return FileEntry.Directive(name: name, arguments: name.upperBound + 1..<max(close, name.upperBound + 1))
  }

  /// A path may hold calls with blanks in them, and blanks in quotes.
  private func endOfPath(from start: Int, before end: Int) -> Int {
    var index = start
    var depth = 0
    var isQuoted = false
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      if byte.isSpace, depth == 0, !isQuoted { break }
      index += 1
    }
    return max(index, start + 1)
  }
}
