package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A package owns a folder that belongs to the system.
///
/// ## What it does
/// Reports `/usr/bin`, `/etc`, `/usr/share/man/man1` and other folders of the `filesystem` package in `%files`, with everything in them or with `%dir`.
///
/// ## Why it matters
/// `%{_bindir}` in `%files` is the folder and all that is in it. Installing the package then sets the folder's owner and mode, and rpm finds a
/// conflict with `filesystem` where these differ. Mostly the file's name is missing.
///
/// Source: Fedora's packaging guideline, under *File and Directory Ownership*, which leaves the directories of `filesystem` to that package.
///
/// ## Example
/// ```
/// %files
/// %{_bindir}
/// ```
///
/// ## Use instead
/// List the files in the folder, not the folder.
/// ```
/// %files
/// %{_bindir}/hello
/// ```
///
/// ## When it stays silent
/// For packages that are called `filesystem` or the like, and for folders that other packages bring.
///
/// ## Settings
/// None.
package struct StandardDirectoryOwned: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard !["filesystem", "basesystem", "setup", "rootfs", "base-files"].contains(where: context.packages.mainName.contains) else {
      return []
    }
    return context.packages.files.compactMap { file in
      let path = file.path.count > 1 && file.path.hasSuffix("/") ? String(file.path.dropLast()) : file.path
      guard SystemFolders.ofFilesystem.contains(path), !file.has("exclude"), !file.has("ghost") else { return nil }
      return Diagnostic(rule: Self.id, severity: Self.severity, message: .owned(path), place: context.place(file.source))
    }
  }
}

extension String {
  fileprivate static func owned(_ path: String) -> String { "the package owns '\(path)', which belongs to the system" }
}
