internal import Diagnostics
internal import MacroExpansion
internal import ShellEvaluation
internal import ShellSyntax

/// Compound commands: POSIX XCU 2.9.4 and bash's.
extension Interpreter {
  mutating func command(_ command: Command) {
    steps += 1
    // Where paths meet every variable is looked at.
    guard !hasGivenUp, steps < Self.stepLimit, work.affords(1 + state.variables.count / 16) else { return giveUpForGood() }
    guard depth < Self.depthLimit else { return giveUp() }
    depth += 1
    defer { depth -= 1 }
    switch command.kind {
    case .simple(let simple): self.simple(simple, command)
    case .subshell(let body): redirected(command) { $0.inSubshell { $0.statements(body) } }
    case .braceGroup(let body): redirected(command) { $0.statements(body) }
    case .ifClause(let clause): redirected(command) { $0.ifClause(clause, branch: 0) }
    case .forClause(let clause): redirected(command) { $0.forClause(clause) }
    case .select(let clause): redirected(command) { $0.loop(over: nil, clause) }
    case .arithmeticFor(let clause): redirected(command) { $0.arithmeticFor(clause) }
    case .loop(let clause): redirected(command) { $0.whileLoop(clause) }
    case .caseClause(let clause): redirected(command) { $0.caseClause(clause) }
    case .function(let definition):
      state.functions[definition.name] = definition
      succeed()
    case .test(let expression): setStatus(truth(expression))
    case .arithmetic(let expression): arithmeticCommand(expression)
    case .coproc(_, let command): inSubshell { $0.command(command) }
    }
  }

  /// Beyond the limits nothing is claimed any more.
  private mutating func giveUp() {
    for name in state.variables.keys { state.variables[name]?.value = .unknown(.notFollowed) }
    state.status = nil
  }

  private mutating func giveUpForGood() {
    if !hasGivenUp { giveUp() }
    hasGivenUp = true
    state.status = nil
  }

  mutating func succeed() {
    state.status = 0
    state.statusIsComputed = true
  }

  mutating func setStatus(_ truth: Bool?) {
    state.status = truth.map { $0 ? 0 : 1 }
    state.statusIsComputed = truth != nil
  }

  /// A compound command with its redirections: what it prints goes to a file instead of where it was captured, and what it reads comes
  /// from a here-document.
  private mutating func redirected(_ command: Command, _ body: (inout Interpreter) -> Void) {
    if let input = input(of: command.redirections) {
      let outer = state.input
      state.input = input.exact
      redirectedOutput(command, body)
      state.input = outer
    } else {
      redirectedOutput(command, body)
    }
  }

  private mutating func redirectedOutput(_ command: Command, _ body: (inout Interpreter) -> Void) {
    let target = outputTarget(command.redirections)
    guard let target else { return body(&self) }
    let outer = state.output
    state.output = Value("")
    body(&self)
    write(state.output ?? .unknown(.output(of: nil)), to: target.path, appending: target.isAppend, at: command.range)
    state.output = outer
  }

  private mutating func arithmeticCommand(_ expression: ArithmeticExpression) {
    let value = arithmetic(expression)
    setStatus(value.map { $0 != 0 })
  }

  // MARK: Branches

  private mutating func ifClause(_ clause: IfClause, branch index: Int) {
    guard index < clause.branches.count else {
      if let body = clause.elseBody { statements(body) } else { succeed() }
      return
    }
    let branch = clause.branches[index]
    let text = "if \(shownList(branch.condition))"
    statements(branch.condition)
    guard state.isReachable else { return }
    switch state.status {
    case 0? where state.statusIsComputed: statements(branch.body)
    case .some(let status) where status != 0: ifClause(clause, branch: index + 1)
    case .some, nil:
      let before = state
      let ways = branching([text, "not \(text)"])
      conditions.append(ways[0].text)
      statements(branch.body)
      conditions.removeLast()
      let taken = state
      state = before
      conditions.append(ways[1].text)
      ifClause(clause, branch: index + 1)
      conditions.removeLast()
      state = ShellState.joined(taken, ways[0], state, ways[1])
    }
  }

