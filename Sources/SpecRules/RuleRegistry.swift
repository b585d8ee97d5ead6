package import Diagnostics

/// A rule with the page that its doc comment is.
package struct RegisteredRule: Sendable {
  package let rule: any Rule
  package let chapter: Chapter
  package let page: String

  package init(_ rule: any Rule, _ chapter: Chapter, page: String) {
    self.rule = rule
    self.chapter = chapter
    self.page = page
  }

  package var id: String { type(of: rule).id }
  package var severity: Severity { type(of: rule).severity }
  /// The page's first paragraph, on one line.
  package var summary: String {
    page.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }.joined(separator: " ")
  }
}

/// All rules; the list is generated.
package enum RuleRegistry {
  package static func rule(withID id: String) -> RegisteredRule? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
