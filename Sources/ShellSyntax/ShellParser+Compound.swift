// Compound commands (XCU 2.9.4 and the bash manual). Each begins with `offset` at its first word.
extension ShellParser {
  /// Moves over the word that a construct cannot do without, or reports that it is missing.
  private mutating func expect(_ word: ReservedWord, of opening: String, from start: Int) -> Bool {
    skipNewlines()
    if accept(word) { return true }
    report("'\(opening)' without '\(word.rawValue)'", from: start, to: start + opening.utf8.count)
    return false
  }

  mutating func parenthesized() -> Command.Kind {
    let start = offset
    if end(of: "((") != nil, let expression = attempt({ $0.doubleParenthesized() }) { return .arithmetic(expression) }
    offset += 1
    let outer = awaited
    awaited = []
    let statements = body(until: .closeParenthesis, after: "(")
    awaited = outer
    if !accept(")") { report("'(' without ')'", from: start, to: start + 1) }
    return .subshell(statements)
  }

  /// `(( … ))`; nil when the parentheses do not close together, as in `((a); b)`.
  private mutating func doubleParenthesized() -> ArithmeticExpression? {
    guard accept("((") else { return nil }
    let expression = arithmetic(.arithmetic)
    return accept("))") ? expression : nil
  }

  mutating func braceGroup() -> Command.Kind {
    let start = offset
    offset += 1
    let statements = body(until: .closeBrace, after: "{")
    _ = expect(.closeBrace, of: "{", from: start)
    return .braceGroup(statements)
  }

  mutating func ifClause() -> Command.Kind {
    let start = offset
    _ = accept(.if)
    var clause = IfClause(branches: [], elseBody: nil)
    var opening = "if"
    repeat {
      let condition = body(until: .then, after: opening)
      let hasThen = expect(.then, of: "if", from: start)
      let body = hasThen ? body(until: [.elif, .else, .fi], after: "then") : statements(until: [.elif, .else, .fi])
      clause.branches.append(IfClause.Branch(condition: condition, body: body))
      opening = "elif"
    } while accept(.elif)
    if accept(.else) { clause.elseBody = body(until: .fi, after: "else") }
    _ = expect(.fi, of: "if", from: start)
    return .ifClause(clause)
  }

  mutating func loopClause(isUntil: Bool) -> Command.Kind {
    let start = offset
    let word = isUntil ? ReservedWord.until : .while
    _ = accept(word)
    let condition = body(until: .do, after: word.rawValue)
    return .loop(LoopClause(isUntil: isUntil, condition: condition, body: doGroup(of: word, from: start)))
  }

  /// `do list done` or, where bash takes it, `{ list }`.
  private mutating func doGroup(of opening: ReservedWord, from start: Int, orBraces: Bool = false) -> [Statement] {
    skipNewlines()
    if orBraces, let (word, _) = reservedWord(), word == .openBrace, case .braceGroup(let statements) = braceGroup() {
      return statements
    }
    let hasDo = expect(.do, of: opening.rawValue, from: start)
    let statements = hasDo ? body(until: .done, after: "do") : statements(until: .done)
    _ = expect(.done, of: opening.rawValue, from: start)
    return statements
  }

  mutating func forClause() -> Command.Kind {
    let start = offset
    _ = accept(.for)
    skipBlanks()
    if end(of: "((") != nil, let clause = arithmeticFor(from: start) { return .arithmeticFor(clause) }
    return .forClause(nameAndWords(of: .for, from: start))
  }

  mutating func selectClause() -> Command.Kind {
    let start = offset
    _ = accept(.select)
    skipBlanks()
    return .select(nameAndWords(of: .select, from: start))
  }

  private mutating func nameAndWords(of opening: ReservedWord, from start: Int) -> ForClause {
    let name = plainWord(of: opening)
    var words: [Word]?
    skipBlanks()
    if accept(";") {
      skipNewlines()
    } else {
      skipNewlines()
      if accept(.in) {
        words = operands()
        if !accept(";"), byte != 0x0A, !atEnd { reportUnexpected() }
      }
    }
    return ForClause(name: name, words: words, body: doGroup(of: opening, from: start, orBraces: true))
  }

  /// Words up to the end of the line or an operator.
  private mutating func operands() -> [Word] {
    var words: [Word] = []
    skipBlanks()
    while startsWord {
      words.append(word(.command))
      skipBlanks()
    }
    return words
  }

  /// The text of a word that is not expanded, such as a function's name.
  private mutating func plainWord(of opening: ReservedWord) -> String {
    guard startsWord else {
      report("no name after '\(opening.rawValue)'", from: offset, to: offset)
      return ""
    }
    return text(of: word(.command))
  }

  /// `for ((first; condition; step))`
  private mutating func arithmeticFor(from start: Int) -> ArithmeticForClause? {
    guard accept("((") else { return nil }
    var expressions = [arithmetic(.arithmeticFor)]
    while accept(";") { expressions.append(arithmetic(.arithmeticFor)) }
    if expressions.count != 3 { report("'for ((' without two ';'", from: start, to: offset) }
    if !accept("))") { report("'((' without '))'", from: start, to: start + 3) }
    skipBlanks()
    _ = accept(";")
    return ArithmeticForClause(expressions: expressions, body: doGroup(of: .for, from: start, orBraces: true))
  }

  mutating func coproc(from start: Int, end: Int) -> Command? {
    offset = end
    skipBlanks()
    let nameStart = offset
    if startsWord, !startsCompoundCommand {
      let name = word(.command)
      skipBlanks()
      if startsCompoundCommand, let command = command() {
        return Command(range: source.range(start..<commandEnd), kind: .coproc(name: name, command))
      }
      offset = nameStart
    }
    guard let command = command() else {
      report("no command after 'coproc'", from: start, to: end)
      return nil
    }
    return Command(range: source.range(start..<commandEnd), kind: .coproc(name: nil, command))
  }

  private var startsCompoundCommand: Bool {
    byte == UInt8(ascii: "(") || reservedWord()?.word.beginsCompoundCommand ?? false
  }

  /// `function name [()] compound-command`
  mutating func functionDefinition(from start: Int, nameAt end: Int) -> Command? {
    offset = end
    skipBlanks()
    let name = plainWord(of: .function)
    skipBlanks()
    if byte == UInt8(ascii: "("), isEmptyParenthesis { skipEmptyParenthesis() }
    return functionBody(name: name, from: start)
  }

  /// The compound command behind a function's name.
  mutating func functionBody(name: String, from start: Int) -> Command? {
    skipNewlines()
    guard startsCompoundCommand, let body = command() else {
      report("function '\(name)' without a compound command", from: start, to: commandEnd)
      return nil
    }
    return Command(range: source.range(start..<commandEnd), kind: .function(FunctionDefinition(name: name, body: body)))
  }

  /// `(` with nothing but blanks before `)`.
  var isEmptyParenthesis: Bool {
    var place = following(offset)
    while let byte = byte(at: place), byte.isBlank { place = following(place) }
    return byte(at: place) == UInt8(ascii: ")")
  }

  mutating func skipEmptyParenthesis() {
    offset += 1
    skipBlanks()
    offset += 1
    commandEnd = offset
  }
}
