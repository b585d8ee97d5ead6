package import SpecRules

/// Which rules speak.
package struct RuleSelection: Sendable, Hashable {
  private let selected: Set<String>?
  private let ignored: Set<String>
  private let persona: Persona

  /// - Parameter select: empty for those that the persona and the profile ask for; what is selected speaks whatever these are.
  package init(select: [DescribedRule] = [], ignore: [DescribedRule] = [], persona: Persona = .regular) {
    selected = select.isEmpty ? nil : Set(select.map(\.id))
    ignored = Set(ignore.map(\.id))
    self.persona = persona
  }

  package func contains(_ id: String) -> Bool { contains(id, for: RuleRegistry.rule(withID: id)?.persona) }

  /// - Parameter audience: of the rule; nil for what everybody hears of.
  private func contains(_ id: String, for audience: @autoclosure () -> Persona?) -> Bool {
    guard !ignored.contains(id) else { return false }
    if let selected { return selected.contains(id) }
    return persona == .pedantic || audience() != .pedantic
  }

  /// Whether a rule applies to every spec, whatever the distribution's guideline.
  package func containsForEveryProfile(_ id: String) -> Bool {
    contains(id) && (selected != nil || RuleRegistry.rule(withID: id)?.profiles.count ?? Profile.allCases.count == Profile.allCases.count)
  }

  /// The rules that judge one spec.
  package func rules(for context: RuleContext) -> [RegisteredRule] {
    let profile = context.profile
    let isNamed = context.settings.namesTarget || context.settings.profile != nil
    return RuleRegistry.all.filter { rule in
      contains(rule.id, for: rule.persona) && (selected != nil || rule.profiles.contains(profile) && (isNamed || !rule.isForNamedProfiles))
    }
  }
}
