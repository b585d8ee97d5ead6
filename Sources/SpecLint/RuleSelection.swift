import SpecRules

/// Which rules speak.
package struct RuleSelection: Sendable, Hashable {
  private let selected: Set<String>?
  private let ignored: Set<String>

  /// - Parameter select: empty for all.
  package init(select: [String] = [], ignore: [String] = []) throws(LintFailure) {
    for id in select + ignore where !Self.known.contains(id) {
      throw Self.unknown(id)
    }
    selected = select.isEmpty ? nil : Set(select)
    ignored = Set(ignore)
  }

  package func contains(_ id: String) -> Bool {
    !ignored.contains(id) && selected?.contains(id) != false
  }

  package static func unknown(_ id: String) -> LintFailure {
    LintFailure("unknown rule '\(id)'\(nearest(to: id).map { "; did you mean '\($0)'?" } ?? "")")
  }

  private static let known: Set<String> = Set(DescribedRule.all.map(\.id))

  /// The known id that a misspelt one most likely means; nil when none is near.
  private static func nearest(to id: String) -> String? {
    let distances = known.sorted().map { (id: $0, distance: EditDistance.between(id, $0)) }
    guard let nearest = distances.min(by: { $0.distance < $1.distance }), nearest.distance <= max(2, id.utf8.count / 4) else { return nil }
    return nearest.id
  }
}
