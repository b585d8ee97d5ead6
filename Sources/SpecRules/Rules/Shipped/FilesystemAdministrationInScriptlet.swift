package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// Installing the package changes the file systems of the machine.
///
/// ## What it does
/// Reports `btrfs quota enable`, `btrfs subvolume create` and `delete`, quota groups and properties, `mkfs`, bind mounts and changes of
/// `/etc/fstab` in the scriptlets that run where the package is installed.
///
/// ## Why it matters
/// How disks are divided is the administrator's decision. Quotas slow down every write of a whole btrfs; a bind mount from a
/// scriptlet is gone after the next boot, or, in `/etc/fstab`, keeps the machine from booting when its source is gone; a subvolume that
/// root makes is one its users cannot write; and what the scriptlet deletes at removal may hold what others put there. `compress`
/// on a bind mount does nothing at all: it is an option of the file system.
///
/// Source: mount(8) on bind mounts, btrfs-quota(8), btrfs-subvolume(8).
///
/// ## Example
/// ```
/// %post
/// btrfs subvolume create /var/cache/hello
/// btrfs quota enable /var
/// ```
///
/// ## Use instead
/// Remove the commands, and document what the administrator can do.
/// ```
/// %files
/// %dir %attr(0755,hello,hello) /var/cache/hello
/// ```
/// For what only the administrator can do, documentation: the page "GoCaches" of rpmscope's manual
/// (Sources/SpecLint/SpecLint.docc/GoCaches.md) shows one for caches, with what a subvolume and its quota group give.
///
/// ## When it stays silent
/// For commands that only ask (`btrfs subvolume list`), for mounts of other kinds, in the build's scriptlets, and in Lua.
///
/// ## Settings
/// None.
package struct FilesystemAdministrationInScriptlet: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.shipped.installScriptlets.flatMap { model in
      model.shellCommands.filter(Self.administers).map { found($0.shownWords, at: $0.source, in: $0.section, context) }
        + model.writtenFiles.filter { $0.path.display == "/etc/fstab" }.map {
          found("> /etc/fstab", at: $0.source, in: $0.section, context)
        }
    }
  }

  private func found(_ command: String, at reference: SourceReference, in section: SectionKeyword, _ context: RuleContext) -> Diagnostic {
    Diagnostic(
      rule: Self.id, severity: Self.severity, message: .administers(command), place: context.place(reference),
      notes: [Note("in %\(section)")])
  }

  private static let btrfsVerbs: [String: Set<String>] = [
    "quota": ["enable", "disable"], "subvolume": ["create", "delete", "snapshot", "set-default"],
    "qgroup": ["limit", "create", "destroy", "assign", "remove"], "property": ["set"], "filesystem": ["resize", "defragment"],
  ]

  private static func administers(_ command: ShellCommand) -> Bool {
    let words = command.words.map { $0.value.display }
    guard let name = words.first?.split(separator: "/").last else { return false }
    let arguments = words.dropFirst()
    switch name {
    case "btrfs":
      guard arguments.count > 1, let verbs = btrfsVerbs[arguments[1]] else { return false }
      return verbs.contains(arguments[2])
    case "mount":
      if arguments.contains(where: { ["--bind", "--rbind", "-B", "-R"].contains($0) }) { return true }
      return arguments.contains { $0.drop { $0 == "-" || $0 == "o" }.split(separator: ",").contains { $0 == "bind" || $0 == "rbind" } }
    case "sed": return arguments.contains("/etc/fstab") && arguments.contains { $0.hasPrefix("-i") || $0.hasPrefix("--in-place") }
    case "cp", "mv", "install", "tee": return arguments.last == "/etc/fstab"
    default: return name == "mkfs" || name.hasPrefix("mkfs.")
    }
  }
}

extension String {
  fileprivate static func administers(_ command: String) -> String { "'\(command)' changes the machine's file systems" }
}
