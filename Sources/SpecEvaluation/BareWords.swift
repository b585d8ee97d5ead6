internal import SpecSyntax

/// Quotes the bare words of a condition, as ALT's rpm takes them (`%if x86_64 == %_arch`); rpm itself has refused them since 4.15.
enum BareWords {
  static func quoted(_ expression: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var output: [UInt8] = []
    var rest = expression[...]
    while let byte = rest.first {
      if byte == quote, let close = rest.dropFirst().firstIndex(of: quote) {
        output += rest[...close]
        rest = rest[(close + 1)...]
      } else if byte.isNameByte {
        let word = rest.prefix { $0.isNameByte || $0 == UInt8(ascii: ".") }
        output += byte.isDigit ? Array(word) : [quote] + word + [quote]
        rest = rest[word.endIndex...]
      } else {
        output.append(byte)
        rest = rest.dropFirst()
      }
    }
    return output
  }
}
