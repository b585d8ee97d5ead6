/// A source line cut to what fits, with carets below a part of it.
package struct Excerpt {
  package let line: String
  /// What stands before the carets in the line below: blanks, and tabs where the line has tabs.
  package let indentation: String
  package let carets: String

  /// Longer lines are cut around the carets: generated specs have lines of a hundred thousand bytes.
  private static let maximumLength = 160

  /// `start` and `end` are 1-based columns in bytes, `end` one past the last.
  package init(line: some Collection<UInt8>, start: Int, end: Int) {
    let bytes = Array(line)
    let low = max(0, min(start - 1, bytes.count))
    let high = max(low, min(end - 1, bytes.count))
    let from = high <= Self.maximumLength ? 0 : max(0, low - 40)
    let to = min(bytes.count, from + Self.maximumLength)

    let before = TerminalText.display(bytes[from..<low])
    let marked = TerminalText.display(bytes[low..<max(low, min(high, to))])
    let after = TerminalText.display(bytes[max(low, min(high, to))..<to])
    self.line = (from > 0 ? "…" : "") + before + marked + after + (to < bytes.count ? "…" : "")
    indentation = (from > 0 ? " " : "") + String(before.map { $0 == "\t" ? "\t" : " " })
    carets = String(repeating: "^", count: max(1, marked.count))
  }
}
