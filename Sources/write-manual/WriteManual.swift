import FoundationEssentials
import Glibc
import SpecLint

/// Writes a manual page to standard output.
///
/// `rpmscope --experimental-dump-help | write-manual` writes rpmscope(1). The pages are made where the command is installed and
/// kept nowhere else, so that they cannot fall behind it.
@main
struct WriteManual {
  static func main() {
    do {
      let help = try JSONDecoder().decode(ToolHelp.self, from: Data(try FileBytes.readStandardInput()))
      write(CommandPage(command: help.command, version: ToolVersion.current).roff, to: STDOUT_FILENO)
    } catch {
      write("write-manual: standard input is no help dump: \(error)\n", to: STDERR_FILENO)
      exit(2)
    }
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
