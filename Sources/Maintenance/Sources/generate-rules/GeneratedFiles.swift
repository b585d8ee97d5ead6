/// The texts that follow from the rules' files.
struct GeneratedFiles {
  let rules: [RuleSource]

  private static let header = "// Written by `generate-rules` from Sources/SpecRules/Rules; changes belong there.\n\n"

  /// The list of all rules, by id.
  var registry: String {
    var text = Self.header
    text += "extension RuleRegistry {\n"
    text += "  /// Every rule, sorted by id.\n"
    text += "  package static let all: [RegisteredRule] = [\n"
    for rule in rules {
      text += "    RegisteredRule(\(rule.typeName)(), page: RulePages.\(pageName(rule))),\n"
    }
    return text + "  ]\n}\n"
  }

  /// The doc comments as strings.
  var pages: String {
    var text = Self.header
    text += "/// The rules' doc comments.\n"
    text += "enum RulePages {\n"
    for (index, rule) in rules.enumerated() {
      if index > 0 { text += "\n" }
      text += "  static let \(pageName(rule)) = #\"\"\"\n"
      for line in rule.page { text += line.isEmpty ? "\n" : "    \(line)\n" }
      text += "    \"\"\"#\n"
    }
    return text + "}\n"
  }

  /// The README with its rule table replaced; nil when it has no place for one.
  func readme(from old: String) -> String? {
    let start = "<!-- rules: written by `generate-rules` -->\n"
    let end = "<!-- end of rules -->"
    guard let startRange = old.firstRange(of: start), let endRange = old[startRange.upperBound...].firstRange(of: end) else { return nil }
    var table = "| rule | default | finds |\n|---|---|---|\n"
    for rule in rules {
      table += "| `\(RuleID.derived(fromTypeName: rule.typeName))` | \(rule.severity) | \(rule.summary) |\n"
    }
    return old[..<startRange.upperBound] + table + old[endRange.lowerBound...]
  }

  private func pageName(_ rule: RuleSource) -> String {
    guard let first = rule.typeName.first else { return rule.typeName }
    return first.lowercased() + rule.typeName.dropFirst()
  }
}
