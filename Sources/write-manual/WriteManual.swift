import FoundationEssentials
import Glibc
import SpecLint

/// Writes a manual page to standard output.
///
/// `rpmscope --experimental-dump-help | write-manual rpmscope.1` and `write-manual rpmscope.yml.5`. The pages are made where the
/// command is installed and kept nowhere else, so that they cannot fall behind it.
@main
struct WriteManual {
  static func main() {
    do throws(Failure) {
      write(try page(named: CommandLine.arguments.dropFirst().joined(separator: " ")), to: STDOUT_FILENO)
    } catch {
      write("write-manual: \(error.message)\n", to: STDERR_FILENO)
      exit(2)
    }
  }

  private static func page(named name: String) throws(Failure) -> String {
    switch name {
    case "rpmscope.1": CommandPage(command: try help(), version: ToolVersion.current).roff
    case "rpmscope.yml.5": ConfigurationPage(version: ToolVersion.current).roff
    default: throw Failure(message: "the pages are rpmscope.1 and rpmscope.yml.5, not '\(name)'")
    }
  }

  private static func help() throws(Failure) -> ToolHelp.Command {
    do {
      return try JSONDecoder().decode(ToolHelp.self, from: Data(try FileBytes.readStandardInput())).command
    } catch {
      throw Failure(message: "standard input is no help dump: \(error)")
    }
  }

  private struct Failure: Error {
    let message: String
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
