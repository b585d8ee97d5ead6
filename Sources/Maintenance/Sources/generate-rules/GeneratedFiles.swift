/// The texts that follow from the rules' files.
struct GeneratedFiles {
  let rules: [RuleSource]

  static let header = "// Written by `generate-rules` from Sources/SpecRules/Rules; changes belong there.\n\n"

  /// The list of all rules, by id.
  var registry: String {
    var text = Self.header
    text += "extension RuleRegistry {\n"
    text += "  /// Every rule, sorted by id.\n"
    text += "  package static let all: [RegisteredRule] = [\n"
    for rule in rules {
      text += "    RegisteredRule(\(rule.typeName)(), .\(lowercasedFirst(rule.chapter)), page: RulePages.\(pageName(rule))),\n"
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
    var table = ""
    for chapter in chapters {
      table += table.isEmpty ? "" : "\n"
      table += "**\(chapter.title)** (`\(RuleID.derived(fromTypeName: chapter.folder))`)\n\n| rule | default | finds |\n|---|---|---|\n"
      for rule in rules where rule.chapter == chapter.folder {
        table += "| `\(RuleID.derived(fromTypeName: rule.typeName))` | \(defaults(of: rule)) | \(rule.summary) |\n"
      }
    }
    return old[..<startRange.upperBound] + table + old[endRange.lowerBound...]
  }

  /// The folders with rules, in the order of `Chapter`.
  private var chapters: [(folder: String, title: String)] {
    let known = Chapter.allCases.map(\.rawValue)
    let folders = Set(rules.map(\.chapter)).map { ($0, Chapter(rawValue: RuleID.derived(fromTypeName: $0))) }
    return folders.compactMap { folder, chapter in chapter.map { (folder, $0.title) } }.sorted { first, second in
      known.firstIndex(of: RuleID.derived(fromTypeName: first.0)) ?? 0 < known.firstIndex(of: RuleID.derived(fromTypeName: second.0)) ?? 0
    }
  }

  /// "warning", and who hears of it where that is not everybody.
  private func defaults(of rule: RuleSource) -> String {
    ([rule.severity] + (rule.persona == "regular" ? [] : [rule.persona]) + (rule.profiles.isEmpty ? [] : [rule.profiles])).joined(
      separator: "; ")
  }

  private func pageName(_ rule: RuleSource) -> String { lowercasedFirst(rule.typeName) }

  private func lowercasedFirst(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
}
