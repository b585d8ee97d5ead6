/// Parses an `awk` program; what is not computed, such as `getline`, functions, `delete`, redirections, is a doubt.
struct AwkParser {
  private let tokens: [AwkToken]
  private var position = 0
  private var depth = 0
  /// In the expressions of a `print`, where `>` redirects.
  private var isPrinting = false

  static func rules(of text: [UInt8]) throws(Doubt) -> [AwkSyntax.Rule] {
    var parser = AwkParser(tokens: try AwkLexer.tokens(of: text))
    var rules: [AwkSyntax.Rule] = []
    parser.skipTerminators()
    while parser.token != .end {
      rules.append(try parser.rule())
      parser.skipTerminators()
    }
    return rules
  }

  private init(tokens: [AwkToken]) { self.tokens = tokens }

  private var token: AwkToken { position < tokens.count ? tokens[position] : .end }

  private mutating func take(_ symbol: String) -> Bool {
    guard token == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard token == .name(word) || token == .function(word) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(Doubt) {
    guard take(symbol) else { throw AwkLexer.odd }
  }

  private mutating func skipNewlines() { while token == .newline { position += 1 } }
  private mutating func skipTerminators() { while token == .newline || token == .symbol(";") { position += 1 } }

  private mutating func nested<Result>(_ body: (inout AwkParser) throws(Doubt) -> Result) throws(Doubt) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { throw AwkLexer.odd }
    return try body(&self)
  }

  // MARK: Statements

  private mutating func rule() throws(Doubt) -> AwkSyntax.Rule {
    if take(word: "BEGIN") { return AwkSyntax.Rule(pattern: .begin, body: try block()) }
    if take(word: "END") { return AwkSyntax.Rule(pattern: .end, body: try block()) }
    if token == .symbol("{") { return AwkSyntax.Rule(pattern: .always, body: try block()) }
    let condition = try expression()
    if token == .symbol("{") { return AwkSyntax.Rule(pattern: .condition(condition), body: try block()) }
    guard token == .end || token == .newline || token == .symbol(";") else { throw AwkLexer.odd }
    return AwkSyntax.Rule(pattern: .condition(condition), body: .print([]))
  }

  private mutating func block() throws(Doubt) -> AwkSyntax.Statement {
    try expect("{")
    var statements: [AwkSyntax.Statement] = []
    skipTerminators()
    while !take("}") {
      guard token != .end else { throw AwkLexer.odd }
      statements.append(try statement())
      skipTerminators()
    }
    return .block(statements)
  }

  private mutating func statement() throws(Doubt) -> AwkSyntax.Statement {
    try nested { (parser) throws(Doubt) in
      if parser.token == .symbol("{") { return try parser.block() }
      if parser.take(";") { return .block([]) }
      if parser.take(word: "if") { return try parser.branch() }
      if parser.take(word: "while") {
        try parser.expect("(")
        let condition = try parser.expression()
        try parser.expect(")")
        return .loop(first: nil, condition: condition, step: nil, body: try parser.body())
      }
      if parser.take(word: "for") { return try parser.forLoop() }
      let statement = try parser.simpleStatement()
      guard parser.token == .newline || parser.token == .symbol(";") || parser.token == .symbol("}") || parser.token == .end else {
        throw AwkLexer.odd
      }
      return statement
    }
  }

  private mutating func body() throws(Doubt) -> AwkSyntax.Statement {
    skipNewlines()
    return try statement()
  }

  private mutating func branch() throws(Doubt) -> AwkSyntax.Statement {
    try expect("(")
    let condition = try expression()
    try expect(")")
    let then = try body()
    let saved = position
    skipTerminators()
    if take(word: "else") { return .branch(condition, then, try body()) }
    position = saved
    return .branch(condition, then, nil)
  }

  private mutating func forLoop() throws(Doubt) -> AwkSyntax.Statement {
    try expect("(")
    let first = token == .symbol(";") ? nil : try simpleStatement()
    try expect(";")
    let condition = token == .symbol(";") ? nil : try expression()
    try expect(";")
    let step = token == .symbol(")") ? nil : try simpleStatement()
    try expect(")")
    return .loop(first: first, condition: condition, step: step, body: try body())
  }

