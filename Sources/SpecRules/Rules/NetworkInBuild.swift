package import Diagnostics
import GoBuild

/// A build scriptlet fetches something itself.
///
/// ## What it does
/// Reports `curl` and `wget` of a URL, `git clone` of one, and `npm`, `yarn` and `pip` when they install from their registries.
///
/// ## Why it matters
/// Build services have no network, and what is fetched is neither in the source package nor the same tomorrow.
///
/// ## Example
/// ```
/// %prep
/// curl -LO https://example.com/data.tar.gz
/// ```
///
/// ## Use instead
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
      guard BuildOrder.isBuildSection(command.section), let title = FetchingCommand.title(of: command) else { return nil }
      return finding(.fetches(title), at: ScriptPlace(command), in: context)
    }
  }
}

/// Commands whose purpose is to get something from elsewhere.
private enum FetchingCommand {
  /// "git clone"; nil for what fetches nothing.
  static func title(of command: ShellCommand) -> String? {
    let words = command.words.map { $0.value.display }
    guard let path = command.words.first?.exactText else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let arguments = words.dropFirst()
    switch name {
    case "curl", "wget", "aria2c": return arguments.contains(where: isRemote) ? name : nil
    case "git": return gitTitle(Array(arguments))
    case "npm", "pnpm", "yarn": return packageManagerTitle(name, Array(arguments))
    case "pip", "pip2", "pip3": return pipTitle(name, Array(arguments))
    case _ where name.hasPrefix("python"):
      guard arguments.starts(with: ["-m", "pip"]) else { return nil }
      return pipTitle("pip", Array(arguments.dropFirst(2)))
    default: return nil
    }
  }

  private static func gitTitle(_ arguments: [String]) -> String? {
    let subcommand = arguments.first { ["clone", "fetch", "ls-remote", "pull", "submodule"].contains($0) }
    guard let subcommand, arguments.contains(where: isRemote) else { return nil }
    return "git \(subcommand)"
  }

  private static func packageManagerTitle(_ name: String, _ arguments: [String]) -> String? {
    guard let subcommand = arguments.first(where: { !$0.hasPrefix("-") }), ["install", "i", "ci", "add"].contains(subcommand),
      !arguments.contains(where: { word in ["--offline", "--prefer-offline", "--cache"].contains(where: word.hasPrefix) })
    else { return nil }
    return "\(name) \(subcommand)"
  }

  /// `pip install` of names only; paths, archives and `--no-index` stay on the machine.
  private static func pipTitle(_ name: String, _ arguments: [String]) -> String? {
    guard arguments.first(where: { !$0.hasPrefix("-") }) == "install" else { return nil }
    let isOffline = arguments.contains {
      $0 == "--no-index" || $0 == "--no-deps" || $0.hasPrefix(".") || $0.contains("/") || $0.contains("*")
    }
    return isOffline ? nil : "\(name) install"
  }

  private static func isRemote(_ word: String) -> Bool {
    guard let scheme = ["http://", "https://", "ftp://", "git://", "ssh://"].first(where: word.hasPrefix) else {
      return word.hasPrefix("git@")
    }
    let host = word.dropFirst(scheme.count)
    return !["localhost", "127.0.0.1", "[::1]"].contains(where: host.hasPrefix)
  }
}

extension String {
  fileprivate static func fetches(_ command: String) -> String { "'\(command)' needs the network" }
}
