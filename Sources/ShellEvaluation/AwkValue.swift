internal import Glibc

/// A value of awk's: a number, a string, or a string from outside that looks like a number.
enum AwkValue: Sendable {
  case number(Double)
  case string([UInt8])
  case numericString([UInt8], Double)
  case unset

  /// A field or the value of `-v`.
  init(input text: [UInt8]) throws(Doubt) {
    if let value = try Self.whole(text) { self = .numericString(text, value) } else { self = .string(text) }
  }

  var isNumeric: Bool {
    switch self {
    case .number, .numericString, .unset: true
    case .string: false
    }
  }

  func number() throws(Doubt) -> Double {
    switch self {
    case .number(let value), .numericString(_, let value): return value
    case .unset: return 0
    case .string(let text): return try Self.prefix(of: text).value
    }
  }

  func text() throws(Doubt) -> [UInt8] {
    switch self {
    case .string(let text), .numericString(let text, _): return text
    case .unset: return []
    case .number(let value):
      // Whole numbers beyond 31 bits: gawk prints their digits, Debian's mawk 1.3.4 rounds them to six.
      guard value.isFinite, value != 0 || value.sign == .plus, abs(value) < 0x8000_0000 else {
        throw Doubt("computes an unusual number")
      }
      if value == value.rounded(.towardZero) { return Array(String(Int(value))) }
      return Self.formatted("%.6g", value)
    }
  }

  var isTrue: Bool {
    switch self {
    case .number(let value), .numericString(_, let value): value != 0
    case .string(let text): !text.isEmpty
    case .unset: false
    }
  }

  /// The number that a text as a whole is, blanks around it aside.
  private static func whole(_ text: [UInt8]) throws(Doubt) -> Double? {
    guard text.contains(where: \.isDigit) else { return nil }
    let (value, count) = try prefix(of: text)
    return count > 0 && text.dropFirst(count).allSatisfy(\.isSpace) ? value : nil
  }

  private static func prefix(of text: [UInt8]) throws(Doubt) -> (value: Double, count: Int) {
    let blanks = text.prefix { $0.isSpace }.count
    var end = blanks
    if end < text.count, text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "+") { end += 1 }
    let signEnd = end
    // Some versions read hexadecimal numbers, infinities and the like.
    let rest = text[end...].prefix(3).map(\.lowercased).text
    if rest.hasPrefix("0x") || signEnd > blanks && (rest == "inf" || rest == "nan") { throw Doubt("computes an unusual number") }
    end += text[end...].prefix { $0.isDigit }.count
    var digits = end - signEnd
    if end < text.count, text[end] == UInt8(ascii: ".") {
      let fraction = text[(end + 1)...].prefix { $0.isDigit }.count
      digits += fraction
      if digits > 0 { end += 1 + fraction }
    }
    guard digits > 0 else { return (0, 0) }
    if end < text.count, text[end] | 0x20 == UInt8(ascii: "e") {
      var exponent = end + 1
      if exponent < text.count, text[exponent] == UInt8(ascii: "-") || text[exponent] == UInt8(ascii: "+") { exponent += 1 }
      let count = text[exponent...].prefix { $0.isDigit }.count
      if count > 0 { end = exponent + count }
    }
    guard let value = Double(number(text[blanks..<end])) else { throw Doubt("computes an unusual number") }
    return (value, end)
  }

  /// Swift wants digits on both sides of a point.
  private static func number(_ text: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    for byte in text {
      if byte == UInt8(ascii: "."), !(output.last?.isDigit ?? false) { output.append(0x30) }
      if output.last == UInt8(ascii: "."), !byte.isDigit { output.append(0x30) }
      output.append(byte)
    }
    if output.last == UInt8(ascii: ".") { output.append(0x30) }
    return output.text
  }

  /// C's `printf` of one number; the format is one of this module's own making.
  static func formatted(_ format: String, _ value: Double) -> [UInt8] {
    withVaList([value]) { arguments in
      var buffer = [CChar](repeating: 0, count: 1024)
      let count = vsnprintf(&buffer, buffer.count, format, arguments)
      return buffer.prefix(max(0, min(Int(count), buffer.count - 1))).map { UInt8(bitPattern: $0) }
    }
  }
}
