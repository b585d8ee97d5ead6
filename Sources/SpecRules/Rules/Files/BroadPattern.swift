package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A `%files` pattern matches a folder that many packages share.
///
/// ## What it does
/// Reports `%{_datadir}/*`, `%{_bindir}/*`, `%{python3_sitelib}/*` and other patterns that take everything of a shared folder.
///
/// ## Why it matters
/// What a new version installs by mistake, or a module with a name that another package has, gets into the package unseen; `%{_datadir}/*` also makes the
/// package own `/usr/share/man`.
///
/// Source: Fedora's packaging guideline, under *Explicit lists* and, for Python, *Files to include*: packages should not use globs that match everything in a
/// system folder, and must not do so in `%{python3_sitelib}`.
///
/// ## Example
/// ```
/// %files
/// %{_datadir}/*
/// ```
///
/// ## Use instead
/// List the package's own files and folders.
/// ```
/// %files
/// %{_datadir}/hello/
/// ```
///
/// ## When it stays silent
/// For patterns with a part of a name, folders of the package's own, include files, and Perl's folders, for which Fedora wants it.
///
/// ## Settings
/// `--persona pedantic`.
package struct BroadPattern: Rule {
  package static let severity: Severity = .info
  package static let persona: Persona = .pedantic

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.packages.files.compactMap { file in
      guard file.path.hasSuffix("/*"), !file.has("exclude"), !file.has("doc"), !file.has("license") else { return nil }
      let folder = String(file.path.dropLast(2))
      guard SystemFolders.all.contains(folder) && folder != "/usr/include" || folder.hasSuffix("/site-packages") else { return nil }
      return Diagnostic(rule: Self.id, severity: Self.severity, message: .broad(folder), place: context.place(file.source))
    }
  }
}

extension String {
  fileprivate static func broad(_ folder: String) -> String { "the pattern matches everything in '\(folder)', which other packages share" }
}
