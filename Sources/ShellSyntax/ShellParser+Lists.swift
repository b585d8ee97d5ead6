// Lists, pipelines and the choice of the kind of command (XCU 2.9.2, 2.9.3).
extension ShellParser {
  /// Commands up to one of the terminators, which is left in place.
  ///
  /// A terminator that only an enclosing list waits for ends this one too: what closes this list is missing then.
  mutating func statements(until terminators: Terminators) -> [Statement] {
    let outer = awaited
    awaited.formUnion(terminators)
    defer { awaited = outer }
    var result: [Statement] = []
    while true {
      skipNewlines()
      guard !atEnd else { return result }
      if let (kind, end) = terminator() {
        if awaited.contains(kind) { return result }
        reportUnexpected()
        offset = end
        continue
      }
      let before = offset
      if let statement = statement() { result.append(statement) }
      if offset == before {
        reportUnexpected()
        offset = max(before + 1, tokenEnd)
      }
    }
  }

  /// Commands that must be at least one.
  mutating func body(until terminators: Terminators, after opening: String) -> [Statement] {
    let statements = statements(until: terminators)
    if statements.isEmpty, !atEnd { report("no command after '\(opening)'", from: offset, to: tokenEnd) }
    return statements
  }

  /// The script in `$(…)` and `<(…)`, whose end no list outside of it can bring.
  mutating func enclosedScript() -> Script {
    let outer = (awaited, isInSubstitution)
    awaited = []
    isInSubstitution = true
    defer { (awaited, isInSubstitution) = outer }
    return script(until: .closeParenthesis)
  }

  mutating func statement() -> Statement? {
    let start = offset
    guard let first = pipeline() else { return nil }
    var statement = Statement(range: range(from: start), first: first)
    while true {
      skipBlanks()
      let op: AndOrOperator
      let operatorStart = offset
      if accept("&&") { op = .and } else if accept("||") { op = .or } else { break }
      skipNewlines()
      guard let next = pipeline() else {
        report("no command after '\(op == .and ? "&&" : "||")'", from: operatorStart, to: operatorStart + 2)
        break
      }
      statement.rest.append((op, next))
    }
    finish(&statement, from: start)
    return statement
  }

  /// The terminator of a statement; anything else that stands there is skipped.
  private mutating func finish(_ statement: inout Statement, from start: Int) {
    statement.range = source.range(start..<max(start, commandEnd))
    skipBlanks()
    if byte == UInt8(ascii: "&") {
      statement.isBackground = true
      offset += 1
      statement.range = range(from: start)
    } else if byte == UInt8(ascii: ";"), end(of: ";;") == nil, end(of: ";&") == nil {
      offset += 1
      statement.range = range(from: start)
    } else if let byte, byte != 0x0A, terminator() == nil {
      reportUnexpected()
      skipCommand()
      _ = accept(";")
    }
  }

  mutating func pipeline() -> Pipeline? {
    let start = offset
    var pipeline = Pipeline(range: range(from: start), commands: [])
    var isPrefixed = false
    while let (word, end) = reservedWord(), word == .not || word == .time {
      isPrefixed = true
      offset = end
      commandEnd = end
      skipBlanks()
      if word == .not {
        pipeline.isNegated.toggle()
      } else {
        pipeline.isTimed = true
        skipTimeOptions()
      }
    }
    if let command = command() {
      pipeline.commands.append(command)
    } else if isPrefixed, endsList {
      pipeline.commands.append(Command(range: range(from: offset), kind: .simple(SimpleCommand(assignments: [], words: []))))
    } else {
      return nil
    }
    while let next = nextInPipeline(&pipeline) { pipeline.commands.append(next) }
    pipeline.range = source.range(start..<max(start, commandEnd))
    return pipeline
  }

  /// At what may follow a bare `!` or `time`.
  private var endsList: Bool {
    byte == nil || byte == 0x0A || byte == UInt8(ascii: ";") && terminator() == nil
  }

  /// `-p` and `--`, which bash reads as part of the reserved word `time`.
  private mutating func skipTimeOptions() {
    for option in ["-p", "--"] {
      guard let end = end(of: option), byte(at: end)?.isMetacharacter ?? true else { continue }
      offset = end
      commandEnd = end
      skipBlanks()
    }
  }

  /// The command behind `|` or `|&`.
  private mutating func nextInPipeline(_ pipeline: inout Pipeline) -> Command? {
    skipBlanks()
    guard byte == UInt8(ascii: "|"), end(of: "||") == nil else { return nil }
    let start = offset
    if accept("|&") {
      let place = range(from: start)
      let one = Word(range: place, parts: [WordPart(range: place, kind: .literal([UInt8(ascii: "1")]))])
      let both = Redirection(range: place, descriptor: 2, op: .duplicateOutput, target: one)
      pipeline.commands[pipeline.commands.count - 1].redirections.append(both)
    } else {
      offset += 1
    }
    let operatorEnd = offset
    skipNewlines()
    // Here `time` is not reserved: bash runs the program of that name.
    if reservedWord()?.word == .time, let command = simpleCommand() { return command }
    if let command = command() { return command }
    report("no command after '|'", from: start, to: operatorEnd)
    return nil
  }

  mutating func command() -> Command? {
    nested { parser in parser.unboundedCommand() } ?? nil
  }

  private mutating func unboundedCommand() -> Command? {
    let start = offset
    if byte == UInt8(ascii: "(") { return compound(parenthesized(), from: start) }
    guard let (word, end) = reservedWord() else { return simpleCommand() }
    switch word {
    case .openBrace: return compound(braceGroup(), from: start)
    case .openTest: return compound(testCommand(), from: start)
    case .case: return compound(caseClause(), from: start)
    case .for: return compound(forClause(), from: start)
    case .if: return compound(ifClause(), from: start)
    case .select: return compound(selectClause(), from: start)
    case .while, .until: return compound(loopClause(isUntil: word == .until), from: start)
    case .function: return functionDefinition(from: start, nameAt: end)
    case .coproc: return coproc(from: start, end: end)
    case .not, .time, .closeBrace, .do, .done, .elif, .else, .esac, .fi, .in, .then: return nil
    }
  }

  /// A compound command with the redirections behind it.
  mutating func compound(_ kind: Command.Kind, from start: Int) -> Command {
    commandEnd = offset
    var redirections: [Redirection] = []
    while true {
      skipBlanks()
      guard let redirection = redirection() else { break }
      redirections.append(redirection)
      commandEnd = offset
    }
    return Command(range: source.range(start..<commandEnd), kind: kind, redirections: redirections)
  }
}
