internal import SpecSyntax

/// Words and options as librpm reads them from a line: `poptParseArgvString` and `poptGetNextOpt` for short options.
enum PoptWords {
  /// Splits at white space; quotes group, a backslash takes the next byte (inside quotes only the quote). Empty words are dropped.
  ///
  /// - Returns: nil for a text that ends in a backslash, which popt refuses; a quote that is never closed it takes.
  static func split(_ text: some Collection<UInt8>) -> [[UInt8]]? {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var quote: UInt8?
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == quote {
        quote = nil
      } else if byte == UInt8(ascii: "\\") {
        guard let next = rest.popFirst() else { return nil }
        if let quote, next != quote { word.append(byte) }
        word.append(next)
      } else if quote != nil {
        word.append(byte)
      } else if byte.isSpace {
        if !word.isEmpty { words.append(word) }
        word = []
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else {
        word.append(byte)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  enum OptionError: Error {
    case unknown(String)
    case missingArgument(String)
  }

  struct Option {
    let letter: UInt8
    /// nil for an option without an argument.
    let argument: [UInt8]?
  }

  /// - Parameters:
  ///   - words: the command's name first.
  ///   - withArgument: letters of options that take one.
  static func options(
    _ words: [[UInt8]], plain: String, withArgument: String
  ) throws(OptionError) -> (options: [Option], operands: [[UInt8]]) {
    var options: [Option] = []
    var operands: [[UInt8]] = []
    var index = 1
    while index < words.count {
      let word = words[index]
      index += 1
      if word.elementsEqual("--".utf8) {
        operands += words[index...]
        break
      }
      guard word.count > 1, word[0] == UInt8(ascii: "-") else {
        operands.append(word)
        continue
      }
      guard word[1] != UInt8(ascii: "-") else { throw .unknown(String(decoding: word, as: UTF8.self)) }
      var letters = word.dropFirst()
      while let letter = letters.popFirst() {
        if plain.utf8.contains(letter) {
          options.append(Option(letter: letter, argument: nil))
        } else if withArgument.utf8.contains(letter) {
          // popt lets `-n=name` be written.
          if letters.first == UInt8(ascii: "=") { letters = letters.dropFirst() }
          if letters.isEmpty {
            guard index < words.count else { throw .missingArgument(String(decoding: [UInt8(ascii: "-"), letter], as: UTF8.self)) }
            letters = words[index][...]
            index += 1
          }
          options.append(Option(letter: letter, argument: Array(letters)))
          letters = []
        } else {
          throw .unknown(String(decoding: [UInt8(ascii: "-"), letter], as: UTF8.self))
        }
      }
    }
    return (options, operands)
  }

  /// `parseUnsignedNum`: decimal digits with white space before them, nothing after, at most 32 bits.
  static func unsignedNumber(_ text: some Collection<UInt8>) -> Int? {
    let digits = text.drop { $0.isSpace }
    guard !digits.isEmpty, digits.count <= 10, digits.allSatisfy(\.isDigit) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return value <= Int(UInt32.max) ? value : nil
  }
}
