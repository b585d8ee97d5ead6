import Glibc

/// Looks for words in a spec's bytes.
///
/// With memchr: the standard library's generic search takes a hundred times as long, and every spec is searched for a hundred words.
struct SpecWords {
  let bytes: [UInt8]

  func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first else { return true }
    return bytes.withUnsafeBytes { text in
      var position = 0
      while let start = text.baseAddress, text.count - position >= word.count,
        let found = memchr(start + position, Int32(first), text.count - position)
      {
        position = found - UnsafeMutableRawPointer(mutating: start)
        if text.count - position >= word.count, memcmp(start + position, word, word.count) == 0 { return true }
        position += 1
      }
      return false
    }
  }
}
