import Diagnostics
import Testing

@Suite("Words in bytes")
struct ByteSearchTests {
  static let table: [(text: String, words: String, start: Int?)] = [
    ("", "", 0), ("", "a", nil), ("abc", "", 0), ("abc", "abc", 0), ("abc", "abcd", nil), ("abc", "c", 2), ("aab", "ab", 1),
    ("aaab", "aab", 1), ("ab ab", "b a", 1), ("ü%{x}", "%{", 2), ("abab", "bb", nil),
  ]

  @Test("stand where they first stand", arguments: table.indices)
  func first(_ index: Int) {
    let (text, words, start) = Self.table[index]
    #expect(Array(text.utf8).firstRange(of: words.utf8) == start.map { $0..<$0 + words.utf8.count }, "'\(words)' in '\(text)'")
  }

  @Test("stand in strings byte for byte, however they are seen as characters", arguments: table.indices)
  func strings(_ index: Int) {
    let (text, words, start) = Self.table[index]
    #expect(text.contains(words) == (start != nil), "'\(words)' in '\(text)'")
    // A line feed is also found behind a carriage return, and in a string that is too long to be kept in itself.
    let long = String(repeating: "x", count: 40) + text + "\r\n"
    #expect(long.contains(words) == (start != nil || words.isEmpty), "'\(words)' in '\(long)'")
    #expect(long.contains("\n" as String))
  }

  @Test("are found in parts of an array too, at the array's own offsets")
  func parts() {
    let bytes = Array("ab ab ab".utf8)
    #expect(bytes[1...].firstRange(of: "ab".utf8) == 3..<5)
    #expect(bytes[..<4].dropFirst(2).firstRange(of: "ab".utf8) == nil)
    #expect(bytes[8...].firstRange(of: "".utf8) == 8..<8)
  }

  /// All texts of up to seven bytes over two letters, against the standard library's search through a view that ours does not cover.
  @Test("are found as the standard library finds them")
  func library() {
    let texts = (0..<8).flatMap { length in (0..<1 << length).map { number in (0..<length).map { UInt8(number >> $0 & 1) } } }
    for text in texts {
      for words in texts.prefix(31) {
        let reference = text.lazy.map { $0 }.firstRange(of: words)
        #expect(text.firstRange(of: words) == reference, "\(words) in \(text)")
      }
    }
  }
}
