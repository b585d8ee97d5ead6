internal import Diagnostics

extension ShellParser {
  /// One command of a pipeline; nil (with an error) where none can start.
  mutating func command() -> Command? {
    nested(nil) { parser in parser.commandAtDepth() }
  }

  private mutating func commandAtDepth() -> Command? {
    let start = position
    guard let byte = peek() else {
      fail("command expected at the end of the text")
      return nil
    }
    if byte == UInt8(ascii: "(") {
      if starts("(("), let kind = arithmeticCommand() { return finish(kind, from: start) }
      return subshell().flatMap { finish($0, from: start) }
    }
    if let word = reservedWord(), let result = compound(word, from: start) { return result.flatMap { finish($0, from: start) } }
    return simple(from: start)
  }

  /// nil: the word starts no compound command here.
  private mutating func compound(_ word: String, from start: Int) -> Command.Kind?? {
    switch word {
    case "{": return .some(braceGroup())
    case "if": return .some(ifClause())
    case "for": return .some(forClause())
    case "select": return .some(selectClause())
    case "while", "until": return .some(loop(isUntil: word == "until"))
    case "case": return .some(caseClause())
    case "function": return .some(functionKeyword())
    case "[[": return .some(testCommand())
    case "coproc": return .some(coproc())
    case "then", "elif", "else", "fi", "do", "done", "esac", "}":
      fail("unexpected '\(word)'")
      return .some(nil)
    default: return nil
    }
  }

  /// Adds the redirections after a compound command.
  private mutating func finish(_ kind: Command.Kind, from start: Int) -> Command? {
    var redirections: [Redirection] = []
    var last = position
    if case .function = kind { return Command(range: range(from: start), kind: kind) }
    while true {
      skipBlanks()
      guard let redirection = redirection() else { break }
      redirections.append(redirection)
      last = position
    }
    return Command(range: fixedRange ?? start..<max(start, last), kind: kind, redirections: redirections)
  }

  // MARK: Simple commands

  private mutating func simple(from start: Int) -> Command? {
    var assignments: [Assignment] = []
    var words: [Word] = []
    var redirections: [Redirection] = []
    var last = position
    while true {
      skipBlanks()
      if let redirection = redirection() {
        redirections.append(redirection)
      } else if words.isEmpty, let assignment = assignment() {
        assignments.append(assignment)
      } else if let word = self.word(isDeclaration: words.first.map(Self.isDeclaration) ?? false) {
        words.append(word)
        if words.count == 1, assignments.isEmpty, redirections.isEmpty, let definition = functionDefinition(named: word) {
          return Command(range: range(from: start), kind: .function(definition))
        }
      } else {
        break
      }
      last = position
    }
    guard !assignments.isEmpty || !words.isEmpty || !redirections.isEmpty else {
      fail("command expected, found '\(tokenText())'")
      return nil
    }
    return Command(
      range: fixedRange ?? start..<max(start, last), kind: .simple(SimpleCommand(assignments: assignments, words: words)),
      redirections: redirections)
  }

  private static func isDeclaration(_ word: Word) -> Bool {
    guard word.parts.count == 1, case .literal(let name) = word.parts[0].kind else { return false }
    return ["declare", "typeset", "local", "export", "readonly"].contains(String(decoding: name, as: UTF8.self))
  }

  /// `name () command`, once the name has been read.
  private mutating func functionDefinition(named word: Word) -> FunctionDefinition? {
    guard word.parts.count == 1, case .literal(let name) = word.parts[0].kind else { return nil }
    let saved = position
    skipBlanks()
    guard peek() == UInt8(ascii: "(") else {
      position = saved
      return nil
    }
    position += 1
    skipBlanks()
    guard take(")") else {
      fail("')' expected")
      return nil
    }
    return functionBody(String(decoding: name, as: UTF8.self))
  }

  private mutating func functionKeyword() -> Command.Kind? {
    position += "function".utf8.count
    skipBlanks()
    guard let word = word(), word.parts.count == 1, case .literal(let name) = word.parts[0].kind else {
      fail("function name expected")
      return nil
    }
    skipBlanks()
    if take("(") {
      skipBlanks()
      if !take(")") { fail("')' expected") }
    }
    return functionBody(String(decoding: name, as: UTF8.self)).map { .function($0) }
  }

  private mutating func functionBody(_ name: String) -> FunctionDefinition? {
    skipLines()
    guard let body = command() else { return nil }
    if case .simple = body.kind { fail("compound command expected as the body of '\(name)'", at: body.range.lowerBound) }
    return FunctionDefinition(name: name, body: body)
  }

  private mutating func coproc() -> Command.Kind? {
    position += "coproc".utf8.count
    skipBlanks()
    let saved = self
    if reservedWord() == nil, let name = word() {
      skipBlanks()
      if peek() == UInt8(ascii: "(") || ["{", "if", "for", "while", "until", "case", "[["].contains(reservedWord() ?? ""),
        let body = command()
      {
        return .coproc(name: name, body)
      }
    }
    self = saved
    return command().map { .coproc(name: nil, $0) }
  }

  // MARK: Compound commands

  private mutating func subshell() -> Command.Kind? {
    let start = position
    position += 1
    let body = statements(until: [])
    guard take(")") else {
      fail("'(' is not closed", at: start)
      return nil
    }
    if body.isEmpty { fail("command expected in '( )'", at: start) }
    return .subshell(body)
  }

