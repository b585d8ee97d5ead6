/// What the generator reads out of one rule's file.
struct RuleSource {
  /// `ModuleCachePerBuild`.
  let typeName: String
  /// The folder it lies in: `ModuleCache`.
  let chapter: String
  /// The doc comment without its slashes.
  let page: [String]
  /// "warning".
  let severity: String
  /// "pedantic".
  let persona: String
  /// "fedora, epel"; empty for all.
  let profiles: String

  /// The first paragraph, on one line.
  var summary: String { page.prefix { !$0.isEmpty }.joined(separator: " ") }

  /// nil when the file declares no `package struct NAME: Rule` with a doc comment and a severity.
  init?(source: String, chapter: String) {
    self.chapter = chapter
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let declaration = lines.firstIndex(where: { Self.typeName(declaredBy: $0) != nil }),
      let name = Self.typeName(declaredBy: lines[declaration])
    else { return nil }
    let comment = lines[..<declaration].reversed().prefix { $0.hasPrefix("///") }.reversed()
    guard !comment.isEmpty else { return nil }

    let severityPrefix = "  package static let severity: Severity = ."
    guard let severity = lines[declaration...].first(where: { $0.hasPrefix(severityPrefix) }) else { return nil }

    typeName = name
    page = comment.map { String($0.dropFirst($0.hasPrefix("/// ") ? 4 : 3)) }
    self.severity = String(severity.dropFirst(severityPrefix.count))
    persona = Self.value(of: "  package static let persona: Persona = .", in: lines[declaration...]) ?? "regular"
    profiles =
      Self.value(of: "  package static let profiles: Set<Profile> = ", in: lines[declaration...]).map { text in
        text.filter { !"[].".contains($0) }
      } ?? ""
  }

  private static func value(of prefix: String, in lines: ArraySlice<Substring>) -> String? {
    lines.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }

  private static func typeName(declaredBy line: Substring) -> String? {
    let prefix = "package struct "
    guard line.hasPrefix(prefix), line.hasSuffix(": Rule {") else { return nil }
    return String(line.dropFirst(prefix.count).dropLast(": Rule {".count))
  }
}
