/// A text that takes the place of a value that identifies a build, so alike that macros and shell commands treat both the same,
/// yet with words that stand nowhere else.
///
/// Every run of letters and digits becomes such a word, what stands between them stays: `1.2.3` becomes `70007.70017.70027`, so that
/// `cut -d. -f1` and `%{lua:…:match("%d+")}` still find their part of it.
struct StandIn: Sendable {
  let text: [UInt8]
  /// Each word with what it stands for.
  let words: [(word: [UInt8], original: [UInt8])]

  /// - Parameter next: a number that no other word has been made from; moves on.
  init(for value: [UInt8], next: inout Int) {
    var text: [UInt8] = []
    var words: [(word: [UInt8], original: [UInt8])] = []
    var rest = value[...]
    while let byte = rest.first {
      let run = rest.prefix(while: Self.isWordByte)
      guard !run.isEmpty else {
        text.append(byte)
        rest.removeFirst()
        continue
      }
      let word = Self.word(next, like: run)
      next += 1
      words.append((word, Array(run)))
      text += word
      rest = rest[run.endIndex...]
    }
    self.text = text
    self.words = words
  }

  /// A folder in the place of another.
  init(forPath value: [UInt8], next: inout Int) {
    let word = Self.word(next, like: Array("a".utf8)[...])
    next += 1
    text = [UInt8(ascii: "/")] + word
    words = [(text, value)]
  }

  /// As long as what it stands for, if that is long: a part cut out of the one is then a part of the other.
  private static func word(_ number: Int, like run: ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array(String(number).utf8)
    let padded = [UInt8](repeating: UInt8(ascii: "0"), count: max(0, 3 - digits.count)) + digits
    if run.allSatisfy({ (0x30...0x39).contains($0) }) { return [UInt8(ascii: "7")] + padded + [UInt8(ascii: "7")] }
    let letters = padded.map { $0 - 0x30 + UInt8(ascii: "a") }
    let filler = [UInt8](repeating: UInt8(ascii: "x"), count: max(0, run.count - letters.count - 4))
    return Array("qz".utf8) + letters + filler + Array("zq".utf8)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
