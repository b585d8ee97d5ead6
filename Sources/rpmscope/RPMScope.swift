import ArgumentParser
import Glibc
import SpecLint

/// The command: what it can do, and the exit codes it promises.
///
/// 0: nothing found at or above `--fail-on`; 1: findings; 2: the tool could not do its work, for which ArgumentParser by itself
/// would say 64.
@main
struct RPMScope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rpmscope",
    abstract: "Says what a spec file's Go build really does, and where that goes wrong.",
    discussion: """
      Specs are read through librpm's own macro engine, and nothing of them is run. 'rpmscope COMMAND --help' lists a command's \
      options.

      Exit status: 0 when nothing was found at or above --fail-on, 1 when something was, 2 when the work could not be done: an \
      unreadable file, a wrong option, a worker that failed.
      """,
    version: VersionText.release,
    subcommands: [Lint.self, Expand.self, Resolve.self, Rules.self, Explain.self, Targets.self, Config.self, Cache.self, Env.self],
    defaultSubcommand: Lint.self)

  static func main() {
    var arguments: [String] = []
    do {
      arguments = try CommandLineArguments.current()
      var command = try parsed(arguments)
      try command.run()
      Console.close()
    } catch {
      let code = report(error, arguments)
      Console.close()
      Glibc.exit(code)
    }
  }

  /// The command that the words are for.
  ///
  /// It is parsed by itself, as making all commands takes longer than reading a small spec. Words that it does not take are parsed once
  /// more with the others around it, for what is said of them then.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    let command: any ParsableCommand.Type = named ?? Lint.self
    let words = named == nil ? arguments : Array(arguments.dropFirst())
    // A request for help comes back as a command of its own.
    if arguments.first != "help", let parsed = try? command.parseAsRoot(words), type(of: parsed) == command { return parsed }
    return try parseAsRoot(arguments)
  }

  /// Prints what an error has to say and gives the exit code for it.
  private static func report(_ error: any Error, _ arguments: [String]) -> Int32 {
    if let failure = error as? LintFailure {
      for line in failure.description.split(separator: "\n") { Console.complain(String(line)) }
      return 2
    }
    let code = exitCode(for: error)
    if code.isSuccess {
      let message = fullMessage(for: error)
      Console.write(message == VersionText.release ? VersionText.text : message + (message.isEmpty ? "" : "\n"))
      return 0
    }
    if let code = error as? ExitCode { return code.rawValue }
    Console.complain(UsageProblem.sentence(message(for: error), fullMessage: fullMessage(for: error), arguments: arguments))
    return 2
  }
}