  private mutating func simpleStatement() throws(Doubt) -> AwkSyntax.Statement {
    if take(word: "print") { return .print(try printed()) }
    if take(word: "printf") {
      let arguments = try printed()
      guard !arguments.isEmpty else { throw AwkLexer.odd }
      return .printf(arguments)
    }
    if take(word: "next") { return .next }
    if take(word: "break") { return .breakLoop }
    if take(word: "continue") { return .continueLoop }
    if take(word: "exit") { return .exit(isAtEndOfStatement ? nil : try expression()) }
    return .expression(try expression())
  }

  private var isAtEndOfStatement: Bool {
    token == .newline || token == .symbol(";") || token == .symbol("}") || token == .end
  }

  private mutating func printed() throws(Doubt) -> [AwkSyntax.Expression] {
    if isAtEndOfStatement { return [] }
    let saved = position
    if take("(") {
      // A list in parentheses, if nothing follows it.
      let list = try self.list()
      if take(")"), isAtEndOfStatement { return list }
      guard list.count == 1 else { throw AwkLexer.odd }
      position = saved
    }
    isPrinting = true
    defer { isPrinting = false }
    return try list()
  }

  private mutating func list() throws(Doubt) -> [AwkSyntax.Expression] {
    var list = [try expression()]
    while take(",") {
      skipNewlines()
      list.append(try expression())
    }
    return list
  }

  // MARK: Expressions

  private mutating func expression() throws(Doubt) -> AwkSyntax.Expression {
    try nested { (parser) throws(Doubt) in
      let left = try parser.conditional()
      guard case .symbol(let op) = parser.token, ["=", "+=", "-=", "*=", "/=", "%=", "^="].contains(op) else { return left }
      guard left.isAssignable else { throw AwkLexer.odd }
      parser.position += 1
      return .assignment(op, left, try parser.expression())
    }
  }

  private mutating func conditional() throws(Doubt) -> AwkSyntax.Expression {
    let condition = try or()
    guard take("?") else { return condition }
    let first = try expression()
    try expect(":")
    return .conditional(condition, first, try expression())
  }

  private mutating func or() throws(Doubt) -> AwkSyntax.Expression {
    var left = try and()
    while take("||") {
      skipNewlines()
      left = .binary("||", left, try and())
    }
    return left
  }

  private mutating func and() throws(Doubt) -> AwkSyntax.Expression {
    var left = try matching()
    while take("&&") {
      skipNewlines()
      left = .binary("&&", left, try matching())
    }
    return left
  }

  private mutating func matching() throws(Doubt) -> AwkSyntax.Expression {
    let left = try comparison()
    guard token == .symbol("~") || token == .symbol("!~") else {
      if token == .name("in") { throw AwkLexer.odd }
      return left
    }
    // What `! a ~ b` negates differs between versions.
    if case .unary("!", _) = left { throw AwkLexer.odd }
    let isNegated = token == .symbol("!~")
    position += 1
    return .match(left, try comparison(), isNegated: isNegated)
  }

  private mutating func comparison() throws(Doubt) -> AwkSyntax.Expression {
    let left = try concatenation()
    guard case .symbol(let op) = token, ["<", "<=", "==", "!=", ">", ">="].contains(op) else {
      if token == .symbol("|") { throw AwkLexer.odd }
      return left
    }
    if op == ">", isPrinting { throw Doubt("writes a file") }
    if case .unary("!", _) = left { throw AwkLexer.odd }
    position += 1
    return .binary(op, left, try concatenation())
  }

  private var startsOperand: Bool {
    switch token {
    case .number, .string, .expression, .function: true
    case .name(let name): name != "in"
    case .symbol(let symbol): ["$", "(", "!"].contains(symbol)
    case .newline, .end: false
    }
  }

