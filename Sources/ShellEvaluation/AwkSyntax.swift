/// The tree of an `awk` program (XCU "awk"), as far as it is computed.
enum AwkSyntax {
  indirect enum Expression: Sendable {
    case number(Double)
    case string([UInt8])
    /// `/…/`: alone it asks about `$0`.
    case expression(RegularExpression)
    case variable(String)
    case field(Expression)
    case element(String, Expression)
    case grouping(Expression)
    case unary(String, Expression)
    case binary(String, Expression, Expression)
    case concatenation(Expression, Expression)
    case match(Expression, Expression, isNegated: Bool)
    case conditional(Expression, Expression, Expression)
    case assignment(String, Expression, Expression)
    case step(Expression, by: Double, isPrefix: Bool)
    case call(String, [Expression])

    var isAssignable: Bool {
      switch self {
      case .variable, .field, .element: true
      default: false
      }
    }
  }

  indirect enum Statement: Sendable {
    case print([Expression])
    case printf([Expression])
    case expression(Expression)
    case block([Statement])
    case branch(Expression, Statement, Statement?)
    case loop(first: Statement?, condition: Expression?, step: Statement?, body: Statement)
    case next
    case exit(Expression?)
    case breakLoop
    case continueLoop
  }

  enum Pattern: Sendable {
    case begin, end, always
    case condition(Expression)
  }

  struct Rule: Sendable {
    var pattern: Pattern
    var body: Statement
  }
}

enum AwkToken: Sendable, Hashable {
  case number(Double)
  case string([UInt8])
  case expression([UInt8])
  case name(String)
  /// A name with `(` directly behind it.
  case function(String)
  case symbol(String)
  case newline
  case end
}

/// Reads an `awk` program's text into tokens.
struct AwkLexer {
  static let odd = Doubt("uses an unusual 'awk' program")
  private static let symbols = [
    "**=", "&&", "||", "==", "!=", "<=", ">=", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "**", "!~", "{", "}", "(", ")", "[", "]",
    ";",
    ",", "+", "-", "*", "/", "%", "^", "!", ">", "<", "|", "?", ":", "~", "$", "=",
  ]

  static func tokens(of text: [UInt8]) throws(Doubt) -> [AwkToken] {
    var tokens: [AwkToken] = []
    var index = 0
    while index < text.count {
      let rest = text[index...]
      let byte = text[index]
      if byte == 0x0A {
        tokens.append(.newline)
        index += 1
      } else if byte.isSpace || rest.hasPrefix("\\\n") {
        index += byte.isSpace ? 1 : 2
      } else if byte == UInt8(ascii: "#") {
        index += rest.prefix { $0 != 0x0A }.count
      } else if byte == UInt8(ascii: "\"") {
        tokens.append(.string(try string(text, &index)))
      } else if byte == UInt8(ascii: "/"), !endsOperand(tokens.last) {
        tokens.append(.expression(try expression(text, &index)))
      } else if byte.isDigit || byte == UInt8(ascii: ".") && rest.dropFirst().first?.isDigit ?? false {
        let digits = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") || $0.isLetter }
        guard digits.allSatisfy({ !$0.isLetter || $0 | 0x20 == UInt8(ascii: "e") }), let value = Double(digits.text) else { throw odd }
        tokens.append(.number(value))
        index += digits.count
      } else if byte.isNameStart {
        let name = rest.prefix { $0.isNameByte }
        index += name.count
        tokens.append(index < text.count && text[index] == UInt8(ascii: "(") ? .function(name.text) : .name(name.text))
      } else {
        guard let symbol = symbols.first(where: { rest.hasPrefix($0) }) else { throw odd }
        tokens.append(.symbol(symbol))
        index += symbol.utf8.count
      }
    }
    return tokens
  }

  private static func endsOperand(_ token: AwkToken?) -> Bool {
    switch token {
    case .number, .string, .name, .expression: true
    case .symbol(let symbol): [")", "]", "$", "++", "--"].contains(symbol)
    case .function, .newline, .end, nil: false
    }
  }

  private static func string(_ text: [UInt8], _ index: inout Int) throws(Doubt) -> [UInt8] {
    index += 1
    let start = index
    while index < text.count, text[index] != UInt8(ascii: "\"") {
      guard text[index] != 0x0A else { throw odd }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < text.count else { throw odd }
    defer { index += 1 }
    return try unescaped(text[start..<index])
  }

  /// The escapes that every awk knows.
  static func unescaped(_ text: ArraySlice<UInt8>) throws(Doubt) -> [UInt8] {
    var output: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        output.append(byte)
        continue
      }
      guard let letter = rest.popFirst() else { throw odd }
      if let control = RegularExpressionParser.sedControls[letter] {
        output.append(control)
      } else if "\\\"/".utf8.contains(letter) {
        output.append(letter)
      } else {
        throw odd
      }
    }
    return output
  }

  private static func expression(_ text: [UInt8], _ index: inout Int) throws(Doubt) -> [UInt8] {
    index += 1
    let start = index
    while index < text.count, text[index] != UInt8(ascii: "/") {
      // Whether a slash in brackets ends the expression differs between versions.
      guard text[index] != 0x0A else { throw odd }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < text.count else { throw odd }
    defer { index += 1 }
    return Array(text[start..<index])
  }
}
