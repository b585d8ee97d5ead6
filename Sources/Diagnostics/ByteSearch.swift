/// Where words first stand in bytes.
///
/// The standard library's own `firstRange(of:)` is generic down to the comparison of two elements, and was half of all the time
/// that linting took; where bytes are an array or a part of one, these come before it.
extension [UInt8] {
  package func firstRange(of words: some Collection<UInt8>) -> ByteRange? { self[...].firstRange(of: words) }
}

extension [UInt8] {
  /// Where the physical line begins that holds an offset, or that ends before it.
  package func lineStart(of offset: Int) -> Int { self[..<Swift.min(offset, count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }

  /// One past the line feed of the physical line that holds an offset; the text's end where it has none.
  package func lineEnd(of offset: Int) -> Int {
    offset < count ? self[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? count : count
  }
}

extension ArraySlice<UInt8> {
  package func firstRange(of words: some Collection<UInt8>) -> ByteRange? {
    let words = Array(words)
    guard let first = words.first else { return startIndex..<startIndex }
    guard count >= words.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      words.withUnsafeBufferPointer { words in
        for start in 0...(bytes.count - words.count) where bytes[start] == first {
          var length = 1
          while length < words.count, bytes[start + length] == words[length] { length += 1 }
          if length == words.count { return startIndex + start..<startIndex + start + length }
        }
        return nil
      }
    }
  }
}
