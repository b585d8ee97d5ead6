import CSandbox
import Glibc
import MacroExpansion
import RPMMacros

/// `rpmscope-worker`: reads specs through librpm, a process for each, so that the command need not.
///
/// It is told its configuration on standard input, a socket, then specs; answers go back the same way. librpm's configuration is
/// read once. Every spec is read by a fork of this process, which locks itself in first: the macro table is clean for each,
/// and a crash, an endless loop or a flood costs one spec. No threads, as fork would leave their locks behind.
@main
struct Worker {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    // Of the terminal's: the command prints what it knows, and the worker ends with it.
    signal(SIGINT, SIG_IGN)
    var channel = CommandChannel(socket: STDIN_FILENO)
    guard channel.isSocket, let frame = channel.waitForFrame(), frame.kind == .configuration else {
      fail("rpmscope-worker is started by rpmscope; it reads no arguments")
    }
    guard let configuration = try? WorkerConfiguration(wireBytes: frame.payload) else {
      // The command is of another release; this answer tells it so.
      let information = WorkerInformation(rpmVersion: "", landlockABI: 0, hasSeccomp: false, target: "")
      exit(channel.send(Frame(kind: .information, payload: information.wireBytes)) ? 2 : 1)
    }
    let macros = ConfiguredMacros(configuration)
    rpmscope_sandbox_prepare()
    let support = rpmscope_sandbox_support()
    let information = WorkerInformation(
      rpmVersion: macros.engine.version, landlockABI: Int(support.landlock_abi), hasSeccomp: support.seccomp, target: macros.target,
      problems: macros.problems, warnings: macros.warnings)
    guard channel.send(Frame(kind: .information, payload: information.wireBytes)) else { exit(1) }
    var supervisor = Supervisor(channel: channel, configuration: configuration, macros: macros)
    supervisor.run()
  }

  private static func fail(_ message: String) -> Never {
    _ = writeAll(Array((message + "\n").utf8), to: STDERR_FILENO)
    exit(2)
  }
}
