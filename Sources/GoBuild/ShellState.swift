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
  var name = Value.unknown("the scriptlet's own name")
  /// `set -a`
  var exportsAll = false
  /// False after `exit`, `return`, `break`: what follows is dead code.
  var isReachable = true
  /// Status of the last command; nil where it cannot be known.
  var status: Int? = 0
  /// The status was computed, not just hoped for.
  var statusIsComputed = false
  /// What the commands so far printed where that is being captured.
  var output: Value?
  /// Go's user configuration, as `go env -w` left it.
  var goEnvironment: [String: Value] = [:]
  var vendor = VendorState.unknown
  /// Archives that were unpacked, in order.
  var unpacked: [UnpackedTree] = []

  /// What is known where two paths meet.
  static func joined(_ a: ShellState, _ b: ShellState) -> ShellState {
    if !a.isReachable { return b }
    if !b.isReachable { return a }
    var joined = a
    for name in Set(a.variables.keys).union(b.variables.keys) {
      joined.variables[name] = Variable.joined(a.variables[name], b.variables[name])
    }
    joined.directory = Value.joined(a.directory, b.directory)
    joined.previousDirectory = Value.joined(a.previousDirectory, b.previousDirectory)
    if a.directoryStack != b.directoryStack { joined.directoryStack = [] }
    joined.functions.merge(b.functions) { first, _ in first }
    if a.positional != b.positional { joined.positional = nil }
    if a.exportsAll != b.exportsAll { joined.exportsAll = false }
    if a.status != b.status { joined.status = nil }
    if let first = a.output, let second = b.output { joined.output = Value.joined(first, second) }
    for (name, value) in b.goEnvironment {
      joined.goEnvironment[name] = a.goEnvironment[name].map { Value.joined($0, value) } ?? .unknown("written in one branch only")
    }
    for name in a.goEnvironment.keys where b.goEnvironment[name] == nil {
      joined.goEnvironment[name] = .unknown("written in one branch only")
    }
    if a.vendor != b.vendor { joined.vendor = .unknown }
    joined.unpacked += b.unpacked.filter { !a.unpacked.contains($0) }
    return joined
  }

  mutating func print(_ text: Value) {
    guard let output else { return }
    self.output = output + text
  }
}

/// Whether a `vendor/` folder stands at the module's root.
enum VendorState: Sendable, Hashable {
  case unknown
  case present(String)
  case absent(String)
}
