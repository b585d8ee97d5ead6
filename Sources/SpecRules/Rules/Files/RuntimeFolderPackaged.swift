package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A file in `/run` or `/var/run` is part of the package.
///
/// ## What it does
/// Reports paths below `/run`, `/var/run` and `/var/lock` in `%files` without `%ghost`.
///
/// ## Why it matters
/// `/run` is empty after every boot: what the package installs there is gone then, and `rpm -V` reports it missing. `/var/run` is a link to it.
///
/// Source: the Filesystem Hierarchy Standard 3.0, under `/run`; tmpfiles.d(5); Fedora's packaging guideline, under *Tmpfiles.d*.
///
/// ## Example
/// ```
/// %files
/// %dir /run/hello
/// ```
///
/// ## Use instead
/// Create the folder with a file in tmpfiles.d, and list it as `%ghost`.
/// ```
/// %files
/// %ghost %dir /run/hello
/// %{_prefix}/lib/tmpfiles.d/hello.conf
/// ```
///
/// ## When it stays silent
/// For `%ghost`, which only says whose the file is, and `%exclude`; where the spec names a file in tmpfiles.d, in whatever branch.
///
/// ## Settings
/// None.
package struct RuntimeFolderPackaged: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let files = context.packages.files
    // Also in a branch that is not read here: the other one is for systems without systemd, where the folder lasts.
    let hasTmpfiles = context.spec.files.contains { file in
      ["tmpfiles.d", "_tmpfilesdir"].contains { file.bytes.firstRange(of: $0.utf8) != nil }
    }
    guard !hasTmpfiles, !files.contains(where: { $0.path.contains("/tmpfiles.d/") }) else { return [] }
    return files.filter { file in
      ["/run/", "/var/run/", "/var/lock/"].contains(where: file.path.hasPrefix) && !file.has("ghost") && !file.has("exclude")
    }.map { file in
      Diagnostic(rule: Self.id, severity: Self.severity, message: .packaged(file.path), place: context.place(file.source))
    }
  }
}

extension String {
  fileprivate static func packaged(_ path: String) -> String { "'\(path)' is gone after the next boot; let tmpfiles.d create it" }
}
