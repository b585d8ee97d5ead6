import Glibc

/// Where words first stand in bytes, and whether bytes end with them.
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

extension BidirectionalCollection<UInt8> {
  package func ends(with words: some BidirectionalCollection<UInt8>) -> Bool { suffix(words.count).elementsEqual(words) }
}

extension ArraySlice<UInt8> {
  package func firstRange(of words: some Collection<UInt8>) -> ByteRange? {
    let found = words.withContiguousStorageIfAvailable { first($0) } ?? Array(words).withUnsafeBufferPointer { first($0) }
    return found.map { startIndex + $0..<startIndex + $0 + words.count }
  }

  private func first(_ words: UnsafeBufferPointer<UInt8>) -> Int? { withUnsafeBufferPointer { $0.first(words) } }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes stand before the first occurrence.
  fileprivate func first(_ words: Self) -> Int? {
    guard let head = words.first else { return 0 }
    guard let start = baseAddress, let word = words.baseAddress else { return nil }
    var position = 0
    while count - position >= words.count, let found = memchr(start + position, Int32(head), count - position - words.count + 1) {
      position = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      if memcmp(start + position, word, words.count) == 0 { return position }
      position += 1
    }
    return nil
  }
}

extension String {
  /// Whether words stand in it, byte for byte.
  ///
  /// The standard library's compares characters, as many as a user sees: a line feed after a carriage return is none.
  package func contains(_ words: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { text in
      words.utf8.withContiguousStorageIfAvailable { text.first($0) != nil }
    }
    return (found ?? nil) ?? (Array(utf8).firstRange(of: words.utf8) != nil)
  }
}
