/// A source line cut to what fits, with carets below a part of it.
package struct Excerpt {
  package let line: String
  /// Blanks up to the carets in the line below.
  package let indentation: String
  package let carets: String

  /// Longer lines are cut around the carets: generated specs have lines of a hundred thousand bytes.
  package static let defaultWidth = 160

  /// - Parameters:
  ///   - start: 1-based column in bytes.
  ///   - end: One past the last.
  ///   - width: Cells that the line may take.
  package init(line: some Collection<UInt8>, start: Int, end: Int, width: Int = defaultWidth) {
    let bytes = Array(line)
    let low = max(0, min(start - 1, bytes.count))
    let high = max(low, min(end - 1, bytes.count))
    // A character takes up to four bytes; what lies further away than this cannot be shown.
    let nearby = max(0, low - 4 * width)..<min(bytes.count, low + 8 * width)
    var cells = DisplayCells(start: nearby.lowerBound)
    cells.append(bytes[nearby.lowerBound..<low])
    let mark = cells.count
    cells.append(bytes[low..<min(high, nearby.upperBound)])
    let markEnd = cells.count
    cells.append(bytes[min(high, nearby.upperBound)..<nearby.upperBound])

    let isWhole = nearby == 0..<bytes.count && cells.width <= width
    let window = isWhole ? 0..<cells.count : cells.window(from: mark, width: max(8, width - 2))
    let isCutBefore = window.lowerBound > 0 || nearby.lowerBound > 0
    let isCutAfter = window.upperBound < cells.count || nearby.upperBound < bytes.count
    self.line = (isCutBefore ? "…" : "") + cells.text(window) + (isCutAfter ? "…" : "")
    indentation = String(repeating: " ", count: (isCutBefore ? 1 : 0) + cells.width(window.lowerBound..<mark))
    carets = String(repeating: "^", count: max(1, cells.width(mark..<max(mark, min(markEnd, window.upperBound)))))
  }
}

/// Characters of a line as a terminal shows them, tabs as blanks.
private struct DisplayCells {
  private var scalars: [(text: Unicode.Scalar, cells: Int)] = []
  private(set) var width: Int
  private let start: Int

  /// - Parameter start: Cells before the first character, for tabs to count.
  init(start: Int) {
    self.start = start
    width = 0
  }

  var count: Int { scalars.count }

  mutating func append(_ bytes: some Sequence<UInt8>) {
    for scalar in TerminalText.display(bytes).unicodeScalars {
      if scalar == "\t" {
        for _ in 0..<(8 - (start + width) % 8) { append(" ", cells: 1) }
      } else {
        append(scalar, cells: DisplayWidth.cells(scalar))
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, cells: Int) {
    scalars.append((scalar, cells))
    width += cells
  }

  func width(_ range: Range<Int>) -> Int { scalars[range].reduce(0) { $0 + $1.cells } }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range].map(\.text))
    return String(text)
  }

  /// What fits around a place, a quarter of it before the place.
  func window(from mark: Int, width: Int) -> Range<Int> {
    var start = mark
    var rest = width / 4
    while start > 0, rest >= scalars[start - 1].cells {
      start -= 1
      rest -= scalars[start].cells
    }
    var end = mark
    rest += width - width / 4
    while end < scalars.count, rest >= scalars[end].cells {
      rest -= scalars[end].cells
      end += 1
    }
    return start..<end
  }
}
