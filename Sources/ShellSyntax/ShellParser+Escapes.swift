/// bash's `$'…'` (the bash manual, "ANSI-C Quoting").
extension ShellParser {
  /// At the quote. As in bash a NUL ends the string's value, and what follows it in the quotes is lost.
  mutating func dollarSingleQuoted(from start: Int) -> WordPart {
    let quote = offset
    offset += 1
    var value: [UInt8] = []
    var isCut = false
    while let byte, byte != UInt8(ascii: "'") {
      offset += 1
      let bytes = byte == UInt8(ascii: "\\") ? escape() : [byte]
      if bytes == [0] { isCut = true }
      if !isCut { value += bytes }
    }
    if !accept("'") { report("quote is never closed", from: quote, to: quote + 1) }
    return WordPart(range: range(from: start), kind: .dollarSingleQuoted(value))
  }

  /// What a backslash and the bytes behind it mean; behind the backslash.
  private mutating func escape() -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    guard let byte else { return [backslash] }
    offset += 1
    switch byte {
    case UInt8(ascii: "a"): return [0x07]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "e"), UInt8(ascii: "E"): return [0x1B]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "v"): return [0x0B]
    case backslash, UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"): return [byte]
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      offset -= 1
      return digits(radix: 8, atMost: 3).map { [UInt8(truncatingIfNeeded: $0)] } ?? [backslash, byte]
    case UInt8(ascii: "x"): return hexadecimal() ?? [backslash, byte]
    case UInt8(ascii: "u"): return digits(radix: 16, atMost: 4).map(Self.utf8) ?? [backslash, byte]
    case UInt8(ascii: "U"): return digits(radix: 16, atMost: 8).map(Self.utf8) ?? [backslash, byte]
    case UInt8(ascii: "c"): return control()
    default: return [backslash, byte]
    }
  }

  /// `\xHH` or `\x{H…}`, of which the lowest byte counts.
  private mutating func hexadecimal() -> [UInt8]? {
    guard byte == UInt8(ascii: "{") else { return digits(radix: 16, atMost: 2).map { [UInt8(truncatingIfNeeded: $0)] } }
    let start = offset
    offset += 1
    guard let value = digits(radix: 16, atMost: .max) else {
      offset = start
      return nil
    }
    if byte == UInt8(ascii: "}") { offset += 1 }
    return [UInt8(truncatingIfNeeded: value)]
  }

  /// `\cX`: the control byte of X.
  private mutating func control() -> [UInt8] {
    guard let byte, byte != UInt8(ascii: "'") else { return [UInt8(ascii: "\\"), UInt8(ascii: "c")] }
    offset += 1
    if byte == UInt8(ascii: "\\"), self.byte == byte { offset += 1 }
    return [byte == UInt8(ascii: "?") ? 0x7F : byte & 0x1F]
  }

  private mutating func digits(radix: UInt64, atMost limit: Int) -> UInt64? {
    var value: UInt64 = 0
    var count = 0
    while count < limit, let byte, let digit = Self.digit(byte), digit < radix {
      value = value &* radix &+ digit
      offset += 1
      count += 1
    }
    return count == 0 ? nil : value
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x41...0x46: UInt64(byte - 0x41 + 10)
    case 0x61...0x66: UInt64(byte - 0x61 + 10)
    default: nil
    }
  }

  /// A code point as bash writes it in a UTF-8 locale: what Unicode leaves out, such as surrogates, by the same scheme.
  private static func utf8(_ code: UInt64) -> [UInt8] {
    func tail(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | code >> shift & 0x3F) }
    switch code {
    case 0..<0x80: return [UInt8(truncatingIfNeeded: code)]
    case 0x80..<0x800: return [UInt8(truncatingIfNeeded: 0xC0 | code >> 6), tail(0)]
    case 0x800..<0x10000: return [UInt8(truncatingIfNeeded: 0xE0 | code >> 12), tail(6), tail(0)]
    case 0x10000..<0x20_0000: return [UInt8(truncatingIfNeeded: 0xF0 | code >> 18), tail(12), tail(6), tail(0)]
    default: return []
    }
  }
}
