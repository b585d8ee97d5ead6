package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A scriptlet uses a program of another package that nothing requires.
///
/// ## What it does
/// Reports `useradd`, `groupadd`, `usermod` and `setcap` in a scriptlet of a package without a dependency on the package that brings them.
///
/// ## Why it matters
/// rpm installs what a package requires first. Without `Requires(pre): shadow-utils` the package may come before `useradd` does, when a system or a container
/// is installed from nothing: then the user is missing, and its files belong to root.
///
/// Source: rpm's manual, on scriptlet dependencies; Fedora's packaging guideline, under *Users and Groups*.
///
/// ## Example
/// ```
/// %pre
/// getent passwd hello >/dev/null || useradd -r hello
/// exit 0
/// ```
///
/// ## Use instead
/// Require the package that has the program, for this scriptlet.
/// ```
/// Requires(pre): shadow-utils
/// %pre
/// getent passwd hello >/dev/null || useradd -r hello
/// exit 0
/// ```
/// The package is called `shadow` on openSUSE and Photon, where `Requires(pre): /usr/sbin/useradd` says the same.
///
/// ## When it stays silent
/// Where any dependency of the package names the tool, its package, or a user or group; where the script looks whether the tool is there; and for ALT,
/// whose rpm finds such dependencies itself.
///
/// ## Settings
/// None.
package struct ScriptletToolNotRequired: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var told: Set<String> = []
    // ALT's rpm finds the dependencies of scriptlets itself.
    guard context.spec.target != "altlinux" else { return [] }
    return context.shipped.shellScriptlets.flatMap { section -> [Diagnostic] in
      let package = context.packages.name(of: section)
      let required = context.spec.tags.filter { tag in
        tag.name.lowercased().hasPrefix("requires") || tag.name.lowercased() == "prereq"
      }.filter { context.packages.name(of: $0) == package }.map { $0.text.lowercased() }
      return context.shipped.model(of: section).shellCommands.compactMap { command in
        guard let program = command.programName, let words = Self.tools[program], context.shipped.isOwn(command.range, in: section),
          !required.contains(where: { text in words.contains(where: text.contains) }), !Self.asks(for: program, section.text.bytes),
          told.insert("\(package) \(words[0])").inserted
        else { return nil }
        return Diagnostic(
          rule: Self.id, severity: Self.severity, confidence: .medium, message: .notRequired(program, section.keyword),
          place: context.place(command.source))
      }
    }
  }

  private static let users = ["shadow", "useradd", "groupadd", "usermod", "pwdutils", "user(", "group(", "sysuser", "passwd", "rpm-helper"]
  private static let tools = [
    "useradd": users, "groupadd": users, "usermod": users, "groupmod": users, "setcap": ["libcap", "setcap", "libcap-progs"],
  ]

  private static func asks(for program: String, _ text: [UInt8]) -> Bool {
    ["command -v \(program)", "which \(program)", "type \(program)", "-x /usr/sbin/\(program)", "-x /sbin/\(program)"].contains {
      text.firstRange(of: $0.utf8) != nil
    }
  }
}

extension String {
  fileprivate static func notRequired(_ program: String, _ keyword: SectionKeyword) -> String {
    "%\(keyword) uses '\(program)', but nothing requires it; add 'Requires(\(keyword)): %{_sbindir}/\(program)'"
  }
}
