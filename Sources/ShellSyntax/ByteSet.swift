/// A set of ASCII bytes that is asked once for every byte of a text.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ text: String) {
    for byte in text.utf8 { insert(byte) }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> byte & 1 != 0 : byte < 128 && high >> (byte - 64) & 1 != 0
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << byte } else if byte < 128 { high |= 1 << (byte - 64) }
  }

  func union(_ other: ByteSet) -> ByteSet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    return result
  }
}

extension UInt8 {
  /// POSIX `<blank>` in the C locale; carriage return is an ordinary byte for a shell.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// May begin a name (XBD 3.216).
  var isNameStart: Bool { self == 0x5F || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  var isNameByte: Bool { isNameStart || isDigit }

  /// One of the special parameters (XCU 2.5.2).
  var isSpecialParameter: Bool { Self.specialParameters.contains(self) }

  /// Ends an unquoted word.
  var isMetacharacter: Bool { Self.metacharacters.contains(self) }

  private static let specialParameters = ByteSet("@*#?-$!")
  private static let metacharacters = ByteSet(" \t\n|&;<>()")
}