  private func shownList(_ list: [Statement]) -> String {
    guard let first = list.first, let last = list.last else { return "" }
    return shown(first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound))
  }

  private mutating func caseClause(_ clause: CaseClause) {
    let subject = expandToOne(clause.word)
    let before = state
    let texts = clause.items.map { item in
      "case \(shown(clause.word.range)) in \(item.patterns.map { shown($0.range) }.joined(separator: "|"))"
    }
    let ways = branching(texts + ["no pattern of case \(shown(clause.word.range))"])
    var outcomes: [(state: ShellState, way: BranchCondition)] = []
    var mayPassOn = true
    var fallsThrough = false
    for (item, way) in zip(clause.items, ways) where mayPassOn {
      let match = fallsThrough ? true : matches(subject, item.patterns)
      guard match != false else { continue }
      state = before
      if match == nil { conditions.append(way.text) }
      statements(item.body)
      if match == nil { conditions.removeLast() }
      outcomes.append((state, way))
      fallsThrough = match == true && item.terminator == .fallThrough
      if match == true, item.terminator == .breakCase { mayPassOn = false }
    }
    if mayPassOn, let last = ways.last { outcomes.append((before, last)) }
    guard let first = outcomes.first else { return }
    var way: BranchCondition? = first.way
    state = first.state
    for outcome in outcomes.dropFirst() {
      state = ShellState.joined(state, way, outcome.state, outcome.way)
      way = nil
    }
  }

  /// nil where the subject or a pattern is not known, or the subject's alternatives differ.
  private mutating func matches(_ subject: Value, _ patterns: [Word]) -> Bool? {
    let compiled = patterns.map { pattern($0) }
    if compiled.contains(where: { $0?.elements == [.anyString] }) { return true }
    return subject.answer { subject -> Bool? in
      guard let text = subject.exact, compiled.allSatisfy({ $0.map { work.affords($0.cost(on: text)) } ?? true }) else { return nil }
      if compiled.contains(where: { $0?.matches(text) == true }) { return true }
      return compiled.contains(where: { $0 == nil }) ? nil : false
    }
  }

  // MARK: Loops

  private mutating func forClause(_ clause: ForClause) {
    guard let words = clause.words else { return loop(over: state.positional, clause) }
    let fields = words.flatMap { expand($0) }
    // A field that holds something unknown may be several or none.
    loop(over: fields.allSatisfy { $0.exact != nil } ? fields : nil, clause, hints: fields)
  }

  /// - Parameter hints: the fields as far as they are known, when their number is not.
  private mutating func loop(over values: [Value]?, _ clause: ForClause, hints: [Value] = []) {
    guard let values, values.count <= Self.unrollLimit else {
      // A lone pattern, `cmd/*`, says more of the word than nothing.
      let value = hints.count == 1 && hints[0].isSurelyNotEmpty ? hints[0] : Value.unknown(.loopWord)
      return repeatedBody("for \(clause.name) in …") { interpreter in
        interpreter.assign(clause.name, value, at: 0..<0)
        interpreter.statements(clause.body)
      }
    }
    loops += 1
    for value in values {
      guard state.isReachable, breaks == 0 else { break }
      assign(clause.name, value, at: 0..<0)
      statements(clause.body)
      resumeAfterBody()
    }
    loops -= 1
    endLoop()
  }

  private mutating func arithmeticFor(_ clause: ArithmeticForClause) {
    guard clause.expressions.count == 3 else { return }
    _ = arithmetic(clause.expressions[0])
    loops += 1
    for _ in 0..<Self.unrollLimit {
      guard let condition = arithmetic(clause.expressions[1]) else { break }
      guard condition != 0 || clause.expressions[1].word.parts.isEmpty else {
        loops -= 1
        return succeed()
      }
      statements(clause.body)
      resumeAfterBody()
      guard state.isReachable, breaks == 0 else {
        loops -= 1
        return endLoop()
      }
      _ = arithmetic(clause.expressions[2])
    }
    loops -= 1
    repeatedBody("for ((…))") { interpreter in
      interpreter.statements(clause.body)
      _ = interpreter.arithmetic(clause.expressions[2])
    }
  }

  private mutating func whileLoop(_ clause: LoopClause) {
    for _ in 0..<Self.unrollLimit {
      statements(clause.condition)
      guard state.isReachable else { return }
      guard let status = state.status, state.statusIsComputed else { break }
      guard (status == 0) != clause.isUntil else { return succeed() }
      statements(clause.body)
      resumeAfterBody()
      guard state.isReachable, breaks == 0 else { return endLoop() }
    }
    let title = clause.isUntil ? "until" : "while"
    repeatedBody("\(title) \(shownList(clause.condition))") { interpreter in
      interpreter.statements(clause.condition)
      interpreter.statements(clause.body)
    }
  }

  /// A body that runs an unknown number of times: walked once for what it changes, then for what it does.
  private mutating func repeatedBody(_ condition: String, _ body: (inout Interpreter) -> Void) {
    let before = state
    loops += 1
    turn(body, silently: true)
    var entry = ShellState.joined(before, nil, state, nil)
    if entry.changes(before) {
      state = entry
      turn(body, silently: true)
      entry = entry.widened(by: ShellState.joined(before, nil, state, nil))
    }
    state = entry
    conditions.append(condition)
    turn(body, silently: false)
    conditions.removeLast()
    loops -= 1
    state = entry.widened(by: ShellState.joined(before, nil, state, nil))
    state.status = nil
  }

  /// One turn of such a body; a `break` in it ends the turn only.
  private mutating func turn(_ body: (inout Interpreter) -> Void, silently: Bool) {
    silence += silently ? 1 : 0
    body(&self)
    silence -= silently ? 1 : 0
    state.isReachable = true
    isContinuing = false
    breaks = 0
  }

  /// `continue` and an inner `break` end a body, not the loop's surroundings.
  private mutating func resumeAfterBody() {
    if breaks == 0, isContinuing {
      state.isReachable = true
      isContinuing = false
    }
  }

  private mutating func endLoop() {
    if breaks > 0 {
      breaks -= 1
      state.isReachable = true
    }
  }

  // MARK: Functions

  mutating func call(_ definition: FunctionDefinition, _ arguments: [Value], named name: String) {
    guard depth < Self.depthLimit else { return giveUp() }
    let positional = state.positional
    let outerLocals = locals
    locals = [:]
    state.positional = arguments
    command(definition.body)
    for (name, value) in locals { state.variables[name] = value }
    locals = outerLocals
    state.positional = positional
    if isReturning {
      isReturning = false
      state.isReachable = true
    }
  }
}
