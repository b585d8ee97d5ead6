extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isLower: Bool { self >= 0x61 && self <= 0x7A }
  var isLetter: Bool { isUpper || isLower }
  var isNameStart: Bool { isLetter || self == UInt8(ascii: "_") }
  var isNameByte: Bool { isNameStart || isDigit }
  /// `isspace` in the C locale.
  var isSpace: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var uppercased: UInt8 { isLower ? self - 0x20 : self }
  var lowercased: UInt8 { isUpper ? self + 0x20 : self }

  /// The value as a digit of a base up to 36.
  var digitValue: Int? {
    if isDigit { return Int(self) - 0x30 }
    return isLetter ? Int(lowercased) - 0x61 + 10 : nil
  }
}

extension Collection<UInt8> {
  /// For names, options and messages; not for data.
  var text: String { String(decoding: self, as: UTF8.self) }
  var isASCII: Bool { allSatisfy { $0 < 0x80 } }
  func hasPrefix(_ prefix: String) -> Bool { starts(with: prefix.utf8) }
  func equals(_ text: String) -> Bool { elementsEqual(text.utf8) }

  /// A variable's name.
  var isName: Bool { (first?.isNameStart ?? false) && allSatisfy(\.isNameByte) }

  /// Decimal digits only, small enough for any use as a count.
  var count10: Int? { !isEmpty && count <= 15 && allSatisfy(\.isDigit) ? reduce(0) { $0 * 10 + Int($1) - 0x30 } : nil }
}

extension [UInt8] {
  init(_ text: String) { self = Array(text.utf8) }

  /// The lines without their line feeds; a last line without one counts too.
  var lines: [ArraySlice<UInt8>] {
    var lines = split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}
