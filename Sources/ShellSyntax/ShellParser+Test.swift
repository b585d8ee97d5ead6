/// bash's `[[ … ]]` (the bash manual, "Conditional Constructs").
extension ShellParser {
  mutating func testCommand() -> Command.Kind {
    let start = offset
    offset = end(of: "[[") ?? offset
    skipNewlines()
    let expression = testDisjunction()
    skipNewlines()
    if expression == nil || !startsTestEnd {
      if atEnd { report("'[[' without ']]'", from: start, to: start + 2) } else { reportUnexpected() }
      skipToTestEnd()
    }
    if startsTestEnd { offset = end(of: "]]") ?? offset }
    return .test(expression ?? .word(Word(range: range(from: offset), parts: [])))
  }

  /// At `]]` as a word of its own.
  private var startsTestEnd: Bool {
    guard let end = end(of: "]]") else { return false }
    return byte(at: afterContinuations(end))?.isMetacharacter ?? true
  }

  private mutating func skipToTestEnd() {
    while !atEnd, byte != 0x0A, !startsTestEnd {
      let before = offset
      _ = word(.command)
      skipBlanks()
      if offset == before { offset += 1 }
    }
  }

  private mutating func testDisjunction() -> TestExpression? {
    guard var left = testConjunction() else { return nil }
    skipNewlines()
    while accept("||") {
      skipNewlines()
      guard let right = testConjunction() else { return nil }
      left = .or(left, right)
      skipNewlines()
    }
    return left
  }

  private mutating func testConjunction() -> TestExpression? {
    guard var left = testTerm() else { return nil }
    skipNewlines()
    while accept("&&") {
      skipNewlines()
      guard let right = testTerm() else { return nil }
      left = .and(left, right)
      skipNewlines()
    }
    return left
  }

  private mutating func testTerm() -> TestExpression? {
    nested { parser in parser.unboundedTestTerm() } ?? nil
  }

  private mutating func unboundedTestTerm() -> TestExpression? {
    if accept(.not) {
      skipNewlines()
      return testTerm().map(TestExpression.not)
    }
    if accept("(") {
      skipNewlines()
      let inner = testDisjunction()
      skipNewlines()
      return accept(")") ? inner : nil
    }
    guard !startsTestEnd, startsWord else { return nil }
    let first = word(.command)
    skipBlanks()
    if let op = unaryOperator(first), startsWord, !startsTestEnd, !startsBinaryOperator {
      return .unary(op: op, word(.command))
    }
    guard let op = binaryOperator() else { return .word(first) }
    skipNewlines()
    guard startsWord || op == "=~" && byte == UInt8(ascii: "(") else { return nil }
    return .binary(op: op, first, word(op == "=~" ? .regularExpression : .command))
  }

  /// `-f` and the like: a hyphen and one letter, unquoted.
  private func unaryOperator(_ word: Word) -> String? {
    guard word.parts.count == 1, case .literal(let bytes) = word.parts[0].kind, bytes.count == 2 else { return nil }
    guard bytes[0] == UInt8(ascii: "-"), Self.unaryOperators.contains(bytes[1]) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Tells `-a == x`, a comparison, from `-a == `, a test of the file `==`.
  private var startsBinaryOperator: Bool {
    Self.binaryOperators.contains { op in
      guard let end = end(of: op) else { return false }
      return byte(at: end)?.isBlank ?? false
    }
  }

  private mutating func binaryOperator() -> String? {
    for op in Self.binaryOperators {
      guard let end = end(of: op), byte(at: end)?.isMetacharacter ?? true else { continue }
      offset = end
      return op
    }
    for op in ["<", ">"] where byte == op.utf8.first {
      offset += 1
      return op
    }
    return nil
  }

  private static let unaryOperators = ByteSet("abcdefghkprstuwxGLNOSnozvR")
  private static let binaryOperators = ["==", "=~", "=", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef"]
}
