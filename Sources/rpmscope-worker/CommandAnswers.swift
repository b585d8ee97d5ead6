import CSandbox
import Glibc
import MacroExpansion
import ShellEvaluation
import ShellSyntax
import SpecEvaluation

/// Answers the commands that a spec wants run while it is read.
final class CommandAnswers {
  private let state: EvaluationState
  private let allowShell: Bool
  private let environment: ShellEnvironment
  /// The evaluator speaks bash; another shell would print something else, or nothing, for what only bash knows.
  private let shellIsBash: Bool

  init(state: EvaluationState, allowShell: Bool, shellIsBash: Bool) {
    self.shellIsBash = shellIsBash
    self.state = state
    self.allowShell = allowShell
    var environment = ShellEnvironment()
    environment.otherVariables = .unknown
    // Builders that want reproducible dates set it, for `date -d @$SOURCE_DATE_EPOCH`.
    if let time = getenv("SOURCE_DATE_EPOCH") { environment.variables["SOURCE_DATE_EPOCH"] = Array(String(cString: time).utf8) }
    self.environment = environment
  }

  /// Lets librpm's popen and system come here while `body` runs.
  func serving<Result>(_ body: () -> Result) -> Result {
    rpmscope_set_command_handler(Self.handler, Unmanaged.passUnretained(self).toOpaque())
    defer { rpmscope_set_command_handler(nil, nil) }
    return body()
  }

  private static let handler: rpmscope_command_handler = { context, command, output, length in
    guard let context else { return RPMSCOPE_COMMAND_REFUSED }
    let answers = Unmanaged<CommandAnswers>.fromOpaque(context).takeUnretainedValue()
    guard let text = answers.answer(Array(UnsafeRawBufferPointer(start: command, count: strlen(command)))) else {
      return RPMSCOPE_COMMAND_RUN
    }
    guard let copy = malloc(max(1, text.count)) else { return RPMSCOPE_COMMAND_REFUSED }
    text.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
    }
    output.pointee = copy.assumingMemoryBound(to: CChar.self)
    length.pointee = text.count
    return 0
  }

  /// What the command prints; nil where it is to be run.
  private func answer(_ command: [UInt8]) -> [UInt8]? {
    if let text = state.prepText(for: command) { return text }
    if allowShell {
      _ = state.record(command: command, outcome: .executed)
      return nil
    }
    guard shellIsBash || !BashOnly.isUsed(in: command) else {
      return OpaqueValue.token(state.record(command: command, outcome: .opaque))
    }
    // Nothing is known of the caller's variables and files; what depends on them stays unknown.
    let evaluator = ShellEvaluator(environment: environment)
    switch evaluator.run(command) {
    case .known(let output, _):
      _ = state.record(command: command, outcome: .computed)
      return output
    case .unknown: return OpaqueValue.token(state.record(command: command, outcome: .opaque))
    }
  }
}
