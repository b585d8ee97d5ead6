internal import ShellSyntax

/// `test` and `[` (XCU "test"): chosen by the number of arguments, on strings and numbers; files are asked of a hook.
package struct TestCommand {
  /// Whether a file test holds; nil where nobody knows.
  private let fileTest: (_ op: String, _ path: [UInt8]) -> Bool?

  package init(fileTest: @escaping (_ op: String, _ path: [UInt8]) -> Bool?) { self.fileTest = fileTest }

  private static let fileOperators = Set("abcdefghkprsuwxGLNOS".map { "-\($0)" })
  private static let binaryOperators: Set<String> = [
    "=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef",
  ]

  /// The words between `[` and `]`.
  package func holds(_ words: [[UInt8]]) throws(Doubt) -> Bool {
    switch words.count {
    case 0: return false
    case 1: return !words[0].isEmpty
    case 2:
      if words[0].equals("!") { return words[1].isEmpty }
      return try unary(words[0].text, words[1])
    case 3:
      let op = words[1].text
      if Self.binaryOperators.contains(op) { return try binary(op, words[0], words[2]) }
      if op == "-a" { return !words[0].isEmpty && !words[2].isEmpty }
      if op == "-o" { return !words[0].isEmpty || !words[2].isEmpty }
      if words[0].equals("!") { return try !holds(Array(words.dropFirst())) }
      if words[0].equals("("), words[2].equals(")") { return !words[1].isEmpty }
      throw Self.unclear
    case 4 where words[0].equals("!"): return try !holds(Array(words.dropFirst()))
    default: return try longer(words)
    }
  }

  private static let unclear = Doubt("uses 'test' in an unclear way")

  /// `a = b -a c = d -o …`: only with primaries that cannot be mistaken.
  private func longer(_ words: [[UInt8]]) throws(Doubt) -> Bool {
    guard !words.contains(where: { $0.equals("(") || $0.equals(")") }), words.count < 100 else { throw Self.unclear }
    var result = false
    for alternative in split(words, at: "-o") {
      var all = true
      for part in split(alternative, at: "-a") { all = try primary(part) && all }
      result = result || all
    }
    return result
  }

  private func split(_ words: [[UInt8]], at op: String) -> [[[UInt8]]] {
    words.split(omittingEmptySubsequences: false) { $0.equals(op) }.map { Array($0) }
  }

  private func primary(_ words: [[UInt8]]) throws(Doubt) -> Bool {
    let isNegated = words.first?.equals("!") ?? false
    let operands = isNegated ? Array(words.dropFirst()) : words
    guard !operands.contains(where: { $0.equals("!") }) else { throw Self.unclear }
    switch operands.count {
    case 1 where operands[0].first != UInt8(ascii: "-"): return !operands[0].isEmpty != isNegated
    case 2: return try unary(operands[0].text, operands[1]) != isNegated
    case 3 where operands[0].first != UInt8(ascii: "-") && Self.binaryOperators.contains(operands[1].text):
      return try binary(operands[1].text, operands[0], operands[2]) != isNegated
    default: throw Self.unclear
    }
  }

  func unary(_ op: String, _ word: [UInt8]) throws(Doubt) -> Bool {
    switch op {
    case "-n": return !word.isEmpty
    case "-z": return word.isEmpty
    default:
      guard Self.fileOperators.contains(op) else { throw Self.unclear }
      if word.isEmpty { return false }
      guard let answer = fileTest(op, word) else { throw Doubt("looks at the file '\(word.text)'") }
      return answer
    }
  }

  func binary(_ op: String, _ left: [UInt8], _ right: [UInt8]) throws(Doubt) -> Bool {
    switch op {
    case "=", "==": return left == right
    case "!=": return left != right
    case "<": return try Collation.precedes(left, right)
    case ">": return try Collation.precedes(right, left)
    case "-eq": return try number(left) == number(right)
    case "-ne": return try number(left) != number(right)
    case "-lt": return try number(left) < number(right)
    case "-le": return try number(left) <= number(right)
    case "-gt": return try number(left) > number(right)
    case "-ge": return try number(left) >= number(right)
    default: throw Doubt("compares files")
    }
  }

  private func number(_ word: [UInt8]) throws(Doubt) -> Int {
    var digits = word.drop { $0.isBlank }
    while digits.last?.isBlank ?? false { digits.removeLast() }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard let value = digits.count10 else { throw Doubt("compares '\(word.text)' as a number") }
    return isNegative ? -value : value
  }
}

