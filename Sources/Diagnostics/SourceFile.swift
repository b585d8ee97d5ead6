/// A place in a text, as people and editors count it.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// 1-based.
  public let line: Int
  /// 1-based, in UTF-8 bytes.
  public let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A half-open stretch of a file, in bytes from its start.
///
/// Offsets are used everywhere inside; lines and columns are computed once, where a report is written.
public typealias ByteRange = Range<Int>

/// The bytes of one file and where its lines begin.
package struct SourceFile: Sendable {
  /// As the user wrote it; for messages.
  package let path: String
  package let bytes: [UInt8]
  /// Byte offset of the first byte of each line; never empty.
  package let lineStarts: [Int]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == 0x0A { starts.append(index + 1) }
    }
    self.lineStarts = starts
  }

  /// The same file with an array of the same bytes that is there anyway, so that they are not kept twice.
  package func sharing(_ bytes: [UInt8]) -> SourceFile {
    bytes == self.bytes ? SourceFile(path: path, bytes: bytes, lineStarts: lineStarts) : self
  }

  private init(path: String, bytes: [UInt8], lineStarts: [Int]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  /// The place of a byte; offsets outside the file are moved to its nearest end.
  package func location(of offset: Int) -> SourceLocation {
    let offset = max(0, min(offset, bytes.count))
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourceLocation(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The byte offset of a place; nil when the file has no such line.
  package func offset(of location: SourceLocation) -> Int? {
    guard location.line >= 1, location.line <= lineStarts.count else { return nil }
    return min(lineStarts[location.line - 1] + max(0, location.column - 1), bytes.count)
  }

  /// The bytes of a 1-based line without its line feed.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    return bytes[start..<max(start, end)]
  }
}
