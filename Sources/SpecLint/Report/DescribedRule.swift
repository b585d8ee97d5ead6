package import Diagnostics
import MacroExpansion
import SpecRules

/// Something that findings can be called after, with what there is to read about it.
package struct DescribedRule: Sendable {
  /// Where its findings come from.
  package enum Kind: Sendable {
    case rule
    /// The worker reports it.
    case reading
    /// Comments that suppress findings.
    case suppression
  }

  package let id: String
  package let kind: Kind
  package let severity: Severity
  /// One sentence.
  package let summary: String
  /// Markdown.
  package let page: String

  /// All that there is, in the order of the catalogue.
  package static let all: [DescribedRule] =
    RuleRegistry.all.map { DescribedRule(id: $0.id, kind: .rule, severity: $0.severity, summary: $0.summary, page: $0.page) }
    + ReadingProblem.allCases.map {
      DescribedRule(id: $0.rawValue, kind: .reading, severity: $0.severity, summary: $0.summary, page: $0.page)
    }
    + SuppressionProblem.allCases.map {
      DescribedRule(id: $0.rawValue, kind: .suppression, severity: $0.severity, summary: $0.summary, page: $0.page)
    }

  package static func named(_ id: String) -> DescribedRule? { all.first { $0.id == id } }

  /// What the page says that it does and why that matters, else the summary.
  var description: String {
    let parts = page.components(under: "## Why it matters")
    return parts.isEmpty ? summary : "\(summary) \(parts)"
  }
}

extension String {
  /// The text below a heading of Markdown, on one line.
  fileprivate func components(under heading: String) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == heading }) else { return "" }
    // Which experiments show it is for those who have the page.
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") && !$0.hasPrefix("Shown by: ") && !$0.hasPrefix("Source: ") }.filter {
      !$0.isEmpty
    }.joined(separator: " ")
  }
}
