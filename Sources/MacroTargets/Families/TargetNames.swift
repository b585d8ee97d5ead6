/// What the names of macros mean where a spec is read for one target.
package struct TargetNames: Sendable {
  /// What is known of a macro that nobody defines.
  package enum Provenance: Sendable {
    /// The target's distribution has it.
    case target(MacroFamily)
    /// Another distribution, or a builder on top of one, has it.
    case foreign(Distribution, package: String?)
    /// Builders set it on rpm's command line.
    case builder
    case unheardOf
  }

  package let distributions: [Distribution]
  /// Whether the user has named the target, so that nothing else can have been meant.
  package let isNamed: Bool
  /// Whether it was named, or nothing in the spec speaks for another.
  package let isSure: Bool

  package init(distributions: [Distribution] = [], isNamed: Bool = true, isSure: Bool = true) {
    self.distributions = distributions
    self.isNamed = isNamed
    self.isSure = isNamed || isSure
  }

  /// - Parameter isListed: whether the name itself must be known; a form such as `_kf5_*` is enough otherwise.
  package func provenance(of name: String, isListed: Bool) -> Provenance {
    let index = MacroFamilyIndex.shared
    let families = isListed ? index.listing(name) : index.listing(name) + index.matching(name)
    if let family = families.first(where: { $0.distributions.contains(where: distributions.contains) }) { return .target(family) }
    if families.contains(where: \.distributions.isEmpty) { return .builder }
    if let family = families.first, let other = family.distributions.first { return .foreign(other, package: family.package) }
    let targets = MacroTarget.all.map(\.name).filter { MacroTarget.definedNames[$0]?.contains(name) == true }
    guard let other = targets.lazy.compactMap(Distribution.init(target:)).first else { return .unheardOf }
    return .foreign(other, package: nil)
  }

  /// Names that the target's distributions have somewhere.
  package var listed: [String] { MacroFamilyIndex.shared.names(on: distributions) }
}
