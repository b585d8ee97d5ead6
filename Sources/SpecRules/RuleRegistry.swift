package import Diagnostics

/// A rule with the page that its doc comment is.
package struct RegisteredRule: Sendable {
  package let rule: any Rule
  package let chapter: Chapter
  package let page: String
  // What the type says is kept here: it is asked for every rule of every spec.
  package let id: String
  package let persona: Persona
  package let profiles: Set<Profile>
  package let isForNamedProfiles: Bool

  package init(_ rule: any Rule, _ chapter: Chapter, page: String) {
    let type = type(of: rule)
    self.rule = rule
    id = type.id
    persona = type.persona
    profiles = type.profiles
    isForNamedProfiles = type.isForNamedProfiles
    self.chapter = chapter
    self.page = page
  }

  package var severity: Severity { type(of: rule).severity }
  package var confidences: Set<Confidence> { type(of: rule).confidences }
  package var fixes: Set<FixIt.Applicability> { type(of: rule).fixes }
  /// The page's first paragraph, on one line.
  package var summary: String {
    let bytes = Array(page.utf8)
    var end = 0
    while end < bytes.count, bytes[end] != 0x0A || end + 1 < bytes.count && bytes[end + 1] != 0x0A { end += 1 }
    return String(decoding: bytes[..<end].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}

/// All rules; the list is generated.
package enum RuleRegistry {
  package static func rule(withID id: String) -> RegisteredRule? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
