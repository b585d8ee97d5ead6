/// A running `awk` program: records, fields and statements.
struct AwkRun {
  enum Flow { case next, nextRecord, exit, breakLoop, continueLoop }

  private let rules: [AwkSyntax.Rule]
  let budget: StepBudget
  var variables: [String: AwkValue]
  var arrays: [String: [[UInt8]: AwkValue]] = [:]
  private var record: [UInt8] = []
  private var fields: [[UInt8]] = []
  private var recordNumber = 0
  private var output: [UInt8] = []
  private var status = 0
  private var expressions: [[UInt8]: RegularExpression] = [:]
  private var depth = 0

  init(rules: [AwkSyntax.Rule], variables: [String: AwkValue], budget: StepBudget) {
    self.rules = rules
    self.variables = variables
    self.budget = budget
  }

  mutating func run(on text: [UInt8]) throws(Doubt) -> ProgramResult {
    guard !text.contains(0) else { throw .locale }
    var flow = Flow.next
    for rule in rules where flow != .exit {
      if case .begin = rule.pattern { flow = try execute(rule.body) }
    }
    for line in text.lines where flow != .exit {
      recordNumber += 1
      try setRecord(Array(line))
      flow = try runRules()
    }
    let hasExited = flow == .exit
    flow = .next
    for rule in rules where flow != .exit {
      guard case .end = rule.pattern else { continue }
      // After `exit` versions agree, but hardly anybody means it.
      guard !hasExited else { throw AwkLexer.odd }
      flow = try execute(rule.body)
    }
    return ProgramResult(output: output, status: status)
  }

  private mutating func runRules() throws(Doubt) -> Flow {
    for rule in rules {
      switch rule.pattern {
      case .begin, .end: continue
      case .always: break
      case .condition(let condition): guard try evaluate(condition).isTrue else { continue }
      }
      switch try execute(rule.body) {
      case .next: break
      case .nextRecord: return .next
      case .exit: return .exit
      case .breakLoop, .continueLoop: throw AwkLexer.odd
      }
    }
    return .next
  }

  // MARK: Records and fields

  private mutating func setRecord(_ text: [UInt8]) throws(Doubt) {
    try budget.spend(1 + text.count / 4)
    record = text
    let separator = try (variables["FS"] ?? .unset).text()
    fields = try split(text, separator)
  }

  mutating func split(_ text: [UInt8], _ separator: [UInt8]) throws(Doubt) -> [[UInt8]] {
    if separator == [0x20] {
      return text.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.map { Array($0) }
    }
    guard !text.isEmpty else { return [] }
    guard !separator.isEmpty else { throw AwkLexer.odd }
    if separator.count == 1, separator[0] != UInt8(ascii: "\\") {
      return text.split(separator: separator[0], omittingEmptySubsequences: false).map { Array($0) }
    }
    return try split(text, at: try expression(separator))
  }

  func split(_ text: [UInt8], at expression: RegularExpression) throws(Doubt) -> [[UInt8]] {
    guard !text.isEmpty else { return [] }
    var parts: [[UInt8]] = []
    var start = 0
    while let match = try expression.firstMatch(in: text, from: start, budget: budget)?.range {
      guard !match.isEmpty else { throw AwkLexer.odd }
      parts.append(Array(text[start..<match.lowerBound]))
      start = match.upperBound
    }
    return parts + [Array(text[start...])]
  }

  mutating func expression(_ pattern: [UInt8]) throws(Doubt) -> RegularExpression {
    if let known = expressions[pattern] { return known }
    let new = try RegularExpression(pattern, .awk)
    expressions[pattern] = new
    return new
  }

  func field(_ number: Double) throws(Doubt) -> AwkValue {
    guard number >= 0, number < 10_000 else { throw AwkLexer.odd }
    let index = Int(number)
    if index == 0 { return try AwkValue(input: record) }
    return index <= fields.count ? try AwkValue(input: fields[index - 1]) : .unset
  }

  mutating func setField(_ number: Double, _ value: AwkValue) throws(Doubt) {
    guard number >= 0, number < 10_000 else { throw AwkLexer.odd }
    let index = Int(number)
    if index == 0 { return try setRecord(try value.text()) }
    while fields.count < index { fields.append([]) }
    fields[index - 1] = try value.text()
    try rebuildRecord()
  }

  private mutating func rebuildRecord() throws(Doubt) {
    record = Array(fields.joined(separator: try (variables["OFS"] ?? .unset).text()))
  }

  func variable(_ name: String) throws(Doubt) -> AwkValue {
    switch name {
    case "NF": return .number(Double(fields.count))
    case "NR", "FNR": return .number(Double(recordNumber))
    case "SUBSEP", "CONVFMT", "OFMT": throw AwkLexer.odd
    default:
      guard arrays[name] == nil else { throw AwkLexer.odd }
      return variables[name] ?? .unset
    }
  }

  mutating func setVariable(_ name: String, _ value: AwkValue) throws(Doubt) {
    switch name {
    case "NF":
      let count = try value.number()
      guard count >= 0, count < 10_000 else { throw AwkLexer.odd }
      fields = Array(fields.prefix(Int(count)))
      while fields.count < Int(count) { fields.append([]) }
      try rebuildRecord()
    case "NR", "FNR", "SUBSEP", "CONVFMT", "OFMT": throw AwkLexer.odd
    default: variables[name] = value
    }
  }

  // MARK: Statements

  private mutating func execute(_ statement: AwkSyntax.Statement) throws(Doubt) -> Flow {
    try budget.spend()
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw AwkLexer.odd }
    switch statement {
    case .print(let list):
      let separator = try (variables["OFS"] ?? .unset).text()
      var texts: [[UInt8]] = []
      for item in list { texts.append(try evaluate(item).text()) }
      output += list.isEmpty ? record : Array(texts.joined(separator: separator))
      output += try (variables["ORS"] ?? .unset).text()
    case .printf(let arguments):
      var values: [AwkValue] = []
      for argument in arguments { values.append(try evaluate(argument)) }
      output += try AwkFormat.text(values)
    case .expression(let expression): _ = try evaluate(expression)
    case .block(let statements):
      for statement in statements {
        let flow = try execute(statement)
        if flow != .next { return flow }
      }
    case .branch(let condition, let then, let otherwise):
      if try evaluate(condition).isTrue { return try execute(then) }
      if let otherwise { return try execute(otherwise) }
    case .loop(let first, let condition, let step, let body): return try loop(first, condition, step, body)
    case .next: return .nextRecord
    case .exit(let code):
      if let code {
        let value = try evaluate(code).number()
        guard (0..<256).contains(value) else { throw AwkLexer.odd }
        status = Int(value)
      }
      return .exit
    case .breakLoop: return .breakLoop
    case .continueLoop: return .continueLoop
    }
    guard output.count <= 1 << 20 else { throw .size }
    return .next
  }

  private mutating func loop(
    _ first: AwkSyntax.Statement?, _ condition: AwkSyntax.Expression?, _ step: AwkSyntax.Statement?, _ body: AwkSyntax.Statement
  ) throws(Doubt) -> Flow {
    if let first { _ = try execute(first) }
    while true {
      try budget.spend()
      if let condition, !(try evaluate(condition).isTrue) { return .next }
      switch try execute(body) {
      case .next, .continueLoop: break
      case .breakLoop: return .next
      case .nextRecord: return .nextRecord
      case .exit: return .exit
      }
      if let step { _ = try execute(step) }
    }
  }
}
