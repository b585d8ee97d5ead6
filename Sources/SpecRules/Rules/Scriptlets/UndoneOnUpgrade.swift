package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// An update undoes what the new version has set up.
///
/// ## What it does
/// Follows `%preun` and `%postun` as rpm runs them in an update, with `$1` at 1, and reports commands that take something away: `userdel`, `chkconfig --del`,
/// `systemctl stop` and `disable`, `update-alternatives --remove`, `install-info --delete`, and `rm -r` below `/etc`, `/var/lib` and `/var/log`.
///
/// ## Why it matters
/// In an update rpm runs `%post` of the new package first, and `%preun` and `%postun` of the old one after it. A service that is stopped there stays
/// stopped, and what `%post` has registered is gone.
///
/// Source: rpm's manual, on the order of scriptlets in rpm-spec(5), and `rpmtsProcess` in lib/transaction.c (4.18); Fedora's packaging guideline, under
/// *Scriptlets*.
///
/// ## Example
/// ```
/// %preun
/// systemctl stop hello.service || :
/// ```
///
/// ## Use instead
/// Do this only where `$1` is 0.
/// ```
/// %preun
/// if [ "$1" -eq 0 ]; then systemctl stop hello.service || :; fi
/// ```
///
/// ## When it stays silent
/// Where `$1` is tested, by `if`, `case`, `&&` or arithmetic, and for macros of the target, which do so themselves. For alternatives
/// that `%posttrans` installs again, and in scripts whose lines end with a carriage return.
///
/// ## Settings
/// None.
package struct UndoneOnUpgrade: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let scriptlets = context.shipped.shellScriptlets.filter { section in
      [.preun, .postun].contains(section.keyword) && !context.shipped.isUnknown(section) && !section.endsLinesWithReturns
    }
    return scriptlets.flatMap { section -> [Diagnostic] in
      let isDoneAgain = Self.installsAlternatives(afterwards: section, in: context)
      return context.shipped.model(of: section, argument: 1).shellCommands.filter { command in
        Self.undoes(command) && context.shipped.isOwn(command.range, in: section)
          && !(isDoneAgain && command.programName?.hasSuffix("alternatives") == true)
      }.map { command in
        Diagnostic(
          rule: Self.id, severity: Self.severity, message: .undoes(command.shown, section.keyword), place: context.place(command.source))
      }
    }
  }

  /// Whether `%posttrans` of the same package, which runs after the old version's `%postun`, sets alternatives.
  private static func installsAlternatives(afterwards section: Section, in context: RuleContext) -> Bool {
    let package = context.packages.name(of: section)
    return context.shipped.shellScriptlets.contains { other in
      guard other.keyword == .posttrans, context.packages.name(of: other) == package else { return false }
      return context.shipped.model(of: other).shellCommands.contains { command in
        command.programName?.hasSuffix("alternatives") == true && command.words.contains { $0.value.display == "--install" }
      }
    }
  }

  private static func undoes(_ command: ShellCommand) -> Bool {
    let words = command.words.dropFirst().map(\.value.display)
    switch command.programName {
    case "userdel", "groupdel": return true
    case "chkconfig": return words.contains("--del")
    case "systemctl": return words.contains { ["stop", "disable"].contains($0) }
    case "service": return words.last == "stop"
    case "update-alternatives", "alternatives": return words.contains { ["--remove", "--remove-all"].contains($0) }
    case "install-info": return words.contains { ["--delete", "--remove"].contains($0) }
    case "rm":
      guard words.contains(where: { $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.lowercased().contains("r") }) else { return false }
      return words.contains { word in
        ["/etc/", "/var/lib/", "/var/log/"].contains(where: word.hasPrefix) && !["cache", "tmp"].contains(where: word.contains)
          && !word.contains("*/")
      }
    default: return false
    }
  }
}

extension String {
  fileprivate static func undoes(_ command: String, _ keyword: SectionKeyword) -> String {
    "'\(command)' also runs when the package is updated, after the new version's %post"
  }
}
