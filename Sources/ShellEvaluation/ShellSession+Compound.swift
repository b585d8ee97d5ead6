internal import ShellSyntax

// Compound commands (XCU 2.9.4).
extension ShellSession {
  mutating func run(_ clause: IfClause) throws(Doubt) -> Flow {
    for branch in clause.branches {
      let flow = try run(branch.condition)
      if flow != .next { return flow }
      if status == 0 { return try run(branch.body) }
    }
    status = 0
    return try run(clause.elseBody ?? [])
  }

  mutating func run(_ clause: ForClause) throws(Doubt) -> Flow {
    let values: [[UInt8]]
    if let words = clause.words {
      values = try fields(of: words)
    } else {
      values = try positionalParameters()
    }
    status = 0
    for value in values {
      try assign(clause.name, .text(value))
      if let flow = try iteration(clause.body) { return flow == .breakLoop(0) ? .next : flow }
    }
    return .next
  }

  mutating func run(_ clause: ArithmeticForClause) throws(Doubt) -> Flow {
    guard clause.expressions.count == 3 else { throw Doubt("is not valid shell text") }
    _ = try arithmetic(clause.expressions[0])
    status = 0
    while true {
      try budget.spend()
      let condition = clause.expressions[1]
      if !condition.word.parts.isEmpty, try arithmetic(condition) == 0 { return .next }
      if let flow = try iteration(clause.body) { return flow == .breakLoop(0) ? .next : flow }
      _ = try arithmetic(clause.expressions[2])
    }
  }

  mutating func run(_ clause: LoopClause) throws(Doubt) -> Flow {
    var last = 0
    while true {
      try budget.spend()
      if let flow = try iteration(clause.condition) { return flow == .breakLoop(0) ? .next : flow }
      if (status == 0) == clause.isUntil { break }
      if let flow = try iteration(clause.body) { return flow == .breakLoop(0) ? .next : flow }
      last = status
    }
    status = last
    return .next
  }

  /// One turn of a loop.
  ///
  /// - Returns: nil to go on; `.breakLoop(0)` to leave this loop only; else the flow that leaves outer ones as well.
  private mutating func iteration(_ body: [Statement]) throws(Doubt) -> Flow? {
    shell.loopDepth += 1
    let flow = try run(body)
    shell.loopDepth -= 1
    switch flow {
    case .next: return nil
    case .breakLoop(let levels): return .breakLoop(levels - 1)
    case .continueLoop(let levels): return levels > 1 ? .continueLoop(levels - 1) : nil
    case .returned, .exited: return flow
    }
  }

  mutating func run(_ clause: CaseClause) throws(Doubt) -> Flow {
    let subject = try text(of: clause.word)
    status = 0
    var fallsThrough = false
    for item in clause.items {
      var isChosen = fallsThrough
      for pattern in item.patterns where !isChosen {
        // An extended pattern here is a syntax error unless it was allowed before the text was read.
        isChosen = try matches(subject, try self.pattern(pattern, allowsExtended: false))
      }
      guard isChosen else { continue }
      let flow = try run(item.body)
      if flow != .next { return flow }
      switch item.terminator {
      case .breakCase: return .next
      case .fallThrough: fallsThrough = true
      case .testNext: fallsThrough = false
      }
    }
    return .next
  }

  // MARK: Functions

  mutating func call(_ function: FunctionDefinition, _ arguments: [[UInt8]]) throws(Doubt) -> Flow {
    let outerPositional = shell.positional
    let outerLoopDepth = shell.loopDepth
    shell.positional = arguments
    shell.loopDepth = 0
    shell.hidden.append([:])
    let flow = try run(function.body)
    for (name, variable) in shell.hidden.popLast() ?? [:] { shell.variables[name] = variable }
    shell.positional = outerPositional
    shell.loopDepth = outerLoopDepth
    return flow == .exited ? .exited : .next
  }
}
