internal import Glibc

extension AwkRun {
  mutating func evaluate(_ expression: AwkSyntax.Expression) throws(Doubt) -> AwkValue {
    try budget.spend()
    switch expression {
    case .number(let value): return .number(value)
    case .string(let text): return .string(text)
    case .expression(let expression):
      let text = try field(0).text()
      return .number(try expression.firstMatch(in: text, budget: budget) == nil ? 0 : 1)
    case .variable(let name): return try variable(name)
    case .field(let index): return try field(try evaluate(index).number())
    case .element(let name, let index):
      guard variables[name] == nil else { throw AwkLexer.odd }
      let key = try evaluate(index).text()
      return arrays[name]?[key] ?? .unset
    case .grouping(let inner): return try evaluate(inner)
    case .unary(let op, let operand):
      let value = try evaluate(operand)
      if op == "!" { return .number(value.isTrue ? 0 : 1) }
      return .number(op == "-" ? try -value.number() : try value.number())
    case .binary(let op, let left, let right): return try binary(op, left, right)
    case .concatenation(let left, let right):
      let text = try evaluate(left).text()
      let joined = try text + evaluate(right).text()
      guard joined.count <= 1 << 20 else { throw .size }
      try budget.spend(joined.count / 16)
      return .string(joined)
    case .match(let left, let right, let isNegated):
      let text = try evaluate(left).text()
      let found = try self.expression(right).firstMatch(in: text, budget: budget) != nil
      return .number(found != isNegated ? 1 : 0)
    case .conditional(let condition, let first, let second): return try evaluate(condition).isTrue ? evaluate(first) : evaluate(second)
    case .assignment(let op, let target, let source):
      var value = try evaluate(source)
      if op != "=" { value = .number(try Self.compute(String(op.dropLast()), try evaluate(target).number(), try value.number())) }
      try assign(target, value)
      return value
    case .step(let target, let amount, let isPrefix):
      let old = try evaluate(target).number()
      try assign(target, .number(old + amount))
      return .number(isPrefix ? old + amount : old)
    case .call(let name, let arguments): return try call(name, arguments)
    }
  }

  private mutating func assign(_ target: AwkSyntax.Expression, _ value: AwkValue) throws(Doubt) {
    switch target {
    case .variable(let name): try setVariable(name, value)
    case .field(let index): try setField(try evaluate(index).number(), value)
    case .element(let name, let index):
      guard variables[name] == nil else { throw AwkLexer.odd }
      let key = try evaluate(index).text()
      arrays[name, default: [:]][key] = value
    default: throw AwkLexer.odd
    }
  }

  private mutating func binary(_ op: String, _ left: AwkSyntax.Expression, _ right: AwkSyntax.Expression) throws(Doubt) -> AwkValue {
    let a = try evaluate(left)
    switch op {
    case "&&": return .number(try a.isTrue ? evaluate(right).isTrue ? 1 : 0 : 0)
    case "||": return .number(try a.isTrue ? 1 : evaluate(right).isTrue ? 1 : 0)
    case "<", "<=", "==", "!=", ">", ">=": return .number(try Self.compare(op, a, try evaluate(right)) ? 1 : 0)
    default: return .number(try Self.compute(op, try a.number(), try evaluate(right).number()))
    }
  }

  private static func compute(_ op: String, _ a: Double, _ b: Double) throws(Doubt) -> Double {
    switch op {
    case "+": return a + b
    case "-": return a - b
    case "*": return a * b
    case "/", "%":
      guard b != 0 else { throw Doubt("divides by zero") }
      return op == "/" ? a / b : fmod(a, b)
    default:
      guard b >= 0, b < 64, b == b.rounded() else { throw Doubt("computes an unusual number") }
      return (0..<Int(b)).reduce(1.0) { value, _ in value * a }
    }
  }

