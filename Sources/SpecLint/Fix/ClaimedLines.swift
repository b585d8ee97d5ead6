import Diagnostics
import MacroExpansion

/// The lines of an expanded spec that a rewrite says it changes: those which the edited lines of the spec, or macros that are
/// defined on them, gave.
struct ClaimedLines {
  /// In order, without overlaps.
  private let lines: [ByteRange]
  private let macros: Set<String>

  /// - Parameters:
  ///   - ranges: what is edited, in the spec's bytes.
  ///   - changed: macros whose bodies the rewrite changes.
  init(_ ranges: [ByteRange], in spec: ExpandedSpec, macros changed: Set<String>) {
    let bytes = spec.files.first?.bytes ?? []
    let lines = Self.joined(ranges.map { Self.wholeLines($0, in: bytes) })
    self.lines = lines
    macros = changed.union(spec.definitions.filter { $0.file == 0 && Self.overlap(lines, $0.range) }.map(\.name))
  }

  /// The same lines in order, those that meet or overlap as one.
  private static func joined(_ ranges: [ByteRange]) -> [ByteRange] {
    var joined: [ByteRange] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  private static func overlap(_ lines: [ByteRange], _ range: ByteRange) -> Bool {
    !range.isEmpty && firstLine(of: lines, endingAfter: range.lowerBound).map { $0.lowerBound < range.upperBound } ?? false
  }

  private static func firstLine(of lines: [ByteRange], endingAfter offset: Int) -> ByteRange? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low < lines.count ? lines[low] : nil
  }

  private static func wholeLines(_ range: ByteRange, in bytes: [UInt8]) -> ByteRange {
    let start = bytes.lineStart(of: range.lowerBound)
    // What ends with its line feed ends the line.
    let last = range.isEmpty ? range.lowerBound : range.upperBound - 1
    let end = bytes.lineEnd(of: last)
    return start..<max(start, end)
  }

  /// Whether a stretch of the spec lies on them.
  func contain(file: Int, _ range: ByteRange) -> Bool {
    // Where nothing stands, the byte that follows says on which line that is.
    file == 0 && Self.overlap(lines, range.isEmpty ? range.lowerBound..<range.lowerBound + 1 : range)
  }

  /// The lines of a text that are not claimed.
  func others(of text: ExpandedText) -> [ArraySlice<UInt8>] {
    var others: [ArraySlice<UInt8>] = []
    var start = 0
    var run = 0
    let bytes = text.bytes
    while start < bytes.count {
      let end = bytes.lineEnd(of: start)
      while run + 1 < text.runs.count, text.runs[run + 1].offset <= start { run += 1 }
      if !isClaimed(start..<end, in: text, from: run) { others.append(bytes[start..<end]) }
      start = end
    }
    return others
  }

  private func isClaimed(_ line: ByteRange, in text: ExpandedText, from first: Int) -> Bool {
    var index = first
    while index < text.runs.count, text.runs[index].offset < line.upperBound {
      let run = text.runs[index]
      switch run.origin {
      case .verbatim(let file, let offset):
        let low = offset + max(0, line.lowerBound - run.offset)
        let high = offset + min(run.length, line.upperBound - run.offset)
        if low < high, contain(file: file, low..<high) { return true }
      case .macro(let file, let call, let name): if contain(file: file, call) || macros.contains(name) { return true }
      }
      index += 1
    }
    return false
  }
}
