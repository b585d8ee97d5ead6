import Testing

/// A shell text and its tree; `⏎` and `␉` in the text are a line feed and a tab.
struct SyntaxRow: Sendable, CustomTestStringConvertible {
  let text: String
  let tree: String

  var bytes: [UInt8] { Array(text.replacing("⏎", with: "\n").replacing("␉", with: "\t").utf8) }
  var testDescription: String { text }
}

/// These spellings give these trees: one row a line, `TEXT ⇒ TREE`.
enum SyntaxTable {
  static let accepted: [SyntaxRow] = [words, parameters, substitutions, lists, compound, tests, redirections].flatMap { $0 }

  static func rows(_ table: String) -> [SyntaxRow] {
    table.split(separator: "\n").map { line in
      let sides = line.split(separator: " ⇒ ", maxSplits: 1, omittingEmptySubsequences: false)
      return SyntaxRow(text: String(sides[0]), tree: String(sides.last ?? ""))
    }
  }
}