/// The order of texts where all the locales that are likely agree.
enum Collation {
  /// - Parameter asBytes: the order of bytes was asked for, as by `LC_ALL=C`.
  static func precedes(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>, asBytes: Bool = false) throws(Doubt) -> Bool {
    if a.elementsEqual(b) { return false }
    guard asBytes || a.allSatisfy({ $0.isDigit || $0.isLower }) && b.allSatisfy({ $0.isDigit || $0.isLower }) else { throw .locale }
    return a.lexicographicallyPrecedes(b)
  }
}

// bash's `[[ … ]]`.
extension ShellSession {
  var testCommand: TestCommand {
    let hook = environment.fileTest
    return TestCommand { op, path in hook?(op, path) }
  }

  mutating func holds(_ expression: TestExpression) throws(Doubt) -> Bool {
    try budget.spend()
    switch expression {
    case .word(let word): return try !text(of: word).isEmpty
    case .unary(let op, let word):
      let operand = try text(of: word)
      return op == "-v" ? try isSet(operand) : try testCommand.unary(op, operand)
    case .binary(let op, let left, let right): return try holds(op, left, right)
    case .not(let inner): return try !holds(inner)
    case .and(let a, let b): return try holds(a) ? try holds(b) : false
    case .or(let a, let b): return try holds(a) ? true : try holds(b)
    }
  }

  func isSet(_ name: [UInt8]) throws(Doubt) -> Bool {
    guard name.isName else { throw Doubt("asks whether '\(name.text)' is set") }
    return try variable(name.text)?.text != nil
  }

  private mutating func holds(_ op: String, _ left: Word, _ right: Word) throws(Doubt) -> Bool {
    let value = try text(of: left)
    switch op {
    case "=", "==": return try matches(value, try pattern(right, allowsExtended: true))
    case "!=": return try !matches(value, try pattern(right, allowsExtended: true))
    case "=~": return try matches(value, expression: right)
    case "-eq": return try arithmetic(value) == arithmetic(try text(of: right))
    case "-ne": return try arithmetic(value) != arithmetic(try text(of: right))
    case "-lt": return try arithmetic(value) < arithmetic(try text(of: right))
    case "-le": return try arithmetic(value) <= arithmetic(try text(of: right))
    case "-gt": return try arithmetic(value) > arithmetic(try text(of: right))
    case "-ge": return try arithmetic(value) >= arithmetic(try text(of: right))
    default: return try testCommand.binary(op, value, try text(of: right))
    }
  }

  private mutating func matches(_ value: [UInt8], expression word: Word) throws(Doubt) -> Bool {
    var pattern: [UInt8] = []
    for fragment in try fragments(of: word.parts, tilde: .none) {
      guard fragment.isQuoted else {
        pattern += fragment.bytes
        continue
      }
      for byte in fragment.bytes {
        let isSpecial = "\\.[]*^$+?(){}|".utf8.contains(byte)
        pattern += isSpecial ? [UInt8(ascii: "\\"), byte] : [byte]
      }
    }
    let expression = try RegularExpression(pattern, .extended)
    let match = try expression.firstMatch(in: value, needsGroups: true, budget: budget)
    var elements: [Int: [UInt8]] = [:]
    if let match {
      elements[0] = Array(value[match.range])
      for (index, range) in match.groups.enumerated() { elements[index + 1] = range.map { Array(value[$0]) } ?? [] }
    }
    shell.variables["BASH_REMATCH"] = ShellVariable(.elements(elements))
    return match != nil
  }
}
