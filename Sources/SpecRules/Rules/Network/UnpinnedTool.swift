package import Diagnostics
import GoBuild

/// A tool or module is downloaded at whatever version is newest at build time.
///
/// ## What it does
/// Reports `go install`, `go get` and `go run` with `@latest`, `@upgrade`, `@patch` or the name of a branch.
///
/// ## Why it matters
/// The same spec builds something else tomorrow, or does not build. What was in the package cannot be determined afterwards.
///
/// Shown by: `latest-version`.
///
/// ## Example
/// ```
/// %build
/// go install example.com/generator@latest
/// ```
///
/// ## Use instead
/// Require the tool's package, or name a version.
/// ```
/// BuildRequires: generator
/// ```
/// or at least a version: `go install example.com/generator@v1.2.3`.
///
/// ## When it stays silent
/// A version (`@v1.2.3`), a commit, and what cannot be known.
///
/// ## Settings
/// None.
package struct UnpinnedTool: Rule {
  package static let severity: Severity = .error

  package init() {}

  private static let moving: Set<String> = ["latest", "upgrade", "patch", "master", "main", "trunk", "HEAD", "develop"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.flatMap { command -> [Diagnostic] in
      guard let invocation = command.invocation, let subcommand = invocation.subcommand, ["get", "install", "run"].contains(subcommand),
        DownloadSource(command) != .local
      else { return [] }
      let candidates = subcommand == "run" ? Array(invocation.operands.prefix(1)) : invocation.operands
      return candidates.compactMap { operand in
        guard let text = operand.exactText, let at = text.lastIndex(of: "@"), Self.moving.contains(String(text[text.index(after: at)...]))
        else { return nil }
        return finding(.unpinned(text), at: ScriptPlace(operand.range, of: command), in: context, under: command.condition)
      }
    }
  }
}

extension String {
  fileprivate static func unpinned(_ operand: String) -> String {
    "'\(operand)' is not pinned: it resolves to whatever is newest at build time"
  }
}
