/// How a type's name becomes a rule's id.
package enum RuleID {
  /// `ModuleCachePerBuild` gives `module-cache-per-build`: every capital begins a word.
  package static func derived(fromTypeName name: String) -> String {
    var id = ""
    for character in name {
      if character.isUppercase, !id.isEmpty { id.append("-") }
      id.append(contentsOf: character.lowercased())
    }
    return id
  }
}
