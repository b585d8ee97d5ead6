internal import Diagnostics
internal import MacroExpansion
internal import ShellEvaluation
internal import ShellSyntax
internal import SpecSyntax

/// Walks the shell text of the build scriptlets and finds every go command with the environment it will see.
///
/// It is an abstract interpreter: a value is known, unknown with a reason, or known in parts; nothing is run and nothing
/// guessed. Where a condition is not known both branches are walked and what they leave is joined. Loops over known words
/// are unrolled to a limit, other loops walked twice. External commands are taken to succeed, because `sh -e` ends the
/// scriptlet otherwise; whether `||` comes to its right side is unknown.
///
/// Limits: steps, work, nesting and unrolling are bounded, so every script ends; beyond them values become unknown.
struct Interpreter {
  let spec: ExpandedSpec
  let target: GoTarget
  /// The archives among the sources that could be read.
  let trees: [SourceTree]
  var model = BuildModel()
  var state = ShellState()
  var section = SectionKeyword.preamble
  /// The text the tree's ranges belong to; nil inside `eval`, `sh -c` and sourced files, where `fixedRange` stands for all.
  var text = ExpandedText()
  var fixedRange: ByteRange?
  /// rpm's own prologue is walked for its effects; what it does is not the spec's doing.
  var isPrologue = false
  /// Commands are recorded unless a loop is walked for its effects only.
  var silence = 0
  var depth = 0
  var steps = 0
  /// What may be spent on words, patterns, joins and computed commands together: about a second in an optimised build.
  let work = StepBudget(steps: 4_000_000)
  /// Steps or work have run out.
  var hasGivenUp = false
  /// Conditions around the command that is being walked, outermost first.
  var conditions: [String] = []
  /// The last prologue.
  private var prologue: (bytes: [UInt8], script: Script)?
  /// Prologues that were walked, in this build or in another branch of its spec.
  var prologues: [WalkedPrologue] = []
  /// Places where paths parted so far; those in a prologue are counted downwards, so that they are the same wherever it is walked.
  private var branchings = 0
  private var prologueBranchings = 0
  var isBackground = false
  /// Files the scriptlets wrote, by absolute path.
  var files: [[UInt8]: Value] = [:]
  /// Loops around the command that is being walked.
  var loops = 0
  /// Loops that a `break` has still to leave.
  var breaks = 0
  var isContinuing = false
  var isReturning = false
  /// What `local` hid in the function that is being walked.
  var locals: [String: Variable] = [:]
  /// Defaults that `${NAME:-VALUE}` gave for variables that no scriptlet has set: the caller's own value would have won.
  var callerDefaults: [String: Value] = [:]

  static let stepLimit = 200_000
  static let depthLimit = 60
  static let unrollLimit = 64
  /// Fields that one word is expanded to.
  static let fieldLimit = 4_096
  /// Go commands of a build; real ones have some dozens.
  static let commandLimit = 2_000

  /// What every scriptlet begins with.
  let initialState: ShellState

  init(spec: ExpandedSpec, target: GoTarget) {
    self.spec = spec
    self.target = target
    initialState = Self.initialState(of: spec, target)
    trees = spec.localSources.compactMap(SourceTree.init)
  }

  mutating func run() -> BuildModel {
    var vendor = VendorState.unknown
    var unpacked: [UnpackedTree] = []
    var goEnvironment: [String: Value] = [:]
    for keyword in SectionKeyword.builds + [.clean] {
      for section in spec.sections where section.keyword == keyword {
        state = initialState
        state.vendor = vendor
        state.unpacked = unpacked
        state.goEnvironment = goEnvironment
        begin(section)
        enterBuild(section)
        walkText(of: section)
        vendor = state.vendor
        unpacked = state.unpacked
        goEnvironment = state.goEnvironment
      }
    }
    model.prologues = prologues
    return model
  }

  mutating func walk(_ section: Section) {
    begin(section)
    enter(section)
    walkText(of: section)
  }

  private mutating func begin(_ section: Section) {
    self.section = section.keyword
    callerDefaults = [:]
  }

  /// Walks the prologue.
  mutating func enter(_ section: Section) {
    isPrologue = true
    prologueBranchings = 0
    text = ExpandedText()
    source = section.prologue.bytes
    statements(prologueScript(source).statements)
    isPrologue = false
  }

  private mutating func walkText(of section: Section) {
    state.isReachable = true
    text = section.text
    source = section.text.bytes
    statements(ShellParser.parse(section.text.bytes).script.statements)
    // An `exit` ends the scriptlet, not the build.
    state.isReachable = true
    isReturning = false
    if let trap = state.exitTrap {
      runText(trap.action, at: trap.range)
      state.isReachable = true
    }
  }

  /// The tree of a prologue, which is mostly the same for all scriptlets.
  private mutating func prologueScript(_ bytes: [UInt8]) -> Script {
    if let prologue, prologue.bytes == bytes { return prologue.script }
    let script = ShellParser.parse(bytes).script
    prologue = (bytes, script)
    return script
  }

  /// The bytes the tree being walked was parsed from.
  var source: [UInt8] = []

