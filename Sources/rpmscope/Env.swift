import ArgumentParser
import GoCaches
import SpecLint

/// `rpmscope env`: what this machine's go, rpm and mock use by default, and where each value comes from.
struct Env: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "env",
    abstract: "Print what this machine's go and rpm use by default, with origins, and what is wrong with it.",
    discussion: """
      go's variables are resolved as go does it, without running it: the environment, the user's file (GOENV), $GOROOT/go.env, what is \
      built in. rpm's macros are expanded in the locked worker.

      Exit status: 0; 1 when something is wrong: a file that go does not read, a line that it ignores, a value that it refuses.
      """)

  @Flag(help: "As JSON.")
  var json = false

  mutating func run() throws {
    let report = try EnvironmentReport(MachineSettings.current())
    Console.write(json ? report.json : Array(report.text.utf8))
    if !report.problems.isEmpty { throw ExitCode(1) }
  }
}
