/// `expr` (XCU): strings, numbers and `:`.
struct ExprProgram {
  private let words: [[UInt8]]
  private let budget: StepBudget
  private var position = 0
  private var depth = 0

  static func run(_ arguments: [[UInt8]], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    guard !arguments.isEmpty, !arguments[0].hasPrefix("--") else { throw odd }
    var program = ExprProgram(words: arguments, budget: budget)
    let value = try program.level(0)
    guard program.position == arguments.count else { throw odd }
    let isNull = value.isEmpty || number(value) == 0
    return ProgramResult(output: value + [0x0A], status: isNull ? 1 : 0)
  }

  private init(words: [[UInt8]], budget: StepBudget) {
    self.words = words
    self.budget = budget
  }

  private static let odd = Doubt("uses 'expr' in an unusual way")
  private static let levels: [[String]] = [["|"], ["&"], ["<", "<=", "=", "==", "!=", ">=", ">"], ["+", "-"], ["*", "/", "%"], [":"]]

  private mutating func level(_ level: Int) throws(Doubt) -> [UInt8] {
    guard level < Self.levels.count else { return try primary() }
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw Self.odd }
    var left = try self.level(level + 1)
    while position < words.count, Self.levels[level].contains(words[position].text) {
      let op = words[position].text
      position += 1
      left = try apply(op, left, try self.level(level + 1))
    }
    return left
  }

  private mutating func primary() throws(Doubt) -> [UInt8] {
    guard position < words.count else { throw Self.odd }
    let word = words[position]
    position += 1
    switch word.text {
    case "(":
      let value = try level(0)
      guard position < words.count, words[position].equals(")") else { throw Self.odd }
      position += 1
      return value
    case "length":
      let text = try primary()
      guard text.isASCII else { throw .locale }
      return Array(String(text.count))
    case "substr":
      let text = try primary()
      guard text.isASCII, let start = Self.number(try primary()), let count = Self.number(try primary()) else { throw Self.odd }
      guard start > 0, count > 0, start <= text.count else { return [] }
      return Array(text[(start - 1)...].prefix(count))
    case "match": return try match(try primary(), try primary())
    case "index", "+", ")": throw Self.odd
    default: return word
    }
  }

  private static func number(_ text: [UInt8]) -> Int? {
    let isNegative = text.first == UInt8(ascii: "-")
    return text.dropFirst(isNegative ? 1 : 0).count10.map { isNegative ? -$0 : $0 }
  }

  private func apply(_ op: String, _ a: [UInt8], _ b: [UInt8]) throws(Doubt) -> [UInt8] {
    func isNull(_ value: [UInt8]) -> Bool { value.isEmpty || Self.number(value) == 0 }
    switch op {
    case "|": return !isNull(a) ? a : !isNull(b) ? b : [0x30]
    case "&": return !isNull(a) && !isNull(b) ? a : [0x30]
    case ":": return try match(a, b)
    case "+", "-", "*", "/", "%":
      guard let x = Self.number(a), let y = Self.number(b) else { throw Doubt("computes with something that is not a number") }
      let result: (partialValue: Int, overflow: Bool)
      switch op {
      case "+": result = x.addingReportingOverflow(y)
      case "-": result = x.subtractingReportingOverflow(y)
      case "*": result = x.multipliedReportingOverflow(by: y)
      case "/": result = y == 0 ? (0, true) : x.dividedReportingOverflow(by: y)
      default: result = y == 0 ? (0, true) : x.remainderReportingOverflow(dividingBy: y)
      }
      guard !result.overflow else { throw Doubt("computes a number that is too large") }
      return Array(String(result.partialValue))
    default:
      let isLess: Bool
      let isEqual: Bool
      if let x = Self.number(a), let y = Self.number(b) {
        (isLess, isEqual) = (x < y, x == y)
      } else {
        isEqual = a == b
        isLess = ["=", "==", "!="].contains(op) ? false : try Collation.precedes(a, b)
      }
      let holds =
        switch op {
        case "<": isLess
        case "<=": isLess || isEqual
        case "=", "==": isEqual
        case "!=": !isEqual
        case ">=": !isLess
        default: !isLess && !isEqual
        }
      return [holds ? 0x31 : 0x30]
    }
  }

  /// Anchored at the start: the first group's text, or the number of bytes matched.
  private func match(_ text: [UInt8], _ pattern: [UInt8]) throws(Doubt) -> [UInt8] {
    guard text.isASCII, pattern.isASCII, !pattern.hasPrefix("*") else { throw Self.odd }
    let expression = try RegularExpression(pattern, .basic)
    let match = try expression.matchAtStart(of: text, needsGroups: expression.groupCount > 0, budget: budget)
    if expression.groupCount > 0 { return match?.groups[0].map { Array(text[$0]) } ?? [] }
    return Array(String(match?.range.count ?? 0))
  }
}
