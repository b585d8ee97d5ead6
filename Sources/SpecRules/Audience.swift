internal import Diagnostics
import MacroExpansion
import MacroTargets

/// How much a packager wants to hear.
package enum Persona: String, Sendable, CaseIterable {
  /// Faults: what breaks, is refused, or is asked for by the guideline of the profile.
  case regular
  /// Style too, and what is right to the letter but seldom worth a change.
  case pedantic
}

/// Whose packaging guideline a spec is held against.
package enum Profile: String, Sendable, CaseIterable {
  case fedora, epel, opensuse
  /// Nobody's: what rpm itself says.
  case generic

  static let all = Set(allCases)
}

extension RuleContext {
  /// The named profile, else that of the target, where the target is named or the spec itself tells whose it is.
  package var profile: Profile {
    if let named = settings.profile { return named }
    guard settings.namesTarget || spec.isTargetSure else { return .generic }
    guard settings.namesTarget || target?.isSpoken(in: spec.files.first?.bytes ?? []) == true else { return .generic }
    switch target.flatMap({ Distribution(target: $0.name) }) {
    case .fedora: return .fedora
    case .enterprise: return .epel
    case .opensuse: return .opensuse
    case .mageia, .openmandriva, .pld, .azurelinux, .photon, .openeuler, .openruyi, .clear, .sailfish, .terra, .pgdg, .alt, nil:
      return .generic
    }
  }
}
