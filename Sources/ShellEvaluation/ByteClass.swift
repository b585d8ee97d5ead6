/// A set of bytes.
struct ByteClass: Sendable, Hashable {
  private var words: SIMD4<UInt64> = .zero

  init() {}
  init(_ byte: UInt8) { insert(byte) }
  init(_ ranges: [ClosedRange<UInt8>]) { for range in ranges { insert(range) } }

  static let all = ByteClass([0...255])
  static let word = ByteClass([0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F...0x5F])
  static let space = ByteClass([0x09...0x0D, 0x20...0x20])

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0 }
  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  mutating func insert(_ range: ClosedRange<UInt8>) { for byte in range { insert(byte) } }
  mutating func formUnion(_ other: ByteClass) { words |= other.words }

  var inverted: ByteClass {
    var result = self
    result.words = ~words
    return result
  }

  var ignoringCase: ByteClass {
    var result = self
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") where contains(byte) || contains(byte.uppercased) {
      result.insert(byte)
      result.insert(byte.uppercased)
    }
    return result
  }

  /// The only member.
  var single: UInt8? {
    let count = (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount }
    return count == 1 ? (0...255).first { contains($0) } : nil
  }
}
