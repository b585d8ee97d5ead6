/// What bash's `echo` prints.
package enum EchoText {
  package static func text(_ arguments: [[UInt8]]) throws(Doubt) -> [UInt8] {
    var words = arguments[...]
    var endsLine = true
    var resolvesEscapes = false
    while let option = words.first, option.count > 1, option.hasPrefix("-"), option.dropFirst().allSatisfy({ "neE".utf8.contains($0) }) {
      for letter in option.dropFirst() {
        switch letter {
        case UInt8(ascii: "n"): endsLine = false
        case UInt8(ascii: "e"): resolvesEscapes = true
        default: resolvesEscapes = false
        }
      }
      words.removeFirst()
    }
    let joined = Array(words.joined(separator: [0x20]))
    guard resolvesEscapes else { return joined + (endsLine ? [0x0A] : []) }
    let (text, stops) = try EscapeSequences.resolved(joined, .echo)
    return text + (endsLine && !stops ? [0x0A] : [])
  }
}

/// Backslash escapes of `echo -e`, of `printf`'s format and of its `%b`.
enum EscapeSequences {
  enum Style { case echo, format, argument }

  /// - Returns: the text, and whether `\c` ended all output.
  static func resolved(_ text: [UInt8], _ style: Style) throws(Doubt) -> (text: [UInt8], stops: Bool) {
    var output: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else {
        output.append(text[index])
        index += 1
        continue
      }
      guard let (bytes, next) = try escape(text, at: index + 1, style) else { return (output, true) }
      output += bytes
      index = next
    }
    return (output, false)
  }

  private static let controls: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "e"): 0x1B, UInt8(ascii: "E"): 0x1B, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C,
  ]

  /// The escape whose letter is at `index`; nil for `\c`.
  static func escape(_ text: [UInt8], at index: Int, _ style: Style) throws(Doubt) -> ([UInt8], next: Int)? {
    let letter = text[index]
    if let control = controls[letter] { return ([control], index + 1) }
    switch letter {
    case UInt8(ascii: "c") where style != .format: return nil
    case UInt8(ascii: "x"):
      let digits = text[(index + 1)...].prefix(2).prefix { ($0.digitValue ?? 16) < 16 }
      guard !digits.isEmpty else { throw Doubt("uses an unusual escape") }
      return ([number(digits, 16)], index + 1 + digits.count)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      if style == .echo, letter != 0x30 { return ([UInt8(ascii: "\\"), letter], index + 1) }
      let start = style != .format && letter == 0x30 ? index + 1 : index
      let digits = text[start...].prefix(3).prefix { (0x30...0x37).contains($0) }
      return ([number(digits, 8)], start + digits.count)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "?"):
      if style == .echo { return ([UInt8(ascii: "\\"), letter], index + 1) }
      guard letter == UInt8(ascii: "\"") else { throw Doubt("uses an unusual escape") }
      return ([letter], index + 1)
    case UInt8(ascii: "u"), UInt8(ascii: "U"): throw .locale
    default: return ([UInt8(ascii: "\\"), letter], index + 1)
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>, _ base: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * base + ($1.digitValue ?? 0) })
  }
}
