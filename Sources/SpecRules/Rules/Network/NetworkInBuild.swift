package import Diagnostics
import GoBuild
import SpecSyntax

/// A build scriptlet downloads something itself.
///
/// ## What it does
/// Reports `curl` and `wget` of a URL, `git clone` of one, and `npm`, `yarn` and `pip` when they install from their registries.
///
/// ## Why it matters
/// Build services have no network, and what is fetched is neither in the source package nor the same tomorrow.
///
/// Source: mock's documentation, `rpmbuild_networking`, which is off by default.
///
/// ## Example
/// ```
/// %prep
/// curl -LO https://example.com/data.tar.gz
/// ```
///
/// ## Use instead
/// List the file as a `Source`.
/// ```
/// Source1: https://example.com/data.tar.gz
/// ```
///
/// ## When it stays silent
/// URLs of the machine itself, `git clone` of a path, `pip install --no-index` or of a path, `npm` with
/// `--offline` or a cache of the spec's own.
///
/// ## Settings
/// None.
package struct NetworkInBuild: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.shellCommands.compactMap { command in
      guard command.section.isBuildScriptlet, let title = FetchingCommand.title(of: command.words.map { $0.value.display }),
        !ToolchainDownload.isFetched(by: command), !ToolchainDownload.asksForRelease(command)
      else { return nil }
      return finding(.fetches(title), at: ScriptPlace(command), in: context)
    }
  }
}

extension String {
  fileprivate static func fetches(_ command: String) -> String { "'\(command)' needs the network" }
}
