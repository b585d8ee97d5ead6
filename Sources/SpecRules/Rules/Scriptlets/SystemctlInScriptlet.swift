package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A scriptlet enables a service instead of leaving that to presets.
///
/// ## What it does
/// Reports `systemctl enable` in `%post` and `%posttrans`.
///
/// ## Why it matters
/// Which services are enabled is decided by presets, which `%systemd_post` (Fedora) and `%service_add_post` (openSUSE) apply when the package is first
/// installed. `systemctl enable` in `%post` also enables what the administrator has disabled, with every update.
///
/// Source: systemd.preset(5); Fedora's packaging guideline, under *Starting services by default*: services must not be enabled or started by a scriptlet.
///
/// ## Example
/// ```
/// %post
/// systemctl enable hello.service || :
/// ```
///
/// ## Use instead
/// Use `%systemd_post`, which follows the presets.
/// ```
/// BuildRequires: systemd-rpm-macros
/// %post
/// %systemd_post hello.service
/// ```
///
/// ## When it stays silent
/// For macros of the target, other commands of `systemctl`, and where `$1` says that the package is first installed, which `%systemd_post` does too.
///
/// ## Settings
/// For Fedora, EPEL and openSUSE.
package struct SystemctlInScriptlet: Rule {
  package static let severity: Severity = .warning
  package static let profiles: Set<Profile> = [.fedora, .epel, .opensuse]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.shipped.shellScriptlets.filter { [.post, .posttrans].contains($0.keyword) }.flatMap { section in
      context.shipped.model(of: section, argument: 2).shellCommands.filter { command in
        command.programName == "systemctl" && context.shipped.isOwn(command.range, in: section)
          && command.words.dropFirst().contains { $0.value.display == "enable" }
      }.map { command in
        Diagnostic(rule: Self.id, severity: Self.severity, message: .decides(command.shown), place: context.place(command.source))
      }
    }
  }
}

extension String {
  fileprivate static func decides(_ command: String) -> String { "'\(command)' overrides what presets and the administrator have decided" }
}
