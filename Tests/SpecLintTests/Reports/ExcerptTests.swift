import Foundation
import SpecLint
import Testing

@Suite("Excerpts")
struct ExcerptTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let line: String
    /// What the carets stand below.
    let marked: String
    var width = 160
    let shown: String
    let carets: String
    var testDescription: String { "\(line) at \(width)" }
  }

  @Test(
    "stand below what they mean",
    arguments: [
      Sample(line: "go build -j4", marked: "-j4", shown: "go build -j4", carets: "         ^^^"),
      Sample(line: "挨拶 -j4", marked: "-j4", shown: "挨拶 -j4", carets: "     ^^^"),
      Sample(line: "-挨拶 x", marked: "-挨拶", shown: "-挨拶 x", carets: "^^^^^"),
      Sample(line: "e\u{301}\u{1F600} -j4", marked: "-j4", shown: "e\u{301}\u{1F600} -j4", carets: "    ^^^"),
      Sample(line: "\tgo\tx", marked: "x", shown: "        go      x", carets: "                ^"),
      Sample(line: "a\u{1B}[31m x", marked: "x", shown: "a\u{241B}[31m x", carets: "       ^"),
      Sample(line: "", marked: "", shown: "", carets: "^"),
      Sample(
        line: String(repeating: "a", count: 50) + "-j4" + String(repeating: "b", count: 50), marked: "-j4", width: 30,
        shown: "…aaaaaaa-j4bbbbbbbbbbbbbbbbbb…", carets: "        ^^^"),
      Sample(line: "-j" + String(repeating: "挨", count: 50), marked: "-j", width: 30, shown: "-j挨挨挨挨挨挨挨挨挨挨挨挨挨…", carets: "^^"),
    ])
  func carets(_ sample: Sample) throws {
    let range = sample.line.utf8.firstRange(of: Array(sample.marked.utf8)) ?? sample.line.startIndex..<sample.line.startIndex
    let start = sample.line.utf8.distance(from: sample.line.startIndex, to: range.lowerBound) + 1
    let excerpt = Excerpt(
      line: Array(sample.line.utf8), start: start, end: start + sample.marked.utf8.count, width: sample.width)
    #expect(excerpt.line == sample.shown)
    #expect(excerpt.indentation + excerpt.carets == sample.carets)
  }

  @Test("are no wider than the terminal, wherever the carets are")
  func widths() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let line = (0..<Int.random(in: 0...400, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let start = Int.random(in: 1...(line.count + 1), using: &generator)
      let width = Int.random(in: 12...120, using: &generator)
      let excerpt = Excerpt(line: line, start: start, end: start + Int.random(in: 0...50, using: &generator), width: width)
      let cells = excerpt.line.unicodeScalars.reduce(0) { $0 + DisplayWidth.cells($1) }
      #expect(cells <= width)
      #expect(excerpt.indentation.count + excerpt.carets.count <= width + 1)
    }
  }

  @Test("know which characters are wide, as Python does")
  func wideCharacters() throws {
    let script = """
      import unicodedata
      print(" ".join(hex(c)[2:] for c in range(0xA0, 0x40000) if unicodedata.east_asian_width(chr(c)) in "WF"
        and unicodedata.category(chr(c)) not in ("Mn", "Me", "Cf", "Cn")))
      """
    let output = try BuiltCommand(atPath: "/usr/bin/python3").run(["-c", script]).text
    let expected = output.split(whereSeparator: \.isWhitespace).compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
    #expect(expected.count > 100_000)
    let narrow = expected.filter { DisplayWidth.cells($0) != 2 }
    #expect(narrow.isEmpty, "\(narrow.prefix(20).map { String($0.value, radix: 16) })")
  }
}
