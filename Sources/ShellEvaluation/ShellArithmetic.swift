/// Integer arithmetic of `$(( … ))`: POSIX XCU 2.6.4 with bash's operators, on 64-bit integers that wrap.
///
/// Not handled, and then nil: arrays, strings that hold further expressions, `**`.
package struct ShellArithmetic {
  private let text: [UInt8]
  private var position = 0
  private var depth = 0
  /// The value of a variable: nil when nobody knows it. Unset ones are "".
  private let lookup: (String) -> [UInt8]?
  /// Assignments made, in order.
  package private(set) var assignments: [(name: String, value: Int)] = []

  private init(_ text: [UInt8], lookup: @escaping (String) -> [UInt8]?) {
    self.text = text
    self.lookup = lookup
  }

  /// - Returns: nil for anything that is not surely understood.
  package static func evaluate(
    _ text: [UInt8], lookup: @escaping (String) -> [UInt8]?
  ) -> (value: Int, assignments: [(name: String, value: Int)])? {
    var parser = ShellArithmetic(text, lookup: lookup)
    parser.skip()
    if parser.position == text.count { return (0, []) }
    guard let value = parser.comma(), parser.position == parser.text.count else { return nil }
    return (value, parser.assignments)
  }

  private mutating func skip() {
    while position < text.count, text[position] == 0x20 || (0x09...0x0D).contains(text[position]) { position += 1 }
  }

  private mutating func take(_ op: String, notBefore: String = "") -> Bool {
    skip()
    let bytes = op.utf8
    guard text[position...].starts(with: bytes) else { return false }
    if let next = text[(position + bytes.count)...].first, notBefore.utf8.contains(next) { return false }
    position += bytes.count
    return true
  }

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
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { return nil }
    let saved = position
    skip()
    if let name = name() {
      for op in ["<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "="] where take(op, notBefore: op == "=" ? "=" : "") {
        guard let right = assignment() else { return nil }
        let value: Int?
        if op == "=" { value = right } else { value = number(of: name).flatMap { Self.apply(String(op.dropLast()), $0, right) } }
        guard let value else { return nil }
        assignments.append((name, value))
        return value
      }
    }
    position = saved
    return ternary()
  }

  private mutating func ternary() -> Int? {
    guard let condition = binary(0) else { return nil }
    guard take("?") else { return condition }
    guard let first = assignment(), take(":"), let second = assignment() else { return nil }
    return condition != 0 ? first : second
  }

  /// Operators from the loosest to the tightest, each with bytes that must not follow it.
  private static let levels: [[(op: String, notBefore: String)]] = [
    [("||", "")], [("&&", "")], [("|", "|=")], [("^", "=")], [("&", "&=")], [("==", ""), ("!=", "")],
    [("<=", ""), (">=", ""), ("<", "<"), (">", ">")], [("<<", "="), (">>", "=")], [("+", "=+"), ("-", "=-")],
    [("*", "=*"), ("/", "="), ("%", "=")],
  ]

  private mutating func binary(_ level: Int) -> Int? {
    guard level < Self.levels.count else { return unary() }
    guard var left = binary(level + 1) else { return nil }
    while true {
      guard let found = Self.levels[level].first(where: { take($0.op, notBefore: $0.notBefore) }) else { return left }
      guard let right = binary(level + 1), let value = Self.apply(found.op, left, right) else { return nil }
      left = value
    }
  }

  private static func apply(_ op: String, _ a: Int, _ b: Int) -> Int? {
    switch op {
    case "||": a != 0 || b != 0 ? 1 : 0
    case "&&": a != 0 && b != 0 ? 1 : 0
    case "|": a | b
    case "^": a ^ b
    case "&": a & b
    case "==": a == b ? 1 : 0
    case "!=": a != b ? 1 : 0
    case "<=": a <= b ? 1 : 0
    case ">=": a >= b ? 1 : 0
    case "<": a < b ? 1 : 0
    case ">": a > b ? 1 : 0
    case "<<": (0..<64).contains(b) ? a &<< b : nil
    case ">>": (0..<64).contains(b) ? a &>> b : nil
    case "+": a &+ b
    case "-": a &- b
    case "*": a &* b
    case "/": b == 0 || a == .min && b == -1 ? nil : a / b
    case "%": b == 0 || a == .min && b == -1 ? nil : a % b
    default: nil
    }
  }

  private mutating func unary() -> Int? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { return nil }
    skip()
    if take("!", notBefore: "=") { return unary().map { $0 == 0 ? 1 : 0 } }
    if take("~") { return unary().map { ~$0 } }
    if take("++") || take("--") { return nil }
    if take("-") { return unary().map { 0 &- $0 } }
    if take("+") { return unary() }
    if take("(") {
      guard let value = comma(), take(")") else { return nil }
      return value
    }
    if let name = name() {
      if take("++") { return step(name, by: 1) }
      if take("--") { return step(name, by: -1) }
      return number(of: name)
    }
    return literal()
  }

  private mutating func step(_ name: String, by amount: Int) -> Int? {
    guard let value = number(of: name) else { return nil }
    assignments.append((name, value &+ amount))
    return value
  }

  private mutating func name() -> String? {
    guard position < text.count, Self.isNameStart(text[position]) else { return nil }
    let bytes = text[position...].prefix { Self.isNameStart($0) || (0x30...0x39).contains($0) }
    position += bytes.count
    guard position >= text.count || text[position] != UInt8(ascii: "[") else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  private func number(of name: String) -> Int? {
    if let made = assignments.last(where: { $0.name == name }) { return made.value }
    guard let value = lookup(name) else { return nil }
    return value.isEmpty ? 0 : Self.integer(value)
  }

  private mutating func literal() -> Int? {
    let bytes = text[position...].prefix { Self.isNameStart($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "#") }
    guard !bytes.isEmpty else { return nil }
    position += bytes.count
    return Self.integer(Array(bytes))
  }

  /// Decimal, `0x` hexadecimal, `0` octal, `base#digits`.
  package static func integer(_ bytes: [UInt8]) -> Int? {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("0x") || text.hasPrefix("0X") { return Int(text.dropFirst(2), radix: 16) }
    if let hash = text.firstIndex(of: "#") {
      guard let base = Int(text[..<hash]), (2...36).contains(base) else { return nil }
      return Int(text[text.index(after: hash)...], radix: base)
    }
    if text.hasPrefix("0"), text.count > 1 { return Int(text.dropFirst(), radix: 8) }
    return Int(text)
  }
}
