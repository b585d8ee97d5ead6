extension GeneratedFiles {
  /// The rules' ids as literals.
  var ids: String {
    let lines = rules.map { rule in
      "extension \(rule.typeName) { package static var id: String { \"\(RuleID.derived(fromTypeName: rule.typeName))\" } }\n"
    }
    return Self.header + lines.joined()
  }
}
