import Diagnostics
import SpecRules
import Synchronization

/// What the rules say of one reading of a spec, each asked once: the rewrites of findings are tried against what all of them say.
final class Judgement: Sendable {
  private struct State {
    var context: RuleContext?
    /// By the rule's id.
    var findings: [String: [Diagnostic]] = [:]
  }

  private let state = Mutex(State())

  /// What the rules are given; the same for all of them.
  func context(of build: BuildReader.Build, _ settings: RuleSettings, isTakenByTarget: Bool) -> RuleContext {
    if let known = state.withLock({ $0.context }), known.settings == settings, known.isTakenByTarget == isTakenByTarget { return known }
    let context = RuleContext(
      spec: build.spec, model: build.model, settings: settings, isTakenByTarget: isTakenByTarget, trees: build.trees)
    state.withLock { $0 = State(context: context) }
    return context
  }

  /// - Parameter context: of this reading.
  func findings(of rule: RegisteredRule, in context: RuleContext) -> [Diagnostic] {
    if let known = state.withLock({ $0.findings[rule.id] }) { return known }
    let findings = context.findings(of: rule)
    state.withLock { $0.findings[rule.id] = findings }
    return findings
  }
}
