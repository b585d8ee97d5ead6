package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A file below `/usr` is marked as configuration.
///
/// ## What it does
/// Reports `%config` of a path below `/usr`.
///
/// ## Why it matters
/// `%config` keeps what an administrator has changed when the package is updated. What lies below `/usr` belongs to the packages: it may be read-only, shared
/// by several machines, or be replaced as a whole.
///
/// Source: Fedora's packaging guideline, under *Configuration Files*: no `%config` or `%config(noreplace)` under `/usr`; the Filesystem
/// Hierarchy Standard 3.0, chapter 4: `/usr` is shareable, read-only data.
///
/// ## Example
/// ```
/// %files
/// %config %{_datadir}/defaults.conf
/// ```
///
/// ## Use instead
/// Remove `%config`, or install the file in `/etc`.
/// ```
/// %files
/// %{_datadir}/defaults.conf
/// ```
///
/// ## When it stays silent
/// For paths elsewhere, for folders of `/usr` that the Filesystem Hierarchy Standard does not know (`/usr/etc`, a prefix of the package's own), and for
/// `%ghost`.
///
/// ## Settings
/// None.
package struct ConfigUnderUsr: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.packages.files.filter { file in
      file.has("config") && !file.has("ghost")
        && ["bin", "lib", "lib64", "libexec", "sbin", "share"].contains { file.path.hasPrefix("/usr/\($0)/") }
    }.map { file in
      Diagnostic(rule: Self.id, severity: Self.severity, message: .configuration(file.path), place: context.place(file.source))
    }
  }
}

extension String {
  fileprivate static func configuration(_ path: String) -> String { "'\(path)' is marked with '%config', but lies below /usr" }
}
