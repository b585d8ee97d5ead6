package import Diagnostics
import MacroExpansion
import SpecSyntax

/// Whether a source or patch is in the source package depends on the machine that made it.
///
/// ## What it does
/// Reports the first `Source` or `Patch` tag under `%ifarch` or `%ifos`, and with low confidence under `%if %{with …}`.
///
/// ## Why it matters
/// The source package holds the files of the branches that were taken when it was made. Where it was made on one architecture, a build on
/// another from that package lacks the file, and so does one with the other build condition. A source that is not needed does no harm.
///
/// Source: `addSource` in rpm's build/parsePreamble.c and `processSourceFiles` in build/files.c (4.18); Fedora's packaging guideline, under *No
/// Arch-Specific Sources or Patches*.
///
/// ## Example
/// ```
/// %ifarch x86_64
/// Source1: tables-x86_64.bin
/// %endif
/// ```
///
/// ## Use instead
/// List the file unconditionally, and put the condition around what uses it.
/// ```
/// Source1: tables-x86_64.bin
/// ```
/// and `%ifarch` around what uses it.
///
/// ## When it stays silent
/// For conditions on the distribution, each of which makes its own source package, and for macros that a command line sets. The
/// confidence is low where another branch has a source of the same number, as packages of prebuilt binaries do.
///
/// ## Settings
/// None.
package struct ConditionalSource: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium, .low]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.trees.indices.compactMap { file in
      let tree = context.trees[file]
      let tags = Self.tags(of: tree)
      let found = tags.compactMap { tag -> Found? in
        guard let condition = Self.condition(of: tag.line, in: tree) else { return nil }
        let isRepeated = tags.contains { $0.name == tag.name && $0.line != tag.line }
        return Found(
          range: tag.range, condition: condition,
          confidence: isRepeated || ["%if ", "%elif "].contains(where: condition.hasPrefix) ? .low : .medium)
      }
      guard let first = found.first(where: { $0.confidence == .medium }) ?? found.first else { return nil }
      let others = found.filter { $0.range != first.range }.prefix(8)
      return Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: first.confidence, message: .depends(first.condition),
        place: context.place(SourceReference(file: file, range: first.range)),
        notes: others.map { Note("and under '\($0.condition)'", at: context.place(SourceReference(file: file, range: $0.range))) })
    }
  }

  private struct Found {
    let range: ByteRange
    let condition: String
    let confidence: Confidence
  }

  /// Those that name a source or a patch, with their names in lower case and the indices of their lines.
  private static func tags(of tree: Spec) -> [(name: String, line: Int, range: ByteRange)] {
    tree.lines.indices.compactMap { index in
      guard case .tag(let tag) = tree.lines[index].content else { return nil }
      let name = String(decoding: tree[tag.name], as: UTF8.self).lowercased()
      return name.hasPrefix("source") || name.hasPrefix("patch") ? (name, index, tag.name.lowerBound..<tag.value.upperBound) : nil
    }
  }

  /// The words of the innermost condition that holds a line and that differs between the machines that build one source package.
  private static func condition(of line: Int, in tree: Spec) -> String? {
    tree.conditionals.reversed().lazy.compactMap { conditional -> String? in
      guard let branch = conditional.branches.first(where: { $0.body.contains(line) }), let first = conditional.branches.first else {
        return nil
      }
      let words = String(decoding: tree[branch.condition.isEmpty ? first.condition : branch.condition], as: UTF8.self)
      let keyword = branch.keyword == .else ? first.keyword : branch.keyword
      let differs =
        switch keyword {
        case .ifarch, .ifnarch, .ifos, .ifnos, .elifarch, .elifos: true
        case .if, .elif: ["%{with ", "%{without ", "%{?with_", "_target_cpu", "%{_arch}"].contains(where: words.contains)
        case .else, .endif, .include: false
        }
      return differs ? "\(keyword.rawValue) \(words.split { $0.isWhitespace }.joined(separator: " "))" : nil
    }.first
  }
}

extension String {
  fileprivate static func depends(_ condition: String) -> String {
    "whether the source package has this file depends on '\(condition)'; move the tag out of the condition"
  }
}
