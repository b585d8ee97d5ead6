/// Integer arithmetic of `$(( … ))`: POSIX XCU 2.6.4 with bash's operators, on 64-bit integers that wrap.
///
/// Not handled, and then nil: assignments to elements of arrays, and everything that bash refuses.
package struct ShellArithmetic {
  private let text: [UInt8]
  private var position = 0
  private var depth: Int
  /// Inside an operand that is parsed but not evaluated, as the right side of `0 && …`.
  private var skipped = 0
  /// The value of a variable, or of an element where an index is given: nil when nobody knows it. Unset ones are "".
  private let lookup: (String, Int?) -> [UInt8]?
  /// Assignments made, in order.
  private var assignments: [(name: String, value: Int)] = []

  private static let maximumDepth = 60

  private init(_ text: [UInt8], depth: Int, lookup: @escaping (String, Int?) -> [UInt8]?) {
    self.text = text
    self.depth = depth
    self.lookup = lookup
  }

  /// - Returns: nil for anything that is not surely understood.
  package static func evaluate(
    _ text: [UInt8], lookup: @escaping (String) -> [UInt8]?
  ) -> (value: Int, assignments: [(name: String, value: Int)])? {
    evaluate(text) { name, index in index == nil ? lookup(name) : nil }
  }

  package static func evaluate(
    _ text: [UInt8], element lookup: @escaping (String, Int?) -> [UInt8]?
  ) -> (value: Int, assignments: [(name: String, value: Int)])? {
    var parser = ShellArithmetic(text, depth: 0, lookup: lookup)
    guard let value = parser.whole() else { return nil }
    return (value, parser.assignments)
  }

  private mutating func whole() -> Int? {
    skip()
    if position == text.count { return 0 }
    guard let value = comma(), position == text.count else { return nil }
    return value
  }

  private mutating func skip() {
    while position < text.count, text[position].isSpace { position += 1 }
  }

  private mutating func take(_ op: String, notBefore: String = "") -> Bool {
    skip()
    let bytes = op.utf8
    guard text[position...].starts(with: bytes) else { return false }
    if let next = text[(position + bytes.count)...].first, notBefore.utf8.contains(next) { return false }
    position += bytes.count
    return true
  }

  private mutating func nested<Result>(_ body: (inout Self) -> Result?) -> Result? {
    depth += 1
    defer { depth -= 1 }
    return depth < Self.maximumDepth ? body(&self) : nil
  }

  private mutating func unevaluated<Result>(_ condition: Bool, _ body: (inout Self) -> Result?) -> Result? {
    skipped += condition ? 1 : 0
    defer { skipped -= condition ? 1 : 0 }
    return body(&self)
  }

  // MARK: Operators

  private mutating func comma() -> Int? {
    guard var value = assignment() else { return nil }
    while take(",") {
      guard let next = assignment() else { return nil }
      value = next
    }
    skip()
    return value
  }

  private mutating func assignment() -> Int? {
    nested { parser in
      let saved = parser.position
      parser.skip()
      if let name = parser.name() {
        for op in ["<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "="] where parser.take(op, notBefore: op == "=" ? "=" : "")
        {
          // The old value is the one from before the right side is computed.
          guard let old = op == "=" ? 0 : parser.number(of: name, nil), let right = parser.assignment(),
            let value = op == "=" ? right : parser.apply(String(op.dropLast()), old, right)
          else { return nil }
          if parser.skipped == 0 { parser.assignments.append((name, value)) }
          return value
        }
      }
      parser.position = saved
      return parser.ternary()
    }
  }

  private mutating func ternary() -> Int? {
    guard let condition = or() else { return nil }
    guard take("?") else { return condition }
    guard let first = unevaluated(condition == 0, { $0.comma() }), take(":"),
      let second = unevaluated(condition != 0, { $0.assignment() })
    else { return nil }
    return condition != 0 ? first : second
  }

  private mutating func or() -> Int? {
    guard var left = and() else { return nil }
    while take("||") {
      guard let right = unevaluated(left != 0, { $0.and() }) else { return nil }
      left = left != 0 || right != 0 ? 1 : 0
    }
    return left
  }

  private mutating func and() -> Int? {
    guard var left = binary(0) else { return nil }
    while take("&&") {
      guard let right = unevaluated(left == 0, { $0.binary(0) }) else { return nil }
      left = left != 0 && right != 0 ? 1 : 0
    }
    return left
  }

  /// Operators from the loosest to the tightest, each with bytes that must not follow it.
  private static let levels: [[(op: String, notBefore: String)]] = [
    [("|", "|=")], [("^", "=")], [("&", "&=")], [("==", ""), ("!=", "")],
    [("<=", ""), (">=", ""), ("<", "<"), (">", ">")], [("<<", "="), (">>", "=")], [("+", "=+"), ("-", "=-")],
    [("*", "=*"), ("/", "="), ("%", "=")],
  ]

  private mutating func binary(_ level: Int) -> Int? {
    guard level < Self.levels.count else { return power() }
    guard var left = binary(level + 1) else { return nil }
    while true {
      guard let found = Self.levels[level].first(where: { take($0.op, notBefore: $0.notBefore) }) else { return left }
      guard let right = binary(level + 1), let value = apply(found.op, left, right) else { return nil }
      left = value
    }
  }

  private mutating func power() -> Int? {
    guard let base = unary() else { return nil }
    guard take("**") else { return base }
    guard let exponent = nested({ $0.power() }) else { return nil }
    // bash complains of a negative exponent even where it does not evaluate.
    guard skipped == 0, (0..<64).contains(exponent) else { return nil }
    return (0..<exponent).reduce(1) { value, _ in value &* base }
  }

  private func apply(_ op: String, _ a: Int, _ b: Int) -> Int? {
    if skipped > 0 { return 0 }
    switch op {
    case "|": return a | b
    case "^": return a ^ b
    case "&": return a & b
    case "==": return a == b ? 1 : 0
    case "!=": return a != b ? 1 : 0
    case "<=": return a <= b ? 1 : 0
    case ">=": return a >= b ? 1 : 0
    case "<": return a < b ? 1 : 0
    case ">": return a > b ? 1 : 0
    case "<<": return (0..<64).contains(b) ? a &<< b : nil
    case ">>": return (0..<64).contains(b) ? a &>> b : nil
    case "+": return a &+ b
    case "-": return a &- b
    case "*": return a &* b
    case "/": return b == 0 || a == .min && b == -1 ? nil : a / b
    case "%": return b == 0 || a == .min && b == -1 ? nil : a % b
    default: return nil
    }
  }

  // MARK: Operands

  private mutating func unary() -> Int? {
    nested { parser in
      if parser.take("!", notBefore: "=") { return parser.unary().map { $0 == 0 ? 1 : 0 } }
      if parser.take("~") { return parser.unary().map { ~$0 } }
      // Where no variable follows, bash reads `++5` as two signs; versions differ.
      if parser.take("++") || parser.take("--") {
        let step = parser.text[parser.position - 1] == UInt8(ascii: "+") ? 1 : -1
        parser.skip()
        guard let name = parser.name(), let value = parser.step(name, by: step) else { return nil }
        return value &+ step
      }
      if parser.take("-") { return parser.unary().map { 0 &- $0 } }
      if parser.take("+") { return parser.unary() }
      return parser.primary()
    }
  }

  private mutating func primary() -> Int? {
    if take("(") {
      guard let value = comma(), take(")") else { return nil }
      return value
    }
    skip()
    guard let name = name() else { return literal() }
    if position < text.count, text[position] == UInt8(ascii: "[") {
      position += 1
      guard let index = comma(), take("]") else { return nil }
      // An assignment to an element.
      let saved = position
      let isFollowedByAssignment = take("++") || take("--") || take("=", notBefore: "=")
      position = saved
      return isFollowedByAssignment ? nil : number(of: name, index)
    }
    if take("++") { return step(name, by: 1) }
    if take("--") { return step(name, by: -1) }
    return number(of: name, nil)
  }

  private mutating func step(_ name: String, by amount: Int) -> Int? {
    guard let value = number(of: name, nil) else { return nil }
    if skipped == 0 { assignments.append((name, value &+ amount)) }
    return value
  }

  private mutating func name() -> String? {
    guard position < text.count, text[position].isNameStart else { return nil }
    let bytes = text[position...].prefix { $0.isNameByte }
    position += bytes.count
    return bytes.text
  }

  private mutating func number(of name: String, _ index: Int?) -> Int? {
    if skipped > 0 { return 0 }
    if index == nil, let made = assignments.last(where: { $0.name == name }) { return made.value }
    guard let value = lookup(name, index) else { return nil }
    if let number = Self.integer(value) { return number }
    // A value is an expression of its own.
    guard depth < Self.maximumDepth else { return nil }
    let earlier = assignments
    let lookup = lookup
    var inner = ShellArithmetic(value, depth: depth + 1) { name, index in
      if index == nil, let made = earlier.last(where: { $0.name == name }) { return Array(String(made.value)) }
      return lookup(name, index)
    }
    guard let number = inner.whole(), inner.assignments.isEmpty else { return nil }
    return number
  }

  private mutating func literal() -> Int? {
    let bytes = text[position...].prefix { $0.isNameByte || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "@") }
    guard bytes.first?.isDigit ?? false else { return nil }
    position += bytes.count
    return Self.integer(Array(bytes))
  }

  /// Decimal, `0x` hexadecimal, `0` octal, `base#digits`, with a sign.
  package static func integer(_ bytes: [UInt8]) -> Int? {
    var digits = bytes[...]
    var isNegative = false
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      digits.removeFirst()
    }
    guard let first = digits.first, first.isDigit else { return nil }
    var base = 10
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      base = 16
      digits = digits.dropFirst(2)
    } else if let hash = digits.firstIndex(of: UInt8(ascii: "#")) {
      // Beyond 36 upper and lower case are different digits.
      guard let given = digits[..<hash].count10, (2...36).contains(given) else { return nil }
      base = given
      digits = digits[(hash + 1)...]
    } else if first == 0x30, digits.count > 1 {
      base = 8
    }
    guard !digits.isEmpty else { return nil }
    var value = 0
    for byte in digits {
      guard let digit = byte.digitValue, digit < base else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      let (sum, overflow2) = product.addingReportingOverflow(digit)
      guard !overflow, !overflow2 else { return nil }
      value = sum
    }
    return isNegative ? -value : value
  }
}
