public import Diagnostics
import MacroExpansion
package import SpecRules

/// A rule, or another kind of finding, with what there is to read about it.
public struct DescribedRule: Sendable, Hashable {
  /// Where its findings come from.
  package enum Kind: Sendable {
    case rule
    /// The worker reports it.
    case reading
    /// Comments that suppress findings.
    case suppression
  }

  /// What findings name: "module-cache-per-build".
  public let id: String
  package let kind: Kind
  package let chapter: Chapter
  package let persona: SpecRules.Persona
  package let profiles: Set<SpecRules.Profile>
  /// Of its findings, unless options say otherwise.
  public let severity: Severity
  /// How sure its findings can be.
  package let confidences: Set<Confidence>
  /// The rewrites that its findings can come with.
  package let fixes: Set<FixIt.Applicability>
  /// One sentence.
  public let summary: String
  /// What it finds, why that matters and what to write instead, in Markdown.
  public let page: String

  private init(
    id: String, kind: Kind, chapter: Chapter, severity: Severity, summary: String, page: String,
    confidences: Set<Confidence> = [.high], fixes: Set<FixIt.Applicability> = [], persona: SpecRules.Persona = .regular,
    profiles: Set<SpecRules.Profile> = Set(SpecRules.Profile.allCases)
  ) {
    self.id = id
    self.kind = kind
    self.chapter = chapter
    self.persona = persona
    self.profiles = profiles
    self.severity = severity
    self.confidences = confidences
    self.fixes = fixes
    self.summary = summary
    self.page = page
  }

  /// Refuses an id that is not one of `all`, and says which was meant.
  public init(_ id: String) throws(LintFailure) {
    guard let rule = Self.named(id) else { throw Self.unknown(id) }
    self = rule
  }

  /// All that there is, in the order of the catalogue.
  public static let all: [DescribedRule] =
    RuleRegistry.all.map {
      DescribedRule(
        id: $0.id, kind: .rule, chapter: $0.chapter, severity: $0.severity, summary: $0.summary, page: $0.page,
        confidences: $0.confidences, fixes: $0.fixes, persona: $0.persona, profiles: $0.profiles)
    }
    + ReadingProblem.allCases.map {
      DescribedRule(
        id: $0.rawValue, kind: .reading, chapter: .reading, severity: $0.severity, summary: $0.summary, page: $0.page,
        confidences: $0.confidences, fixes: $0.fixes)
    }
    + SuppressionProblem.allCases.map {
      DescribedRule(id: $0.rawValue, kind: .suppression, chapter: .suppression, severity: $0.severity, summary: $0.summary, page: $0.page)
    }

  package static func named(_ id: String) -> DescribedRule? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

  static func unknown(_ id: String) -> LintFailure {
    LintFailure("unknown rule '\(id)'\(nearest(to: id).map { "; did you mean '\($0)'?" } ?? "")")
  }

  static func nearest(to id: String) -> String? { NearWord.nearest(to: id, among: all.map(\.id)) }

  /// What to do about a finding, as a clause for a report: how the page's "Use instead" begins. nil where that is an example only.
  var help: String? {
    let text = page.lines(under: "## Use instead").prefix { !$0.hasPrefix("```") && !$0.isEmpty }.joined(separator: " ")
    guard let first = text.first, text.last == "." else { return nil }
    return String((first.lowercased() + text.dropFirst().dropLast()).map { $0 == "`" ? "'" : $0 })
  }

  /// What the page says that it does and why that matters, else the summary.
  var description: String {
    // Which experiments show it is for those who have the page.
    let parts = page.lines(under: "## Why it matters").prefix { !$0.hasPrefix("Shown by: ") && !$0.hasPrefix("Source: ") }.filter {
      !$0.isEmpty
    }.joined(separator: " ")
    return parts.isEmpty ? summary : "\(summary) \(parts)"
  }
}

extension String {
  /// What stands below a heading of Markdown, up to the next.
  fileprivate func lines(under heading: String) -> ArraySlice<Substring> {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == heading }) else { return [] }
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
  }
}
