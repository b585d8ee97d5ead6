/// Well-formed UTF-8 byte sequences (Unicode 15, table 3-7).
package enum UTF8Sequence {
  /// The length of the well-formed sequence at an index; 0 where there is none.
  package static func length(in bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: count = 4
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + count <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for next in bytes[(index + 2)..<(index + count)] where !(0x80...0xBF).contains(next) { return 0 }
    return count
  }

  /// Whether all of it is well-formed.
  package static func isValid(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      let length = length(in: bytes, at: index)
      guard length > 0 else { return false }
      index += length
    }
    return true
  }
}
