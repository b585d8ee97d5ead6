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
      var command = try parseAsRoot(arguments)
      try command.run()
      Console.close()
    } catch {
      let code = report(error, arguments)
      Console.close()
      Glibc.exit(code)
    }
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
