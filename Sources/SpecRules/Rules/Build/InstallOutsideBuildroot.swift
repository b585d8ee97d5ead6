package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// `%install` writes outside the build root.
///
/// ## What it does
/// Reports `install`, `cp`, `mv`, `ln`, `mkdir` and `touch` in `%install` whose target is an absolute path in `/usr`, `/etc`, `/var`, `/opt` …, and not in the
/// build root.
///
/// ## Why it matters
/// What is written there is not in the package. In mock and OBS the build fails, as its user may not write there; who builds as root damages the machine.
///
/// Source: rpm's manual, rpm-spec(5) on `%install` and `%{buildroot}`.
///
/// ## Example
/// ```
/// %install
/// install -D -m 0755 hello %{_bindir}/hello
/// ```
///
/// ## Use instead
/// Begin the path with `%{buildroot}`.
/// ```
/// %install
/// install -D -m 0755 hello %{buildroot}%{_bindir}/hello
/// ```
///
/// ## When it stays silent
/// For what links point to, paths that are not fully known, and for `/tmp` and the build's own folders.
///
/// ## Settings
/// None.
package struct InstallOutsideBuildroot: Rule {
  package static let severity: Severity = .error
  package static let confidences: Set<Confidence> = [.medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    // An unknown build root would make every path in it one of the system.
    guard context.spec.macros["buildroot"]?.isEmpty == false else { return [] }
    let inside = ["buildroot", "_builddir", "builddir", "_topdir", "_sourcedir"].compactMap { context.spec.macros[$0] }
    return context.model.shellCommands.compactMap { command in
      guard command.section == .install, let target = Self.target(of: command), Self.isOfSystem(target),
        !inside.contains(where: { !$0.isEmpty && target.utf8.starts(with: $0) })
      else { return nil }
      return finding(.outside(target), at: ScriptPlace(command), in: context, confidence: .medium)
    }
  }

  private static func isOfSystem(_ path: String) -> Bool {
    ["/usr/", "/etc/", "/var/", "/opt/", "/lib/", "/lib64/", "/bin/", "/sbin/", "/srv/"].contains(where: path.hasPrefix)
      && !path.hasPrefix("/var/tmp/")
  }

  /// The path that a command writes to, where it is known.
  private static func target(of command: ShellCommand) -> String? {
    guard let name = command.programName, ["install", "cp", "mv", "ln", "mkdir", "touch"].contains(name) else { return nil }
    let words = command.words.dropFirst().map(\.value)
    let operands = words.filter { $0.display.hasPrefix("-") == false }
    if let option = words.first(where: { $0.display.hasPrefix("--target-directory=") }) {
      return option.exact.map { String(decoding: $0.dropFirst(19), as: UTF8.self) }
    }
    guard !words.contains(where: { $0.display == "-t" }), operands.count > (["mkdir", "touch"].contains(name) ? 0 : 1) else { return nil }
    // `ln /usr/bin/x` makes the link here, and `install -d` only folders.
    return operands.last?.exact.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  fileprivate static func outside(_ path: String) -> String { "'\(path)' is outside the build root" }
}
