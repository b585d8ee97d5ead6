package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A tag after `%description` becomes part of the description.
///
/// ## What it does
/// Reports lines such as `Requires: hello` in `%description`.
///
/// ## Why it matters
/// From its header to the next one `%description` is text for people. The dependency does not exist: tags belong before it, or after `%package`.
///
/// Source: `parseDescription` in rpm's build/parseDescription.c (4.18).
///
/// ## Example
/// ```
/// %description
/// Greets.
/// Requires: hello-data
/// ```
///
/// ## Use instead
/// Move the tag above `%description`.
/// ```
/// Requires: hello-data
/// %description
/// Greets.
/// ```
///
/// ## When it stays silent
/// For tags whose names are words of everyday prose (`Name:`, `License:`, `Summary:`, `Version:`), and where white space stands before the word.
///
/// ## Settings
/// None.
package struct TagInDescription: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    // One finding for each description: the tags below the first are there for the same reason.
    context.spec.sections.filter { $0.keyword == .description }.compactMap { section in
      guard let (name, range) = Self.tags(in: section.text.bytes).first, let source = section.text.source(of: range) else { return nil }
      return Diagnostic(rule: Self.id, severity: Self.severity, confidence: .medium, message: .prose(name), place: context.place(source))
    }
  }

  private static let names: Set<String> = [
    "requires", "buildrequires", "conflicts", "obsoletes", "provides", "recommends", "suggests", "supplements", "enhances", "buildarch",
    "exclusivearch", "excludearch", "autoreq", "autoprov", "autoreqprov", "buildconflicts", "prereq",
  ]

  private static func tags(in text: [UInt8]) -> [(name: String, range: ByteRange)] {
    var found: [(name: String, range: ByteRange)] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let name = text[start..<end].prefix { $0.isLetter }
      var rest = text[name.endIndex..<end]
      if rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")")) { rest = rest[(close + 1)...] }
      let word = String(decoding: name, as: UTF8.self)
      // "Requires: Python 3" with a capital after a sentence is prose too; a dependency's name has no blanks around it.
      if rest.first == UInt8(ascii: ":"), names.contains(word.lowercased()), rest.dropFirst().contains(where: { !$0.isSpace }) {
        found.append((word, start..<end))
      }
      start = end + 1
    }
    return found
  }
}

extension String {
  fileprivate static func prose(_ name: String) -> String { "'\(name):' after %description is text of the description, not a tag" }
}
