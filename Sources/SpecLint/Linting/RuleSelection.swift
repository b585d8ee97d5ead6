/// Which rules speak.
package struct RuleSelection: Sendable, Hashable {
  private let selected: Set<String>?
  private let ignored: Set<String>

  /// - Parameter select: empty for all.
  package init(select: [DescribedRule] = [], ignore: [DescribedRule] = []) {
    selected = select.isEmpty ? nil : Set(select.map(\.id))
    ignored = Set(ignore.map(\.id))
  }

  package func contains(_ id: String) -> Bool {
    !ignored.contains(id) && selected?.contains(id) != false
  }
}
