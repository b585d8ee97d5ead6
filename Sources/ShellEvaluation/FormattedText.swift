/// What bash's `printf` prints: POSIX XBD 5 with `%b` and `%q`.
///
/// Not handled, and then a doubt: `%e`, `%g`, `%a`, `%n`, `%(…)T`, and numbers that are none.
package struct FormattedText {
  private let format: [UInt8]
  private var arguments: ArraySlice<[UInt8]>
  private var output: [UInt8] = []
  private var hasStopped = false

  package static func text(format: [UInt8], arguments: [[UInt8]]) throws(Doubt) -> [UInt8] {
    var formatter = FormattedText(format: format, arguments: arguments[...])
    repeat {
      let before = formatter.arguments.count
      try formatter.pass()
      guard formatter.output.count <= 1 << 20 else { throw .size }
      // A format that takes no argument is used once.
      if formatter.arguments.count == before { break }
    } while !formatter.arguments.isEmpty && !formatter.hasStopped
    return formatter.output
  }

  private init(format: [UInt8], arguments: ArraySlice<[UInt8]>) {
    self.format = format
    self.arguments = arguments
  }

  private struct Directive {
    var flags: [UInt8] = []
    var width: Int?
    var precision: Int?
    func has(_ flag: Unicode.Scalar) -> Bool { flags.contains(UInt8(ascii: flag)) }
  }

  private mutating func pass() throws(Doubt) {
    var index = 0
    while index < format.count, !hasStopped {
      switch format[index] {
      case UInt8(ascii: "\\") where index + 1 < format.count:
        guard let (bytes, next) = try EscapeSequences.escape(format, at: index + 1, .format) else { return }
        output += bytes
        index = next
      case UInt8(ascii: "%"):
        index += 1
        try directive(&index)
      default:
        output.append(format[index])
        index += 1
      }
    }
  }

  private mutating func directive(_ index: inout Int) throws(Doubt) {
    var directive = Directive()
    let flags = format[index...].prefix { "-+ 0#".utf8.contains($0) }
    directive.flags = Array(flags)
    index += flags.count
    directive.width = try count(&index)
    if let width = directive.width, width < 0 {
      directive.flags.append(UInt8(ascii: "-"))
      directive.width = -width
    }
    if index < format.count, format[index] == UInt8(ascii: ".") {
      index += 1
      let precision = try count(&index) ?? 0
      directive.precision = precision < 0 ? nil : precision
    }
    guard index < format.count else { throw Doubt("uses an unusual format") }
    let letter = format[index]
    index += 1
    switch letter {
    case UInt8(ascii: "%"):
      guard directive.flags.isEmpty, directive.width == nil, directive.precision == nil else { throw Doubt("uses an unusual format") }
      output.append(letter)
    case UInt8(ascii: "s"): try pad(text: nextArgument(), directive)
    case UInt8(ascii: "b"):
      let (text, stops) = try EscapeSequences.resolved(nextArgument(), .argument)
      hasStopped = stops
      try pad(text: text, directive)
    case UInt8(ascii: "c"):
      let argument = nextArgument()
      guard let first = argument.first, first < 0x80, directive.precision == nil else { throw Doubt("uses an unusual format") }
      try pad(text: [first], directive)
    case UInt8(ascii: "q"):
      let argument = nextArgument()
      guard !argument.isEmpty, argument.allSatisfy({ $0.isNameByte || "-./:=+,@%".utf8.contains($0) }) else { throw Doubt("quotes by %q") }
      try pad(text: argument, directive)
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
      try pad(number: try integer(nextArgument()), letter, directive)
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      guard let rounded = DecimalText.rounded(nextArgument(), places: directive.precision ?? 6) else { throw Doubt("rounds a number") }
      guard !directive.has("+"), !directive.has(" "), !directive.has("#") else { throw Doubt("uses an unusual format") }
      pad(
        digits: rounded.drop { $0 == UInt8(ascii: "-") }, sign: rounded.first == UInt8(ascii: "-") ? "-" : "", directive,
        zero: directive.has("0"))
    default: throw Doubt("uses an unusual format")
    }
  }

  /// Digits or `*`.
  private mutating func count(_ index: inout Int) throws(Doubt) -> Int? {
    if index < format.count, format[index] == UInt8(ascii: "*") {
      index += 1
      let value = try integer(nextArgument())
      guard abs(value) < 10_000 else { throw .size }
      return value
    }
    let digits = format[index...].prefix { $0.isDigit }
    index += digits.count
    guard !digits.isEmpty else { return nil }
    guard let value = digits.count10, value < 10_000 else { throw .size }
    return value
  }

  private mutating func nextArgument() -> [UInt8] { arguments.popFirst() ?? [] }

  private func integer(_ text: [UInt8]) throws(Doubt) -> Int {
    if text.isEmpty { return 0 }
    if let quote = text.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      guard text.count == 2, text[1] < 0x80 else { throw .locale }
      return Int(text[1])
    }
    guard !text.contains(UInt8(ascii: "#")), let value = ShellArithmetic.integer(text) else {
      throw Doubt("prints '\(text.text)' as a number")
    }
    return value
  }

  private mutating func pad(text: [UInt8], _ directive: Directive) throws(Doubt) {
    if directive.width != nil || directive.precision != nil, !text.isASCII { throw .locale }
    guard !directive.has("0"), !directive.has("+"), !directive.has(" "), !directive.has("#") else { throw Doubt("uses an unusual format") }
    let shown = text.prefix(directive.precision ?? .max)
    let fill = [UInt8](repeating: 0x20, count: max(0, (directive.width ?? 0) - shown.count))
    output += directive.has("-") ? shown + fill : fill + shown
  }

  private mutating func pad(number: Int, _ letter: UInt8, _ directive: Directive) throws(Doubt) {
    var digits: [UInt8]
    var sign = ""
    switch letter {
    case UInt8(ascii: "d"), UInt8(ascii: "i"):
      digits = Array(String(number.magnitude))
      sign = number < 0 ? "-" : directive.has("+") ? "+" : directive.has(" ") ? " " : ""
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      digits = Array(String(UInt(bitPattern: number), radix: 16, uppercase: letter == UInt8(ascii: "X")))
      if directive.has("#"), number != 0 { sign = letter == UInt8(ascii: "X") ? "0X" : "0x" }
    case UInt8(ascii: "o"):
      guard !directive.has("#") else { throw Doubt("uses an unusual format") }
      digits = Array(String(UInt(bitPattern: number), radix: 8))
    default: digits = Array(String(UInt(bitPattern: number)))
    }
    if let precision = directive.precision {
      if precision == 0, number == 0 { digits = [] }
      digits = [UInt8](repeating: 0x30, count: max(0, precision - digits.count)) + digits
    }
    pad(digits: digits[...], sign: sign, directive, zero: directive.has("0") && directive.precision == nil)
  }

  private mutating func pad(digits: ArraySlice<UInt8>, sign: String, _ directive: Directive, zero: Bool) {
    let missing = max(0, (directive.width ?? 0) - digits.count - sign.utf8.count)
    if directive.has("-") {
      output += Array(sign) + digits + [UInt8](repeating: 0x20, count: missing)
    } else if zero {
      output += Array(sign) + [UInt8](repeating: 0x30, count: missing) + digits
    } else {
      output += [UInt8](repeating: 0x20, count: missing) + Array(sign) + digits
    }
  }
}