  private static func compare(_ op: String, _ a: AwkValue, _ b: AwkValue) throws(Doubt) -> Bool {
    let isLess: Bool
    let isEqual: Bool
    if a.isNumeric, b.isNumeric {
      let (x, y) = (try a.number(), try b.number())
      (isLess, isEqual) = (x < y, x == y)
    } else {
      let (x, y) = (try a.text(), try b.text())
      isEqual = x == y
      isLess = op == "==" || op == "!=" ? false : try Collation.precedes(x, y)
    }
    switch op {
    case "<": return isLess
    case "<=": return isLess || isEqual
    case "==": return isEqual
    case "!=": return !isEqual
    case ">": return !isLess && !isEqual
    default: return !isLess
    }
  }

  private mutating func expression(_ source: AwkSyntax.Expression) throws(Doubt) -> RegularExpression {
    if case .expression(let expression) = source { return expression }
    return try expression(try evaluate(source).text())
  }

  // MARK: Functions

  private mutating func call(_ name: String, _ arguments: [AwkSyntax.Expression]) throws(Doubt) -> AwkValue {
    func argument(_ index: Int) throws(Doubt) -> AwkSyntax.Expression {
      guard index < arguments.count else { throw AwkLexer.odd }
      return arguments[index]
    }
    switch name {
    case "length":
      if case .variable(let name)? = arguments.first, let array = arrays[name] { return .number(Double(array.count)) }
      return .number(Double(try ascii(try arguments.isEmpty ? field(0).text() : evaluate(try argument(0)).text()).count))
    case "substr": return .string(try substring(arguments))
    case "index":
      let text = try ascii(try evaluate(try argument(0)).text())
      let searched = try evaluate(try argument(1)).text()
      guard !searched.isEmpty else { throw AwkLexer.odd }
      let found = text.indices.first { text[$0...].starts(with: searched) }
      return .number(Double(found.map { $0 + 1 } ?? 0))
    case "split": return try splitInto(arguments)
    case "sub", "gsub": return try substitute(isGlobal: name == "gsub", arguments)
    case "match":
      let text = try ascii(try evaluate(try argument(0)).text())
      guard arguments.count == 2 else { throw AwkLexer.odd }
      let found = try expression(arguments[1]).firstMatch(in: text, budget: budget)?.range
      variables["RSTART"] = .number(Double(found.map { $0.lowerBound + 1 } ?? 0))
      variables["RLENGTH"] = .number(Double(found?.count ?? -1))
      return variables["RSTART"] ?? .unset
    case "tolower": return .string(try ascii(try evaluate(try argument(0)).text()).map(\.lowercased))
    case "toupper": return .string(try ascii(try evaluate(try argument(0)).text()).map(\.uppercased))
    case "int":
      let value = try evaluate(try argument(0)).number().rounded(.towardZero)
      return .number(value == 0 ? 0 : value)
    case "sprintf":
      var values: [AwkValue] = []
      for argument in arguments { values.append(try evaluate(argument)) }
      return .string(try AwkFormat.text(values))
    default: throw AwkLexer.odd
    }
  }

  private func ascii(_ text: [UInt8]) throws(Doubt) -> [UInt8] {
    guard text.isASCII else { throw .locale }
    return text
  }

  private mutating func substring(_ arguments: [AwkSyntax.Expression]) throws(Doubt) -> [UInt8] {
    guard (2...3).contains(arguments.count) else { throw AwkLexer.odd }
    let text = try ascii(try evaluate(arguments[0]).text())
    let start = try evaluate(arguments[1]).number()
    let length = arguments.count > 2 ? try evaluate(arguments[2]).number() : Double(text.count) + abs(start) + 1
    // Fractions and places before the text are counted in ways that differ.
    guard start >= 1 || arguments.count == 2, start == start.rounded(), length == length.rounded(), abs(start) < 1e9, abs(length) < 1e10
    else { throw AwkLexer.odd }
    let low = max(1, Int(start))
    let high = min(text.count, Int(start + length) - 1)
    return low <= high ? Array(text[(low - 1)..<high]) : []
  }

