import MacroExpansion
import SpecSyntax

/// Where one spec differs from itself on another target, section by section.
struct SpecDifference {
  let text: [UInt8]

  /// - Parameter section: only sections of this name; nil for all.
  init(from old: ExpandedSpec, to new: ExpandedSpec, section: String?) {
    let (before, after) = (Self.texts(of: old, section), Self.texts(of: new, section))
    let titles = before.map(\.title) + after.map(\.title).filter { title in !before.contains { $0.title == title } }
    text = titles.flatMap { title -> [UInt8] in
      let texts = [before, after].map { sections in sections.first { $0.title == title }?.text }
      // A section that one target does not have comes out of, or goes into, nothing.
      return UnifiedDiff(from: texts[0] ?? [], to: texts[1] ?? []).text(
        (texts[0] == nil ? "/dev/null" : "\(old.target)/\(title)", texts[1] == nil ? "/dev/null" : "\(new.target)/\(title)"))
    }
  }

  /// Each section's text under a title that is its own: several `%files` are told apart by their arguments, and by their number.
  private static func texts(of spec: ExpandedSpec, _ name: String?) -> [(title: String, text: [UInt8])] {
    var seen: [String: Int] = [:]
    return spec.sections.filter { name == nil || $0.keyword.rawValue == name }.map { section in
      let words = [section.keyword.rawValue] + section.arguments.map { String(decoding: $0, as: UTF8.self) }
      let title = (section.keyword == .preamble ? "" : "%") + words.joined(separator: " ")
      seen[title, default: 0] += 1
      let count = seen[title, default: 1]
      return (TerminalText.display(count > 1 ? "\(title) (\(count))" : title), section.text.bytes)
    }
  }
}
