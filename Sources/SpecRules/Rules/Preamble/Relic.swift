package import Diagnostics
import MacroExpansion
import MacroTargets
import SpecSyntax

/// The spec has tags or sections that rpm has not needed for years.
///
/// ## What it does
/// Reports, once in a spec, `BuildRoot`, `Group`, `%clean` that only removes the build root, and `%defattr(-,root,root)`.
///
/// ## Why it matters
/// It does no harm. Since rpm 4.6 `BuildRoot` is ignored, since 4.8 `%clean` is there by itself, and the attributes are the default ones.
///
/// Source: rpm's release notes for 4.6 and 4.8; Fedora's packaging guideline, under *Tags and Sections*.
///
/// ## Example
/// ```
/// BuildRoot: %{_tmppath}/%{name}-root
/// %clean
/// rm -rf %{buildroot}
/// ```
///
/// ## Use instead
/// Remove it.
/// ```
/// BuildRequires: gcc
/// ```
///
/// ## When it stays silent
/// For `%defattr` with other attributes, and a `%clean` that does more. For `Group` where ALT or Mageia is the target, whose guidelines
/// ask for it.
///
/// ## Settings
/// `--persona pedantic`.
package struct Relic: Rule {
  package static let severity: Severity = .info
  package static let persona: Persona = .pedantic

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let asksForGroup = context.target.map { Self.targetsWithGroups.contains($0.name) } ?? false
    let relics = (context.trees.first.map { Self.relics(in: $0) } ?? []).filter { !asksForGroup || $0.name.lowercased() != "group" }
    guard let first = relics.first else { return [] }
    return [
      Diagnostic(
        rule: Self.id, severity: Self.severity, message: .needless(first.name),
        place: context.place(SourceReference(range: first.range)),
        notes: relics.dropFirst().prefix(8).map { Note("and '\($0.name)'", at: context.place(SourceReference(range: $0.range))) })
    ]
  }

  /// Whose guidelines ask for the tag.
  private static let targetsWithGroups = ["altlinux", "mageia"]

  private static func relics(in tree: Spec) -> [(name: String, range: ByteRange)] {
    tree.sections.flatMap { section -> [(name: String, range: ByteRange)] in
      if section.keyword == .clean {
        let isPlain = tree.lines(of: section).allSatisfy { line in
          switch line.content {
          case .blank, .comment: true
          case .text: tree[line.range].starts(with: "rm -rf ".utf8) || tree[line.range].starts(with: "%{__rm} -rf ".utf8)
          case .header, .directive, .definition, .tag, .file, .changelogHeading: false
          }
        }
        return isPlain ? [("%clean", section.range)] : []
      }
      return tree.lines(of: section).compactMap { line in
        guard line.condition == nil else { return nil }
        switch line.content {
        case .tag(let tag):
          let name = String(decoding: tree[tag.name], as: UTF8.self)
          return ["buildroot", "group"].contains(name.lowercased()) ? (name, line.range) : nil
        case .file(let entry):
          guard entry.paths.isEmpty, entry.directives.count == 1, let directive = entry.directives.first,
            tree[directive.name].elementsEqual("defattr".utf8), let arguments = directive.arguments
          else { return nil }
          let words = String(decoding: tree[arguments], as: UTF8.self).filter { !$0.isWhitespace }
          return ["-,root,root", "-,root,root,-"].contains(words) ? ("%defattr", line.range) : nil
        case .blank, .comment, .header, .directive, .definition, .changelogHeading, .text: return nil
        }
      }
    }
  }
}

extension String {
  fileprivate static func needless(_ name: String) -> String { "'\(name)' is not needed" }
}