  private mutating func concatenation() throws(Doubt) -> AwkSyntax.Expression {
    var left = try additive()
    while startsOperand {
      if token == .symbol("!") { throw AwkLexer.odd }
      left = .concatenation(left, try additive())
    }
    return left
  }

  private mutating func additive() throws(Doubt) -> AwkSyntax.Expression {
    var left = try multiplicative()
    while case .symbol(let op) = token, op == "+" || op == "-" {
      position += 1
      left = .binary(op, left, try multiplicative())
    }
    return left
  }

  private mutating func multiplicative() throws(Doubt) -> AwkSyntax.Expression {
    var left = try unary()
    while case .symbol(let op) = token, ["*", "/", "%"].contains(op) {
      position += 1
      left = .binary(op, left, try unary())
    }
    return left
  }

  private mutating func unary() throws(Doubt) -> AwkSyntax.Expression {
    try nested { (parser) throws(Doubt) in
      for op in ["!", "-", "+"] where parser.take(op) { return .unary(op, try parser.unary()) }
      let base = try parser.postfix()
      guard parser.take("^") else { return base }
      return .binary("^", base, try parser.unary())
    }
  }

  private mutating func postfix() throws(Doubt) -> AwkSyntax.Expression {
    for (op, amount) in [("++", 1.0), ("--", -1.0)] where take(op) {
      let target = try primary()
      guard target.isAssignable else { throw AwkLexer.odd }
      return .step(target, by: amount, isPrefix: true)
    }
    let operand = try primary()
    guard operand.isAssignable else { return operand }
    if take("++") { return .step(operand, by: 1, isPrefix: false) }
    if take("--") { return .step(operand, by: -1, isPrefix: false) }
    return operand
  }

  private mutating func primary() throws(Doubt) -> AwkSyntax.Expression {
    let token = token
    position += 1
    switch token {
    case .number(let value): return .number(value)
    case .string(let text): return .string(text)
    case .expression(let pattern): return .expression(try RegularExpression(pattern, .awk))
    case .symbol("$"):
      return try nested { (parser) throws(Doubt) in
        if parser.token == .symbol("++") || parser.token == .symbol("--") { return .field(try parser.postfix()) }
        return .field(try parser.take("-") ? .unary("-", parser.primary()) : parser.primary())
      }
    case .symbol("("):
      let outer = isPrinting
      isPrinting = false
      let inner = try expression()
      isPrinting = outer
      try expect(")")
      return .grouping(inner)
    case .function(let name): return try call(name)
    case .name("length"): return .call("length", [])
    case .name(let name):
      guard !Self.keywords.contains(name) else { throw AwkLexer.odd }
      guard take("[") else { return .variable(name) }
      let index = try expression()
      try expect("]")
      return .element(name, index)
    case .symbol, .newline, .end: throw AwkLexer.odd
    }
  }

  private static let keywords: Set<String> = [
    "function", "func", "getline", "delete", "in", "do", "return", "nextfile", "BEGIN", "END", "if", "else", "while", "for", "print",
    "printf", "next", "exit", "break", "continue", "switch", "case", "default", "BEGINFILE", "ENDFILE", "ENVIRON", "ARGV", "ARGC",
    "FILENAME",
    "PROCINFO", "SYMTAB", "FUNCTAB", "ERRNO", "RT", "RS", "FPAT", "FIELDWIDTHS", "IGNORECASE", "BINMODE", "TEXTDOMAIN", "LINT", "NF_",
  ]

  private static let functions: Set<String> = [
    "length", "substr", "index", "split", "sub", "gsub", "match", "tolower", "toupper", "sprintf", "int",
  ]

  private mutating func call(_ name: String) throws(Doubt) -> AwkSyntax.Expression {
    guard Self.functions.contains(name) else { throw Doubt("calls awk's '\(name)'") }
    let outer = isPrinting
    isPrinting = false
    defer { isPrinting = outer }
    try expect("(")
    if take(")") { return .call(name, []) }
    let arguments = try list()
    try expect(")")
    return .call(name, arguments)
  }
}
