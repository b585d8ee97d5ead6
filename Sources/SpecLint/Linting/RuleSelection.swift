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
    LintFailure("unknown rule '\(id)'\(NearWord.nearest(to: id, among: known).map { "; did you mean '\($0)'?" } ?? "")")
  }

  static func hasNear(_ id: String) -> Bool { NearWord.nearest(to: id, among: known) != nil }

  private static let known: Set<String> = Set(DescribedRule.all.map(\.id))
}
