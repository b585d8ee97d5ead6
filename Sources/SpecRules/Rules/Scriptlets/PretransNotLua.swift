package import Diagnostics
import MacroExpansion
import SpecSyntax

/// `%pretrans` needs a shell that may not be installed yet.
///
/// ## What it does
/// Reports `%pretrans` scriptlets that are not in Lua.
///
/// ## Why it matters
/// `%pretrans` runs before anything of the transaction is installed. During the installation of a new system there is no shell yet, and the
/// package, with it the whole installation, fails. rpm runs Lua itself.
///
/// Source: rpm's manual, rpm-spec(5) on `%pretrans`; Fedora's packaging guideline, under *Scriptlets*: `%pretrans` must be written in Lua.
///
/// ## Example
/// ```
/// %pretrans
/// rm -rf /usr/share/hello/old || :
/// ```
///
/// ## Use instead
/// Write the scriptlet in Lua.
/// ```
/// %pretrans -p <lua>
/// os.remove("/usr/share/hello/old")
/// ```
///
/// ## When it stays silent
/// For `-p <lua>` and for scriptlets without a command.
///
/// ## Settings
/// None.
package struct PretransNotLua: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.spec.sections.filter { section in
      section.keyword == .pretrans && section.interpreter != "<lua>" && section.text.bytes.contains { !$0.isSpace }
    }.compactMap { section in
      guard let start = section.text.bytes.firstIndex(where: { !$0.isSpace }) else { return nil }
      let end = section.text.bytes[start...].firstIndex(of: 0x0A) ?? section.text.bytes.count
      return context.shipped.place(of: start..<end, in: section).map {
        Diagnostic(rule: Self.id, severity: Self.severity, message: .shell, place: $0)
      }
    }
  }
}

extension String {
  fileprivate static let shell = "%pretrans may run before a shell is installed; write it in Lua"
}
