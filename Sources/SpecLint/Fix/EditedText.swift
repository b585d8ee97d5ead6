package import Diagnostics

/// A text after edits, with the way from every place before to its place after.
package struct EditedText: Sendable {
  package let bytes: [UInt8]
  private let original: [UInt8]
  /// In order, without overlaps.
  private let edits: [TextEdit]
  /// By how many bytes the first of the edits together move what follows them; one more than there are edits.
  private let shifts: [Int]

  /// - Returns: nil where edits overlap or leave the text.
  package init?(_ original: [UInt8], edits: [TextEdit]) {
    let edits = edits.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var bytes: [UInt8] = []
    var position = 0
    var shifts = [0]
    for edit in edits {
      guard edit.range.lowerBound >= position, edit.range.upperBound <= original.count else { return nil }
      bytes += original[position..<edit.range.lowerBound] + edit.newText
      position = edit.range.upperBound
      shifts.append((shifts.last ?? 0) + edit.newText.count - edit.range.count)
    }
    self.bytes = bytes + original[position...]
    self.original = original
    self.edits = edits
    self.shifts = shifts
  }

  /// Where a byte stands afterwards; one that was replaced has the start of what replaced it, text put in before a byte moves it.
  package func offset(after original: Int) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.upperBound <= original { low = middle + 1 } else { high = middle }
    }
    let isReplaced = low < edits.count && edits[low].range.lowerBound < original
    return (isReplaced ? edits[low].range.lowerBound : original) + shifts[low]
  }

  /// The edited stretches of the original that are parts of lines; whole lines that were put in before one leave it alone.
  package var replacedRanges: [ByteRange] {
    edits.filter { !($0.range.isEmpty && isWholeLines($0.newText, at: $0.range.lowerBound)) }.map(\.range)
  }

  /// The same for the edited text.
  package var insertedRanges: [ByteRange] {
    var shift = 0
    return edits.compactMap { edit in
      defer { shift += edit.newText.count - edit.range.count }
      guard !(edit.newText.isEmpty && isWholeLines(original[edit.range], at: edit.range.lowerBound)) else { return nil }
      let range = edit.range.lowerBound + shift..<edit.range.lowerBound + shift + edit.newText.count
      // What parts a line belongs to both halves.
      let partsLine = edit.newText.last == 0x0A && !isWholeLines(edit.newText, at: edit.range.lowerBound)
      return partsLine ? range.lowerBound..<min(range.upperBound + 1, bytes.count) : range
    }
  }

  private func isWholeLines(_ text: some BidirectionalCollection<UInt8>, at offset: Int) -> Bool {
    text.last == 0x0A && (offset == 0 || original[offset - 1] == 0x0A)
  }
}
