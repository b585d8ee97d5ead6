package import Diagnostics
import GoBuild

/// A build scriptlet runs `go mod tidy`.
///
/// ## What it does
/// Reports every visible `go mod tidy` that would change files.
///
/// ## Why it matters
/// It needs the network, and it rewrites go.mod and go.sum: what is built is no longer what upstream released.
///
/// Shown by: `mod-tidy`.
///
/// ## Example
/// ```
/// %build
/// go mod tidy
/// go build -o hello .
/// ```
///
/// ## Use instead
/// Remove the command; where go.mod must change, patch it.
/// ```
/// %build
/// go build -o hello .
/// ```
/// Where go.mod needs mending, a patch says how.
///
/// ## When it stays silent
/// `go mod tidy -diff`, and with `GOPROXY=off` or a `file:` proxy.
///
/// ## Settings
/// None.
package struct ModTidyInBuild: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.compactMap { command in
      guard command.downloads == .tidy, command.invocation?.flag("diff") == nil else { return nil }
      return finding(.tidies, at: ScriptPlace(command), in: context, under: command.condition)
    }
  }
}

extension String {
  fileprivate static var tidies: String { "'go mod tidy' needs the network and rewrites go.mod and go.sum" }
}
