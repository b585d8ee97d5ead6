package import Diagnostics

/// A stretch of one of a spec's files, `ExpandedSpec.files`: where something is written.
///
/// Of the three things that bytes are counted in this is the source; ranges of expanded text are those of an `ExpandedText`, and those of a shell's
/// tree of the text it was parsed from. `ExpandedText.source(of:)` leads from the second to the first, and `ExpandedSpec.place` from there
/// to lines and columns.
package struct SourceReference: Sendable, Hashable {
  /// 0 for the spec itself.
  package var file: Int
  package var range: ByteRange

  package init(file: Int = 0, range: ByteRange) {
    self.file = file
    self.range = range
  }
}

extension ExpandedSpec {
  /// The one place where offsets of the spec and its includes become lines and columns.
  package func place(_ reference: SourceReference) -> FileRange {
    guard files.indices.contains(reference.file) else {
      let start = SourceLocation(line: 1, column: 1)
      return FileRange(file: files.first?.path ?? "", start: start, end: start)
    }
    let source = files[reference.file]
    let range = reference.range
    // A line's own range ends with its line feed; no reader means that.
    let isLine = source.bytes.indices.contains(range.upperBound - 1) && source.bytes[range.upperBound - 1] == 0x0A && range.count > 1
    return FileRange(
      file: source.path, start: source.location(of: range.lowerBound), end: source.location(of: range.upperBound - (isLine ? 1 : 0)))
  }
}
