package import Diagnostics
import GoBuild

/// Reading the spec needs the network.
///
/// ## What it does
/// Reports `curl`, `wget`, `git clone`, `git fetch`, `git ls-remote` and the like in `%(…)`, `io.popen` and `os.execute`.
///
/// ## Why it matters
/// rpm runs them whenever it reads the spec: for `rpmspec`, for an editor's or a bot's look at it, when the source package is made, and
/// again when it is built, where there is no network. A version that is asked for in this way differs each time, so the
/// source package and what is built from it need not agree. Whoever owns the server decides what the macro expands to.
///
/// Shown by: `command-in-comment`, `other-text-each-time`.
///
/// ## Example
/// ```
/// %global tag %(curl -s https://example.com/hello/latest)
/// ```
///
/// ## Use instead
/// Write the value into the spec.
/// ```
/// %global tag 1.2.3
/// ```
/// A script beside the spec may ask for the newest version and write it there.
///
/// ## When it stays silent
/// For commands that stay on the machine: `git rev-parse`, `git describe`, `curl file:…`, the name `curl` in a string. What the
/// target's own macros run is not the spec's doing.
///
/// ## Settings
/// None.
package struct NetworkAtParseTime: Rule {
  package static let severity: Severity = .error

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.source.parseTimeCommands.compactMap { command in
      guard let title = Self.title(of: command) else { return nil }
      return finding(.fetches(title), at: command, in: context)
    }
  }

  /// What of a command needs the network; nil where nothing does.
  static func title(of command: ParseTimeCommand) -> String? {
    ParsedCommand.commands(of: command.text).lazy.compactMap(title).first
  }

  private static func title(of command: ParsedCommand) -> String? {
    if let title = FetchingCommand.title(of: command.words) { return title }
    let operands = command.words.dropFirst().filter { !$0.hasPrefix("-") }
    switch command.name {
    // Any operand is a URL or an option's argument; only without operands nothing is fetched.
    case "curl", "wget", "aria2c": return operands.contains { !isLocal($0) } ? command.name : nil
    case "git":
      guard let subcommand = operands.first, ["fetch", "pull", "ls-remote"].contains(subcommand) else { return nil }
      return operands.dropFirst().contains(where: isLocal) ? nil : "git \(subcommand)"
    case "dnf", "yum", "zypper", "repoquery", "host", "dig", "nslookup": return command.words.count > 1 ? command.name : nil
    default: return nil
    }
  }

  private static func isLocal(_ word: String) -> Bool {
    word.hasPrefix("/") || word.hasPrefix(".") || word.hasPrefix("file:") || word.contains("localhost") || word.contains("127.0.0.1")
  }
}

extension String {
  fileprivate static func fetches(_ command: String) -> String { "'\(command)' needs the network whenever the spec is read" }
}
