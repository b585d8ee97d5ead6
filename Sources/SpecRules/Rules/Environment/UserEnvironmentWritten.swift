package import Diagnostics
import GoBuild

/// `go env -w` changes the caller's configuration.
///
/// ## What it does
/// Reports `go env -w` and `go env -u` in a build scriptlet.
///
/// ## Why it matters
/// The setting is written to the caller's own Go configuration file (`$HOME/.config/go/env`) and stays there for every later
/// build, of this package and of others. Where HOME cannot be written, the command fails.
///
/// Shown by: `env-w-is-kept`.
///
/// ## Example
/// ```
/// %build
/// go env -w GO111MODULE=auto
/// go build .
/// ```
///
/// ## Use instead
/// Export the variable in the scriptlet.
/// ```
/// %build
/// export GO111MODULE=auto
/// go build .
/// ```
///
/// ## When it stays silent
/// Where the spec points GOENV, XDG_CONFIG_HOME or HOME elsewhere first.
///
/// ## Settings
/// None.
package struct UserEnvironmentWritten: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.compactMap { command in
      guard let invocation = command.invocation, invocation.subcommand == "env",
        let flag = invocation.flag("w") ?? invocation.flag("u"),
        ["GOENV", "XDG_CONFIG_HOME", "HOME"].allSatisfy({ command.environment[$0]?.source == nil })
      else { return nil }
      return finding(
        .writes("go env \(flag.display)"), at: ScriptPlace(command), in: context, under: command.condition, fixes: fixes(command, context))
    }
  }
}

extension UserEnvironmentWritten {
  /// An export holds for this scriptlet only: safe where no later one counts on the setting.
  private func fixes(_ command: GoCommand, _ context: RuleContext) -> [FixIt] {
    let names = command.invocation?.operands.compactMap { $0.exactText?.split(separator: "=").first.map(String.init) } ?? []
    return FixIt.safe(
      "export it for this scriptlet", context.rewrites.exportingInsteadOfWriting(command),
      changing: FixPromise(variables: Set(names), effects: [.commands], keepsSettings: true))
  }
}

extension String {
  fileprivate static func writes(_ command: String) -> String { "'\(command)' changes the caller's Go configuration for all later builds" }
}