  private static func initialState(of spec: ExpandedSpec, _ target: GoTarget) -> ShellState {
    var state = ShellState()
    state.variables = [
      "HOME": Variable(value: Value(target.home), isExported: true),
      "PATH": Variable(value: .unknown(.caller("PATH")), isExported: true),
      "USER": Variable(value: .unknown(.caller("USER")), isExported: true),
      "LOGNAME": Variable(value: .unknown(.caller("USER")), isExported: true),
      "TERM": Variable(value: .unknown(.caller("TERM")), isExported: true),
      "SHELL": Variable(value: .unknown(.caller("SHELL")), isExported: true),
      "LANG": Variable(value: .unknown(.caller("LANG")), isExported: true),
      "SOURCE_DATE_EPOCH": Variable(value: .unknown(.time), isExported: true),
      "HOSTNAME": Variable(value: .unknown(.caller("HOSTNAME"))),
      "UID": Variable(value: .unknown(.caller("UID"))), "EUID": Variable(value: .unknown(.caller("UID"))),
      "IFS": Variable(value: Value(" \t\n")),
    ]
    for (name, text) in target.exported { state.variables[name] = Variable(value: Value(text), isExported: true) }
    if let folder = spec.macros["_builddir"] { state.directory = Value(folder) }
    return state
  }

  // MARK: Places

  /// A node's range in the section's text.
  func place(_ range: ByteRange) -> ByteRange { fixedRange ?? range }

  func sourceReference(_ range: ByteRange) -> SourceReference? {
    guard !isPrologue, let found = text.source(of: place(range)) else { return nil }
    return SourceReference(file: found.file, range: found.range)
  }

  var isRecording: Bool { silence == 0 && !isPrologue }

  // MARK: Lists

  mutating func statements(_ list: [Statement]) {
    for statement in list {
      guard state.isReachable else { return }
      self.statement(statement)
    }
  }

  private mutating func statement(_ statement: Statement) {
    if statement.isBackground {
      let outer = isBackground
      let saved = state
      isBackground = true
      andOr(statement)
      isBackground = outer
      state = saved
      state.variables["!"] = Variable(value: .unknown(.shell))
      state.status = 0
    } else {
      andOr(statement)
    }
  }

  private mutating func andOr(_ statement: Statement) {
    pipeline(statement.first)
    var previous = statement.first
    for (op, next) in statement.rest {
      guard state.isReachable else { return }
      switch (op, state.status) {
      case (.and, 0?): pipeline(next)
      case (.or, 0?) where state.statusIsComputed: break
      case (.or, 0?), (_, nil): perhaps(condition(previous, isNegated: op == .or)) { $0.pipeline(next) }
      case (.and, .some): break
      case (.or, .some): pipeline(next)
      }
      previous = next
    }
  }

  /// The word's text where it is plain; of the type, as calling it is not to copy all that is known.
  static func literal(_ word: Word) -> String? {
    guard word.parts.count == 1, case .literal(let bytes) = word.parts[0].kind else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The condition's own words, for messages.
  func condition(_ pipeline: Pipeline, isNegated: Bool) -> String {
    let text = shown(pipeline.range)
    return isNegated ? "\(text) fails" : text
  }

  func shown(_ range: ByteRange) -> String {
    guard range.upperBound <= source.count, range.lowerBound >= 0 else { return "" }
    let bytes = source[range].split(whereSeparator: { $0 == 0x0A || $0 == 0x20 || $0 == 0x09 }).joined(separator: [0x20])
    return String(Value(literal: Array(bytes)).display.prefix(120))
  }

  /// The ways that part here, each with its words.
  mutating func branching(_ texts: [String]) -> [BranchCondition] {
    if isPrologue { prologueBranchings -= 1 } else { branchings += 1 }
    let point = isPrologue ? prologueBranchings : branchings
    return texts.enumerated().map { BranchCondition(point: point, outcome: $0.offset, text: $0.element) }
  }

  /// "not if [ -d vendor ]"; of what fails, that it succeeds.
  private static func negated(_ condition: String) -> String {
    condition.hasSuffix(" fails") ? String(condition.dropLast(6)) : "\(condition) fails"
  }

  /// Walks something that may or may not run and joins both outcomes.
  mutating func perhaps(_ condition: String, _ body: (inout Interpreter) -> Void) {
    let before = state
    let branch = branching([condition, Self.negated(condition)])
    conditions.append(condition)
    body(&self)
    conditions.removeLast()
    state = ShellState.joined(state, branch[0], before, branch[1])
    state.status = nil
  }

  /// Walks something on a copy of the state, as a subshell does; only what go and vendoring keep outside survives.
  mutating func inSubshell(_ body: (inout Interpreter) -> Void) {
    let before = state
    body(&self)
    let after = state
    state = before
    state.status = after.status
    state.statusIsComputed = after.statusIsComputed
    state.output = after.output
    state.goEnvironment = after.goEnvironment
    state.vendor = after.vendor
    state.unpacked = after.unpacked
  }

  mutating func pipeline(_ pipeline: Pipeline) {
    state.statusIsComputed = false
    if pipeline.commands.count == 1 {
      command(pipeline.commands[0])
    } else {
      runPipeline(pipeline)
    }
    if pipeline.isNegated { state.status = state.status.map { $0 == 0 ? 1 : 0 } }
  }

  private mutating func runPipeline(_ pipeline: Pipeline) {
    let captured = state.output
    for (index, command) in pipeline.commands.enumerated() {
      let isLast = index == pipeline.commands.count - 1
      inSubshell { interpreter in
        interpreter.state.output = isLast && captured != nil ? Value("") : nil
        interpreter.command(command)
      }
      if isLast, let captured {
        // What a filter makes of its input is only known where the pure evaluator computes the whole pipeline.
        let script = Script(range: pipeline.range, statements: [Statement(range: pipeline.range, first: pipeline)])
        state.output = captured + (computed(script) ?? .unknown(.output(of: nil)))
      } else {
        state.output = captured
      }
    }
    state.statusIsComputed = false
    state.status = 0
  }
}
