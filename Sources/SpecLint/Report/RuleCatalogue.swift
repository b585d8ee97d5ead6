import Diagnostics
import SpecRules

/// Rules as a list for people, by chapter.
package enum RuleCatalogue {
  package static func text(of rules: [DescribedRule]) -> String {
    let idWidth = rules.map(\.id.count).max() ?? 0
    let wordWidth = rules.map { words(of: $0).count }.max() ?? 0
    let chapters = Chapter.allCases.map { chapter in (chapter, rules.filter { $0.chapter == chapter }) }.filter { !$0.1.isEmpty }
    return chapters.map { chapter, rules in
      "\(chapter.title) (\(chapter.rawValue))\n"
        + rules.map { "  \(padded($0.id, idWidth))  \(padded(words(of: $0), wordWidth))  \($0.summary)\n" }.joined()
    }.joined(separator: "\n")
  }

  /// An object for each rule.
  package static func json(of rules: [DescribedRule]) -> [UInt8] {
    var json = JSONWriter(invalidBytes: .replaced)
    json.object { json in
      json.formatVersion()
      json.member("rules", array: rules, write)
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ json: inout JSONWriter, _ rule: DescribedRule) {
    json.object { json in
      json.member("id", rule.id)
      json.member("chapter", rule.chapter.rawValue)
      json.member("severity", rule.severity.rawValue)
      json.member("confidences", array: sorted(rule.confidences)) { $0.string($1.rawValue) }
      json.member("fixes", array: sorted(rule.fixes)) { $0.string($1.rawValue) }
      json.member("summary", rule.summary)
      if let help = rule.help { json.member("help", help) }
      json.member("persona", rule.persona.rawValue)
      json.member("profiles", array: Profile.allCases.filter(rule.profiles.contains)) { $0.string($1.rawValue) }
    }
  }

  /// The chapter, the severity, who hears of it where that is not everybody, how sure findings are, and which fixes they offer.
  package static func heading(of rule: DescribedRule) -> String {
    let confidences = sorted(rule.confidences).map(\.rawValue)
    let sureness = (confidences.dropLast().joined(separator: ", ") + (confidences.count > 1 ? " or " : "") + (confidences.last ?? ""))
    let fixes = sorted(rule.fixes).map { "\($0.rawValue) fix" }.joined(separator: " or ")
    return "chapter \(rule.chapter.rawValue); \(words(of: rule)); \(sureness) confidence; \(fixes.isEmpty ? "no fix" : fixes)"
  }

  private static func sorted(_ confidences: Set<Confidence>) -> [Confidence] { confidences.sorted(by: >) }

  private static func sorted(_ fixes: Set<FixIt.Applicability>) -> [FixIt.Applicability] { fixes.sorted { $0.rawValue < $1.rawValue } }

  private static func words(of rule: DescribedRule) -> String {
    let profiles = Profile.allCases.filter(rule.profiles.contains)
    let audience =
      (rule.persona == .pedantic ? ["pedantic"] : []) + (profiles.count == Profile.allCases.count ? [] : profiles.map(\.rawValue))
    return ([rule.severity.rawValue] + audience).joined(separator: ", ")
  }

  private static func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
