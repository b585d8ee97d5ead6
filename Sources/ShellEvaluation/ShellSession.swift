internal import ShellSyntax

/// One evaluation: the state of a shell that never touches the machine.
///
/// A subshell is a copy of what a subshell has of its own; outputs, inputs and the budget stay shared.
struct ShellSession {
  struct Options: Sendable {
    /// `set -f`
    var noGlob = false
    /// `shopt -s extglob`
    var extendedPatterns = false
    /// `set -u`
    var noUnset = false
  }

  /// What a subshell changes for itself only.
  struct Shell {
    var variables: [String: ShellVariable] = [:]
    var functions: [String: FunctionDefinition] = [:]
    var positional: [[UInt8]]?
    var options = Options()
    /// Variables hidden by `local`, one dictionary for each function being run.
    var hidden: [[String: ShellVariable?]] = []
    var loopDepth = 0
  }

  /// Where a descriptor leads.
  enum Descriptor: Sendable {
    case input(Int)
    case output(Int)
    /// Standard error: what is written there is not part of the result.
    case error
    case null
    /// The evaluation's own standard input, of which nothing is known.
    case outside
    case closed
  }

  /// How a command went on.
  enum Flow: Equatable { case next, breakLoop(Int), continueLoop(Int), returned, exited }

  let environment: ShellEnvironment
  let budget: StepBudget
  var shell: Shell
  var descriptors: [Int: Descriptor] = [0: .outside, 1: .output(0), 2: .error]
  var outputs: [[UInt8]] = [[]]
  var inputs: [ShellInput] = []
  var status = 0
  /// The status of the last command substitution of the command being expanded.
  var substitutionStatus: Int?
  var depth = 0
  private var written = 0

  static let maximumDepth = 60
  static let maximumOutput = 1 << 20

  init(environment: ShellEnvironment, budget: StepBudget) {
    self.environment = environment
    self.budget = budget
    shell = Shell(positional: environment.positional)
    for (name, value) in environment.variables { shell.variables[name] = ShellVariable(.text(value), isExported: true) }
  }

  // MARK: Output

  mutating func write(_ bytes: [UInt8], to descriptor: Int = 1) throws(Doubt) {
    written += bytes.count
    guard written <= Self.maximumOutput else { throw .size }
    try budget.spend(1 + bytes.count / 16)
    switch descriptors[descriptor] ?? .closed {
    case .output(let index): outputs[index] += bytes
    case .error, .null: break
    case .input, .outside, .closed: throw Doubt("writes to a descriptor that is not open for it")
    }
  }

  /// Complains on standard error, in words that differ between versions.
  func complain() throws(Doubt) {
    if case .output = descriptors[2] ?? .closed { throw Doubt("prints an error message") }
  }

  // MARK: Lists

  mutating func nested<Result>(_ body: (inout ShellSession) throws(Doubt) -> Result) throws(Doubt) -> Result {
    guard depth < Self.maximumDepth else { throw Doubt("is nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  mutating func run(_ statements: [Statement]) throws(Doubt) -> Flow {
    for statement in statements {
      try budget.spend()
      guard !statement.isBackground else { throw Doubt("runs a job in the background") }
      var flow = try run(statement.first)
      for (op, pipeline) in statement.rest where flow == .next && (status == 0) == (op == .and) {
        flow = try run(pipeline)
      }
      if flow != .next { return flow }
    }
    return .next
  }

  private mutating func run(_ pipeline: Pipeline) throws(Doubt) -> Flow {
    guard !pipeline.isTimed else { throw Doubt("measures the time") }
    var flow = Flow.next
    if let only = pipeline.commands.first, pipeline.commands.count == 1 {
      flow = try run(only)
    } else {
      try runPipeline(pipeline.commands)
    }
    if pipeline.isNegated, flow == .next { status = status == 0 ? 1 : 0 }
    return flow
  }

  private mutating func runPipeline(_ commands: [Command]) throws(Doubt) {
    let saved = descriptors
    var input: [UInt8]?
    for (number, command) in commands.enumerated() {
      if let input {
        inputs.append(ShellInput(input))
        descriptors[0] = .input(inputs.count - 1)
      }
      if number < commands.count - 1 {
        input = try captured { (session) throws(Doubt) in try session.inSubshell { (inner) throws(Doubt) in try inner.run(command) } }
      } else {
        try inSubshell { (inner) throws(Doubt) in try inner.run(command) }
      }
      descriptors = saved
    }
  }

  /// What `body` writes to standard output.
  mutating func captured(_ body: (inout ShellSession) throws(Doubt) -> Void) throws(Doubt) -> [UInt8] {
    let saved = descriptors[1]
    outputs.append([])
    let index = outputs.count - 1
    descriptors[1] = .output(index)
    try body(&self)
    descriptors[1] = saved
    let output = outputs[index]
    outputs[index] = []
    if index == outputs.count - 1 { outputs.removeLast() }
    return output
  }

  mutating func inSubshell(_ body: (inout ShellSession) throws(Doubt) -> Flow) throws(Doubt) {
    let saved = shell
    let savedDescriptors = descriptors
    shell.loopDepth = 0
    try nested { (session) throws(Doubt) in _ = try body(&session) }
    shell = saved
    descriptors = savedDescriptors
  }

  // MARK: Commands

  mutating func run(_ command: Command) throws(Doubt) -> Flow {
    try budget.spend()
    return try nested { (session) throws(Doubt) in
      if case .simple(let simple) = command.kind { return try session.run(simple, redirections: command.redirections) }
      let saved = session.descriptors
      try session.redirect(command.redirections)
      let flow = try session.runCompound(command.kind)
      session.descriptors = saved
      return flow
    }
  }

  private mutating func runCompound(_ kind: Command.Kind) throws(Doubt) -> Flow {
    switch kind {
    case .simple(let simple): return try run(simple, redirections: [])
    case .subshell(let statements):
      try inSubshell { (inner) throws(Doubt) in try inner.run(statements) }
      return .next
    case .braceGroup(let statements): return try run(statements)
    case .ifClause(let clause): return try run(clause)
    case .forClause(let clause): return try run(clause)
    case .arithmeticFor(let clause): return try run(clause)
    case .loop(let clause): return try run(clause)
    case .caseClause(let clause): return try run(clause)
    case .function(let definition):
      shell.functions[definition.name] = definition
      status = 0
      return .next
    case .test(let expression):
      status = try holds(expression) ? 0 : 1
      return .next
    case .arithmetic(let expression):
      status = try arithmetic(expression) != 0 ? 0 : 1
      return .next
    case .select: throw Doubt("asks the user")
    case .coproc: throw Doubt("runs a job in the background")
    }
  }
}
