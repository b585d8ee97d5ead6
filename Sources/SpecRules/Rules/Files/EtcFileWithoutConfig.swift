package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A configuration file in `/etc` is not marked as one.
///
/// ## What it does
/// Reports a file in `/etc` whose name or folder says that it is configuration (`*.conf`, `*.ini`, `*.yaml`, `/etc/sysconfig/*`, `/etc/logrotate.d/*` …) and
/// that `%files` lists without `%config`.
///
/// ## Why it matters
/// An update replaces every file that is not `%config`: the administrator's changes are lost, without a copy.
///
/// Source: rpm's manual, on `%config` in rpm-spec(5); Fedora's packaging guideline, under *Configuration Files*.
///
/// ## Example
/// ```
/// %files
/// /etc/hello.conf
/// ```
///
/// ## Use instead
/// Mark the file `%config(noreplace)`.
/// ```
/// %files
/// %config(noreplace) /etc/hello.conf
/// ```
/// The fix writes `%config(noreplace)`.
///
/// ## When it stays silent
/// For folders, `%ghost` and `%exclude`, other names, and for what is written by packages only: `/etc/ld.so.conf.d`, `/etc/dbus-1`, `/etc/xdg/autostart`,
/// `/etc/fonts`, `/etc/rpm`, completions, desktop files and keys.
///
/// ## Settings
/// None.
package struct EtcFileWithoutConfig: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.packages.files.filter(Self.isConfiguration).map { file in
      Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: .medium, message: .unmarked(file.path), place: context.place(file.source),
        fixes: Self.fixes(file, context))
    }
  }

  private static let endings = [".conf", ".cfg", ".ini", ".toml", ".yaml", ".yml", ".cnf"]
  private static let folders = ["/etc/sysconfig/", "/etc/default/", "/etc/logrotate.d/", "/etc/pam.d/"]
  private static let ofPackages = [
    "/etc/ld.so.conf.d/", "/etc/dbus-1/", "/etc/xdg/", "/etc/fonts/", "/etc/rpm/", "/etc/bash_completion.d/", "/etc/pki/", "/etc/X11/",
    "/etc/yum.repos.d/", "/etc/profile.d/", "/etc/alternatives/", "/etc/init.d/", "/etc/rc.d/", "/etc/systemd/", "/etc/udev/",
    "/etc/gconf/",
    "/etc/modprobe.d/", "/etc/modules-load.d/", "/etc/sysconfig/network-scripts/", "/etc/sysconfig/modules/",
  ]

  private static func isConfiguration(_ file: ListedFile) -> Bool {
    guard file.path.hasPrefix("/etc/"), !["config", "dir", "ghost", "exclude", "doc"].contains(where: file.has), !file.path.hasSuffix("/"),
      !ofPackages.contains(where: file.path.hasPrefix), !file.path.contains("%")
    else { return false }
    let name = file.path.split(separator: "/").last ?? ""
    // A folder's name may end so, but has no dot before it: `/etc/sysconfig/hello`.
    return endings.contains(where: name.hasSuffix) || folders.contains(where: file.path.hasPrefix) && !name.hasSuffix(".d")
  }

  private static func fixes(_ file: ListedFile, _ context: RuleContext) -> [FixIt] {
    guard file.source.file == 0, let line = context.trees[0].line(at: file.source.range.lowerBound), case .file(let entry) = line.content,
      entry.paths.first?.lowerBound == file.source.range.lowerBound, entry.paths.count == 1
    else { return [] }
    return FixIt.unsafe(
      "mark it with '%config(noreplace)'", [context.rewrites.insertion("%config(noreplace) ", at: file.source.range.lowerBound)],
      because: "updates then leave changed files as they are")
  }
}

extension String {
  fileprivate static func unmarked(_ path: String) -> String { "'\(path)' is configuration, but not marked with '%config'" }
}
