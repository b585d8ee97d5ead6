package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A macro in an entry of the changelog is expanded.
///
/// ## What it does
/// Reports the first macro call in the text of a %changelog entry that expands to something.
///
/// ## Why it matters
/// rpm expands macros in the changelog too: an entry about `%{_libdir}` talks about `/usr/lib64`, one about `%configure` contains a page of
/// shell commands, and old entries change whenever a macro does.
///
/// Source: `parseChangelog` in rpm's build/parseChangelog.c (4.18), whose lines `readLine` expands.
///
/// ## Example
/// ```
/// %changelog
/// * Mon Jan 01 2024 Packager <packager@example.org> - 1.2-1
/// - Install into %{_libdir}
/// ```
///
/// ## Use instead
/// Write `%%` for the percent sign.
/// ```
/// %changelog
/// * Mon Jan 01 2024 Packager <packager@example.org> - 1.2-1
/// - Install into %%{_libdir}
/// ```
///
/// ## When it stays silent
/// For a macro at the start of a line, which may generate entries (`%autochangelog`), in the line of an entry's date, and for undefined
/// macros.
///
/// ## Settings
/// `--persona pedantic`.
package struct MacroInChangelog: Rule {
  package static let severity: Severity = .info
  package static let persona: Persona = .pedantic

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    for section in context.spec.sections where section.keyword == .changelog {
      for run in section.text.runs {
        guard case .macro(let file, let call, let name) = run.origin, !name.isEmpty, Self.isInEntry(call, file, context) else { continue }
        let source = SourceReference(file: file, range: call)
        return [
          Diagnostic(
            rule: Self.id, severity: Self.severity, message: .expanded(name), place: context.place(source))
        ]
      }
    }
    return []
  }

  private static func isInEntry(_ call: ByteRange, _ file: Int, _ context: RuleContext) -> Bool {
    let bytes = context.trees[file].bytes
    let before = bytes[..<call.lowerBound].reversed().prefix { $0 != 0x0A }.reversed().drop { $0.isBlank }
    return !before.isEmpty && before.first != UInt8(ascii: "*") && before.first != UInt8(ascii: "#")
  }
}

extension String {
  fileprivate static func expanded(_ name: String) -> String { "rpm expands '\(name)' in the changelog; write '%%'" }
}
