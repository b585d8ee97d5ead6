package import Diagnostics

/// Where a text calls a macro or asks whether it is defined: `%name`, `%{name}`, `%{?name:…}`, `%{!?name}`.
package enum CallNames {
  /// The name's own bytes in each call; those after `%%` are none.
  package static func ranges(of name: String, in bytes: [UInt8]) -> [ByteRange] {
    let name = Array(name.utf8)
    var found: [ByteRange] = []
    var rest = bytes[...]
    while !name.isEmpty, let next = rest.firstRange(of: name) {
      rest = rest[next.upperBound...]
      if isCall(next, in: bytes), !(rest.first.map(isNameByte) ?? false) { found.append(next) }
    }
    return found
  }

  private static func isCall(_ name: ByteRange, in bytes: [UInt8]) -> Bool {
    var start = name.lowerBound
    while start > 0, bytes[start - 1] == UInt8(ascii: "?") || bytes[start - 1] == UInt8(ascii: "!") { start -= 1 }
    if start > 0, bytes[start - 1] == UInt8(ascii: "{") { start -= 1 }
    guard start > 0, bytes[start - 1] == UInt8(ascii: "%") else { return false }
    return bytes[..<start].reversed().prefix { $0 == UInt8(ascii: "%") }.count % 2 == 1
  }

  /// Letters, digits and `_`, as rpm's macro.c has them.
  package static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "_"): true
    default: false
    }
  }
}