  private mutating func splitInto(_ arguments: [AwkSyntax.Expression]) throws(Doubt) -> AwkValue {
    guard (2...3).contains(arguments.count), case .variable(let array) = arguments[1], variables[array] == nil else { throw AwkLexer.odd }
    let text = try evaluate(arguments[0]).text()
    let parts: [[UInt8]]
    if arguments.count > 2, case .expression(let expression) = arguments[2] {
      parts = try split(text, at: expression)
    } else {
      parts = try split(text, try arguments.count > 2 ? evaluate(arguments[2]).text() : (variables["FS"] ?? .unset).text())
    }
    var elements: [[UInt8]: AwkValue] = [:]
    for (index, part) in parts.enumerated() { elements[Array(String(index + 1))] = try AwkValue(input: part) }
    arrays[array] = elements
    return .number(Double(parts.count))
  }

  private mutating func substitute(isGlobal: Bool, _ arguments: [AwkSyntax.Expression]) throws(Doubt) -> AwkValue {
    guard (2...3).contains(arguments.count) else { throw AwkLexer.odd }
    let expression = try expression(arguments[0])
    let replacement = try evaluate(arguments[1]).text()
    let target = arguments.count > 2 ? arguments[2] : .field(.number(0))
    guard target.isAssignable else { throw AwkLexer.odd }
    let text = try evaluate(target).text()
    var output: [UInt8] = []
    var start = 0
    var count = 0
    var lastEnd = -1
    while start <= text.count, let match = try expression.firstMatch(in: text, from: start, budget: budget)?.range {
      output += text[start..<match.lowerBound]
      start = match.upperBound
      if !match.isEmpty || match.lowerBound != lastEnd {
        output += try Self.filled(replacement, Array(text[match]))
        count += 1
        lastEnd = match.upperBound
        if !isGlobal { break }
      }
      if match.isEmpty {
        if start < text.count { output.append(text[start]) }
        start += 1
      }
    }
    if start < text.count { output += text[start...] }
    guard output.count <= 1 << 20 else { throw .size }
    if count > 0 { try assign(target, .string(output)) }
    return .number(Double(count))
  }

  /// `&` is the match, `\&` an ampersand; other backslashes differ between versions.
  private static func filled(_ replacement: [UInt8], _ match: [UInt8]) throws(Doubt) -> [UInt8] {
    var output: [UInt8] = []
    var rest = replacement[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&") {
        output += match
      } else if byte == UInt8(ascii: "\\") {
        guard rest.popFirst() == UInt8(ascii: "&") else { throw AwkLexer.odd }
        output.append(UInt8(ascii: "&"))
      } else {
        output.append(byte)
      }
    }
    return output
  }
}

/// awk's `printf`.
enum AwkFormat {
  static func text(_ values: [AwkValue]) throws(Doubt) -> [UInt8] {
    guard let format = try values.first?.text() else { throw AwkLexer.odd }
    var arguments = values.dropFirst()
    var output: [UInt8] = []
    var rest = format[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        output.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "%") {
        rest.removeFirst()
        output.append(byte)
        continue
      }
      let options = rest.prefix { $0.isDigit || "-+ 0.".utf8.contains($0) }
      rest = rest.dropFirst(options.count)
      guard let letter = rest.popFirst(), let value = arguments.popFirst(), options.count < 6,
        options.split(whereSeparator: { !$0.isDigit }).allSatisfy({ ($0.count10 ?? 999) < 300 })
      else { throw AwkLexer.odd }
      output += try converted(value, letter, options: Array(options))
    }
    return output
  }

  private static func converted(_ value: AwkValue, _ letter: UInt8, options: [UInt8]) throws(Doubt) -> [UInt8] {
    let directive = [UInt8(ascii: "%")] + options
    switch letter {
    case UInt8(ascii: "s"): return try FormattedText.text(format: directive + [letter], arguments: [try value.text()])
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
      let number = try value.number().rounded(.towardZero)
      guard number.isFinite, abs(number) < 2e9, number >= 0 || letter == UInt8(ascii: "d") || letter == UInt8(ascii: "i") else {
        throw AwkLexer.odd
      }
      return try FormattedText.text(format: directive + [letter], arguments: [Array(String(Int(number)))])
    case UInt8(ascii: "f"), UInt8(ascii: "e"), UInt8(ascii: "g"):
      let number = try value.number()
      guard number.isFinite else { throw AwkLexer.odd }
      return AwkValue.formatted((directive + [letter]).text, number)
    default: throw AwkLexer.odd
    }
  }
}
