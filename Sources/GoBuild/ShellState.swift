internal import Diagnostics
internal import MacroExpansion
internal import ShellSyntax

/// Everything a shell has in its hands at one moment, as far as it is known; copied where paths part, joined where they meet.
struct ShellState: Sendable {
  var variables: [String: Variable] = [:]
  var directory = Value("/")
  var previousDirectory = Value("/")
  var directoryStack: [Value] = []
  var functions: [String: FunctionDefinition] = [:]
  /// `$1` …; nil where nobody knows how many there are.
  var positional: [Value]? = []
  /// `$0`
  var name = Value.unknown(.shell)
  /// What runs when the scriptlet ends.
  var exitTrap: Trap?
  /// `set -a`
  var exportsAll = false
  /// A file whose contents are not known was read into this shell: any variable may differ.
  var ranUnknownScript = false
  /// False after `exit`, `return`, `break`: what follows is dead code.
  var isReachable = true
  /// Status of the last command; nil where it cannot be known.
  var status: Int? = 0
  /// The status was computed, not just hoped for.
  var statusIsComputed = false
  /// What the commands so far printed where that is being captured.
  var output: Value?
  /// What is left to read of the here-document or here-string that a compound command is given; nil where it is not known.
  var input: [UInt8]?
  /// Go's user configuration, as `go env -w` left it.
  var goEnvironment: [String: Value] = [:]
  var vendor = VendorState.unknown
  /// Archives that were unpacked, in order.
  var unpacked: [UnpackedTree] = []

  /// What is known where two paths meet, each with the condition under which it was taken; nil where that cannot be told.
  static func joined(_ a: ShellState, _ aCondition: BranchCondition?, _ b: ShellState, _ bCondition: BranchCondition?) -> ShellState {
    if !a.isReachable { return b }
    if !b.isReachable { return a }
    var joined = a
    var shared = 0
    for (name, variable) in b.variables {
      let known = a.variables[name]
      if known != nil { shared += 1 }
      // Nearly all variables are the same on both paths.
      if let known, known.isOneText, known == variable { continue }
      joined.variables[name] = Variable.joined(known, aCondition, variable, bCondition)
    }
    for (name, variable) in a.variables where shared < a.variables.count && b.variables[name] == nil {
      joined.variables[name] = Variable.joined(variable, aCondition, nil, bCondition)
    }
    joined.directory = Value.either(a.directory, aCondition, or: b.directory, bCondition)
    joined.previousDirectory = Value.either(a.previousDirectory, aCondition, or: b.previousDirectory, bCondition)
    if a.directoryStack != b.directoryStack { joined.directoryStack = [] }
    joined.functions.merge(b.functions) { first, _ in first }
    if a.positional != b.positional { joined.positional = nil }
    if a.exportsAll != b.exportsAll { joined.exportsAll = false }
    joined.ranUnknownScript = a.ranUnknownScript || b.ranUnknownScript
    joined.exitTrap = a.exitTrap ?? b.exitTrap
    if a.status != b.status { joined.status = nil }
    if a.input != b.input { joined.input = nil }
    if let first = a.output, let second = b.output { joined.output = Value.either(first, aCondition, or: second, bCondition) }
    for name in Set(a.goEnvironment.keys).union(b.goEnvironment.keys) {
      // What is not written is empty, and go takes that for unset.
      joined.goEnvironment[name] = Value.either(
        a.goEnvironment[name] ?? Value(""), aCondition, or: b.goEnvironment[name] ?? Value(""), bCondition)
    }
    if a.vendor != b.vendor { joined.vendor = .unknown }
    joined.unpacked += b.unpacked.filter { !a.unpacked.contains($0) }
    return joined
  }

  /// Whether a variable or the folder is another than before.
  func changes(_ before: ShellState) -> Bool {
    variables != before.variables || directory != before.directory || output != before.output || positional != before.positional
  }

  /// What is known before every turn of a loop: this, unless the next turn leaves something else.
  func widened(by next: ShellState) -> ShellState {
    guard isReachable, next.isReachable else { return isReachable ? self : next }
    var widened = self
    for (name, variable) in next.variables { widened.variables[name] = variables[name]?.widened(by: variable) ?? variable }
    if !next.directory.isCovered(by: directory) { widened.directory = Value.either(directory, or: next.directory).widened }
    if !next.previousDirectory.isCovered(by: previousDirectory) {
      widened.previousDirectory = Value.either(previousDirectory, or: next.previousDirectory).widened
    }
    if let output, let later = next.output, !later.isCovered(by: output) { widened.output = Value.either(output, or: later).widened }
    if directoryStack != next.directoryStack { widened.directoryStack = [] }
    if positional != next.positional { widened.positional = nil }
    if input != next.input { widened.input = nil }
    if exportsAll != next.exportsAll { widened.exportsAll = false }
    if vendor != next.vendor { widened.vendor = .unknown }
    for (name, value) in next.goEnvironment {
      widened.goEnvironment[name] = Value.either(goEnvironment[name] ?? Value(""), or: value).widened
    }
    widened.functions.merge(next.functions) { first, _ in first }
    widened.unpacked += next.unpacked.filter { !unpacked.contains($0) }
    widened.status = nil
    return widened
  }

  mutating func print(_ text: Value) {
    guard let output else { return }
    self.output = output + text
  }
}

/// What `trap` was given.
struct Trap: Sendable, Hashable {
  let action: Value
  let range: ByteRange
}

/// Whether a `vendor/` folder stands at the module's root.
enum VendorState: Sendable, Hashable {
  case unknown
  case present(String)
  case absent(String)
}
