package import ShellSyntax

/// Computes what harmless shell text prints, without running anything.
///
/// The result is what bash (also as `sh`) with the GNU tools would print, in the locales C, C.UTF-8 and en_US.UTF-8 alike. Whatever
/// depends on the machine, the time, a file, a process or a program that is not computed here leaves the whole result
/// unknown, and so does any doubt: a known result is never wrong. Steps, output and depth are limited; every input gives an answer.
package struct ShellEvaluator {
  package enum Outcome: Sendable, Hashable {
    /// Standard output as written, trailing line feeds and all, and the exit status.
    case known(output: [UInt8], status: Int)
    /// The reason continues "the command …".
    case unknown(reason: String)
  }

  private let environment: ShellEnvironment
  private let budget: StepBudget?

  private static let stepLimit = 500_000

  /// - Parameter budget: what this and other evaluations may spend together; nil for no limit but that of each.
  package init(environment: ShellEnvironment, budget: StepBudget? = nil) {
    self.environment = environment
    self.budget = budget
  }

  package func run(_ text: [UInt8]) -> Outcome {
    let (script, errors) = ShellParser.parse(text)
    guard errors.isEmpty else { return .unknown(reason: "is not valid shell text") }
    return run(script)
  }

  package func run(_ script: Script) -> Outcome {
    var session = ShellSession(environment: environment, budget: StepBudget(steps: Self.stepLimit, of: budget))
    do {
      _ = try session.run(script.statements)
      return .known(output: session.outputs[0], status: session.status)
    } catch {
      return .unknown(reason: error.reason)
    }
  }
}
