import ArgumentParser
import SpecLint

/// The words of the command line, checked for what the parser would take for something else.
enum CommandLineArguments {
  static func current() throws(LintFailure) -> [String] {
    let words = CommandWords.current()
    try checkCommand(words)
    try checkNames(words)
    return words
  }

  /// The default command would take a misspelt one for a file.
  private static func checkCommand(_ words: [String]) throws(LintFailure) {
    guard let first = words.first, !first.hasPrefix("-"), !first.contains("."), !first.contains("/"), !first.isEmpty else { return }
    let commands = RPMScope.configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() } + ["help"]
    guard !commands.contains(first), !FileBytes.exists(first) else { return }
    if first == "version" { throw LintFailure("unknown command 'version'; did you mean '--version'?") }
    if let near = NearWord.nearest(to: first, among: commands) {
      throw LintFailure("unknown command '\(first)'; did you mean '\(near)'?")
    }
    throw LintFailure("'\(first)' is neither a command nor a file; 'rpmscope --help' lists the commands")
  }

  /// `-dash.spec` would be read as `-d -a -s -h …`, and `-h` asks for help.
  private static func checkNames(_ words: [String]) throws(LintFailure) {
    for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("-") && !word.hasPrefix("--") && word.count > 2 {
      guard word.hasSuffix(".spec") || word.hasSuffix(".rpm") || FileBytes.exists(word) else { continue }
      throw LintFailure("'\(word)' begins like an option; write './\(word)' for the file")
    }
  }
}