  private mutating func braceGroup() -> Command.Kind? {
    let start = position
    position += 1
    let body = statements(until: ["}"])
    guard expectReserved("}", toClose: "{", at: start) else { return nil }
    if body.isEmpty { fail("command expected in '{ }'", at: start) }
    return .braceGroup(body)
  }

  private mutating func arithmeticCommand() -> Command.Kind? {
    let saved = self
    position += 2
    if let expression = arithmetic(closing: "))") { return .arithmetic(expression) }
    self = saved
    return nil
  }

  /// A list that must not be empty.
  private mutating func body(until stops: Set<String>, after opening: String) -> [Statement] {
    let start = position
    let list = statements(until: stops)
    if list.isEmpty { fail("command expected after '\(opening)'", at: start) }
    return list
  }

  private mutating func ifClause() -> Command.Kind? {
    let start = position
    position += 2
    var branches: [IfClause.Branch] = []
    var opening = "if"
    while true {
      let condition = body(until: ["then"], after: opening)
      guard expectReserved("then", toClose: opening, at: start) else { return nil }
      branches.append(IfClause.Branch(condition: condition, body: body(until: ["elif", "else", "fi"], after: "then")))
      skipLines()
      guard takeReserved("elif") else { break }
      opening = "elif"
    }
    var elseBody: [Statement]?
    if takeReserved("else") { elseBody = body(until: ["fi"], after: "else") }
    guard expectReserved("fi", toClose: "if", at: start) else { return nil }
    return .ifClause(IfClause(branches: branches, elseBody: elseBody))
  }

  private mutating func loop(isUntil: Bool) -> Command.Kind? {
    let start = position
    let opening = isUntil ? "until" : "while"
    position += 5
    let condition = body(until: ["do"], after: opening)
    guard let statements = doGroup(opening, at: start) else { return nil }
    return .loop(LoopClause(isUntil: isUntil, condition: condition, body: statements))
  }

  /// `do list done`, or bash's `{ list }`.
  private mutating func doGroup(_ opening: String, at start: Int) -> [Statement]? {
    skipLines()
    if reservedWord() == "{", case .braceGroup(let list)? = braceGroup() { return list }
    guard expectReserved("do", toClose: opening, at: start) else { return nil }
    let list = body(until: ["done"], after: "do")
    return expectReserved("done", toClose: "do", at: start) ? list : nil
  }

  private mutating func forClause() -> Command.Kind? {
    let start = position
    position += 3
    skipBlanks()
    if take("((") { return arithmeticFor(from: start) }
    return namedLoop("for", from: start).map { .forClause($0) }
  }

  private mutating func selectClause() -> Command.Kind? {
    let start = position
    position += 6
    skipBlanks()
    return namedLoop("select", from: start).map { .select($0) }
  }

  private mutating func namedLoop(_ opening: String, from start: Int) -> ForClause? {
    guard let name = word(), name.parts.count == 1, case .literal(let text) = name.parts[0].kind else {
      fail("name expected after '\(opening)'")
      return nil
    }
    skipLines()
    var words: [Word]?
    if takeReserved("in") {
      var list: [Word] = []
      skipBlanks()
      while let word = word() {
        list.append(word)
        skipBlanks()
      }
      words = list
    }
    skipBlanks()
    if peek() == UInt8(ascii: ";") { position += 1 }
    guard let body = doGroup(opening, at: start) else { return nil }
    return ForClause(name: String(decoding: text, as: UTF8.self), words: words, body: body)
  }

  private mutating func arithmeticFor(from start: Int) -> Command.Kind? {
    var expressions: [ArithmeticExpression] = []
    for closing in [";", ";", "))"] {
      guard let expression = arithmetic(closing: closing) else {
        fail("'\(closing)' expected in 'for (('", at: start)
        return nil
      }
      expressions.append(expression)
    }
    skipBlanks()
    if peek() == UInt8(ascii: ";") { position += 1 }
    guard let body = doGroup("for", at: start) else { return nil }
    return .arithmeticFor(ArithmeticForClause(expressions: expressions, body: body))
  }

  private mutating func caseClause() -> Command.Kind? {
    let start = position
    position += 4
    skipBlanks()
    guard let subject = word() else {
      fail("word expected after 'case'")
      return nil
    }
    guard expectReserved("in", toClose: "case", at: start) else { return nil }
    var items: [CaseClause.Item] = []
    while true {
      skipLines()
      if takeReserved("esac") { break }
      guard position < end, let item = caseItem() else {
        fail("'esac' expected to go with 'case'", at: start)
        return nil
      }
      items.append(item)
    }
    return .caseClause(CaseClause(word: subject, items: items))
  }

  private mutating func caseItem() -> CaseClause.Item? {
    if peek() == UInt8(ascii: "(") { position += 1 }
    var patterns: [Word] = []
    while true {
      skipBlanks()
      guard let pattern = word() else { return nil }
      patterns.append(pattern)
      skipBlanks()
      if take(")") { break }
      guard take("|") else { return nil }
    }
    let body = statements(until: ["esac"])
    skipLines()
    if take(";;&") { return CaseClause.Item(patterns: patterns, body: body, terminator: .testNext) }
    if take(";;") { return CaseClause.Item(patterns: patterns, body: body, terminator: .breakCase) }
    if take(";&") { return CaseClause.Item(patterns: patterns, body: body, terminator: .fallThrough) }
    guard reservedWord() == "esac" else { return nil }
    return CaseClause.Item(patterns: patterns, body: body, terminator: .breakCase)
  }
}
