internal import Diagnostics

/// bash's `[[ … ]]`.
extension ShellParser {
  mutating func testCommand() -> Command.Kind? {
    let start = position
    position += 2
    guard let expression = testOr() else {
      fail("expression expected in '[[ ]]'", at: start)
      return nil
    }
    skipLines()
    guard takeReserved("]]") else {
      fail("']]' expected, found '\(tokenText())'", at: start)
      return nil
    }
    return .test(expression)
  }

  private mutating func testOr() -> TestExpression? {
    guard var left = testAnd() else { return nil }
    while true {
      skipLines()
      guard take("||") else { return left }
      guard let right = testAnd() else { return nil }
      left = .or(left, right)
    }
  }

  private mutating func testAnd() -> TestExpression? {
    guard var left = testPrimary() else { return nil }
    while true {
      skipLines()
      guard take("&&") else { return left }
      guard let right = testPrimary() else { return nil }
      left = .and(left, right)
    }
  }

  private mutating func testPrimary() -> TestExpression? {
    nested(nil) { parser in
      parser.skipLines()
      if parser.takeReserved("!") { return parser.testPrimary().map { .not($0) } }
      if parser.take("(") {
        let inner = parser.testOr()
        parser.skipLines()
        return parser.take(")") ? inner : nil
      }
      return parser.testOperands()
    }
  }

  private mutating func testOperands() -> TestExpression? {
    guard reservedWord() != "]]", let first = word(.testOperand) else { return nil }
    if let op = literal(first), op.count == 2, op.hasPrefix("-"), op != "--" {
      skipBlanks()
      if !startsBinaryOperator(), reservedWord() != "]]", let operand = word(.testOperand) { return .unary(op: op, operand) }
    }
    skipBlanks()
    for op in ["==", "=~", "!=", "=", "<", ">"] where starts(op) {
      position += op.utf8.count
      skipBlanks()
      guard let right = word(op == "=~" ? .regularExpression : .testPattern) else { return nil }
      return .binary(op: op, first, right)
    }
    if peek() == UInt8(ascii: "-") {
      guard let op = word(.testOperand).flatMap({ literal($0) }) else { return nil }
      skipBlanks()
      guard let right = word(.testOperand) else { return nil }
      return .binary(op: op, first, right)
    }
    return .word(first)
  }

  private func startsBinaryOperator() -> Bool {
    ["==", "=~", "!=", "= ", "&&", "||"].contains { starts($0) }
  }

  private func literal(_ word: Word) -> String? {
    guard word.parts.count == 1, case .literal(let text) = word.parts[0].kind else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
