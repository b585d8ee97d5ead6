import MacroTargets
import RPMMacros

/// Chooses the macros for specs, once for all readings of one.
struct MacroChooser {
  private struct Known {
    let spec: [UInt8]
    let chosen: ChosenMacros
  }

  private let macros: ConfiguredMacros
  /// The last ones, newest first: a spec's branches and trials come close to one another.
  private var known: [Known] = []
  private static let knownLimit = 8

  init(_ macros: ConfiguredMacros) { self.macros = macros }

  mutating func choice(for spec: [UInt8]) -> ChosenMacros {
    if let index = known.firstIndex(where: { $0.spec == spec }) {
      let found = known.remove(at: index)
      known.insert(found, at: 0)
      return found.chosen
    }
    let chosen = macros.choice(for: spec)
    known.insert(Known(spec: spec, chosen: chosen), at: 0)
    if known.count > Self.knownLimit { known.removeLast() }
    return chosen
  }
}