/// Decimal fractions as text, rounded without binary arithmetic.
enum DecimalText {
  /// - Returns: nil for what is no plain decimal number, and where a tie would be rounded: there the binary value decides.
  static func rounded(_ text: [UInt8], places: Int) -> [UInt8]? {
    let isNegative = text.first == UInt8(ascii: "-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first ?? []
    let fraction = parts.count > 1 ? Array(parts[1]) : []
    guard whole.count + fraction.count <= 15, whole.count + fraction.count > 0, (whole + fraction).allSatisfy(\.isDigit), places <= 40
    else {
      return text.isEmpty ? rounded([0x30], places: places) : nil
    }
    let kept = fraction.prefix(places)
    let dropped = fraction.dropFirst(places)
    if let first = dropped.first, first == 0x35, dropped.dropFirst().allSatisfy({ $0 == 0x30 }) { return nil }
    let roundsUp = (dropped.first ?? 0x30) >= 0x35
    var value = (whole + kept).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    if roundsUp { value += 1 }
    var digits = Array(String(value))
    digits = [UInt8](repeating: 0x30, count: max(0, kept.count + 1 - digits.count)) + digits
    var result = Array(digits.dropLast(kept.count))
    if places > 0 { result += [UInt8(ascii: ".")] + digits.suffix(kept.count) + [UInt8](repeating: 0x30, count: places - kept.count) }
    return (isNegative ? [UInt8(ascii: "-")] : []) + result
  }
}
