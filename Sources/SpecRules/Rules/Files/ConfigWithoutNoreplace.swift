package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A configuration file is replaced when an update changes it, and local edits are moved aside.
///
/// ## What it does
/// Reports `%config` without `noreplace`.
///
/// ## Why it matters
/// When a new version changes a file that the administrator has changed too, rpm moves the administrator's to `.rpmsave` and installs the new one; with
/// `noreplace` the old one stays and the new one is put beside it, as `.rpmnew`. There are reasons for the first, such as a format that is no longer
/// read.
///
/// Source: Fedora's packaging guideline, under *Configuration Files*: `%config(noreplace)` is the rule, and a plain `%config` needs a comment.
///
/// ## Example
/// ```
/// %files
/// %config /etc/hello.conf
/// ```
///
/// ## Use instead
/// Mark the file `%config(noreplace)`.
/// ```
/// %files
/// %config(noreplace) /etc/hello.conf
/// ```
///
/// ## When it stays silent
/// For `/etc/init.d` and the like, and below `/usr`, where `config-under-usr` reports.
///
/// ## Settings
/// `--persona pedantic`.
package struct ConfigWithoutNoreplace: Rule {
  package static let severity: Severity = .info
  package static let persona: Persona = .pedantic

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.packages.files.filter { file in
      file.has("config") && file.path.hasPrefix("/etc/") && !["/etc/init.d/", "/etc/rc.d/"].contains(where: file.path.hasPrefix)
        && file.configOptions?.contains("noreplace") != true
    }.map { file in
      Diagnostic(rule: Self.id, severity: Self.severity, message: .replaced(file.path), place: context.place(file.source))
    }
  }
}

extension String {
  fileprivate static func replaced(_ path: String) -> String { "updates replace '\(path)'; '%config(noreplace)' keeps what was changed" }
}
