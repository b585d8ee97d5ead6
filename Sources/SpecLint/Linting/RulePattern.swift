package import SpecRules

/// Several rules by one word: a chapter (`fedora`), a group of chapters (`go`), a pattern (`module-cache-*`), or words that ids begin
/// with (`unused`).
package enum RulePattern {
  /// Every word that selects more than one rule by what they are about.
  package static let chapters = Chapter.groups.keys.sorted() + Chapter.allCases.map(\.rawValue)

  /// Every word without `*` and `?` that selects something: chapters, ids, and what ids begin with.
  static var words: [String] {
    let ids = DescribedRule.all.map(\.id)
    let beginnings = Set(ids.flatMap { id in id.indices.filter { id[$0] == "-" }.map { String(id[..<$0]) } })
    return chapters + ids + beginnings.subtracting(chapters).subtracting(ids).sorted()
  }

  /// An id, or one of these; nil for a word that selects nothing.
  package static func rules(matching word: String) -> [DescribedRule]? {
    if let rule = DescribedRule.named(word) { return [rule] }
    let found = DescribedRule.all.filter { matches($0, word) }
    return found.isEmpty ? nil : found
  }

  private static func matches(_ rule: DescribedRule, _ word: String) -> Bool {
    if let chapters = Chapter.groups[word] { return chapters.contains(rule.chapter) }
    if let chapter = Chapter(rawValue: word) { return rule.chapter == chapter }
    if word.contains(where: { $0 == "*" || $0 == "?" }) { return glob(Array(word.utf8)[...], Array(rule.id.utf8)[...]) }
    return rule.id.hasPrefix(word.hasSuffix("-") ? word : word + "-")
  }

  private static func glob(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == UInt8(ascii: "*") {
      return glob(pattern.dropFirst(), text) || !text.isEmpty && glob(pattern, text.dropFirst())
    }
    guard let byte = text.first, first == UInt8(ascii: "?") || first == byte else { return false }
    return glob(pattern.dropFirst(), text.dropFirst())
  }
}

extension DescribedRule {
  /// The rules of a word; refuses one that selects nothing, and says which was meant.
  package static func matching(_ word: String) throws(LintFailure) -> [DescribedRule] {
    guard let rules = RulePattern.rules(matching: word) else { throw unknown(word) }
    return rules
  }
}
