package import Diagnostics
import MacroExpansion
import SpecSyntax

/// `{%name}` is written instead of `%{name}`.
///
/// ## What it does
/// Reports `{%name}` where `name` is a tag or a macro of the spec.
///
/// ## Why it matters
/// rpm expands the macro and leaves the braces: `hello-{%version}` becomes `hello-{1.2}`, in a source's name, a path or a dependency.
///
/// Source: `expandMacro` in rpm's rpmio/macro.c (4.18).
///
/// ## Example
/// ```
/// Source1: hello-{%version}-data.tar.gz
/// ```
///
/// ## Use instead
/// Write the percent sign first.
/// ```
/// Source1: hello-%{version}-data.tar.gz
/// ```
///
/// ## When it stays silent
/// In comments, descriptions and the changelog, after `$`, and for names that are no macro of the spec, which other languages may want there.
///
/// ## Settings
/// None.
package struct BraceBeforePercent: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let names = Set(["name", "version", "release", "buildroot", "_datadir", "_bindir", "_libdir", "_sysconfdir", "_prefix"])
      .union(context.source.writtenDefinitions.map(\.name))
    guard let tree = context.trees.first else { return [] }
    return tree.lines.flatMap { line -> [Diagnostic] in
      guard line.content != .comment, tree.section(at: line.range.lowerBound).keyword.kind != .prose else { return [] }
      return line.pieces.calls.compactMap { call in
        let range = call.reference.range
        guard call.reference.form == .plain, range.lowerBound > 0, tree.bytes[range.lowerBound - 1] == UInt8(ascii: "{"),
          range.upperBound < tree.bytes.count, tree.bytes[range.upperBound] == UInt8(ascii: "}"), names.contains(tree.name(of: call)),
          range.lowerBound < 2 || ![UInt8(ascii: "$"), UInt8(ascii: "%")].contains(tree.bytes[range.lowerBound - 2])
        else { return nil }
        let place = SourceReference(range: range.lowerBound - 1..<range.upperBound + 1)
        return Diagnostic(
          rule: Self.id, severity: Self.severity, message: .swapped(tree.name(of: call)), place: context.place(place))
      }
    }
  }
}

extension String {
  fileprivate static func swapped(_ name: String) -> String { "'{%\(name)}' leaves braces around the value; '%{\(name)}' does not" }
}
