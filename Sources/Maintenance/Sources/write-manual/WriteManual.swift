import FoundationEssentials
import Glibc

/// Writes a manual page to standard output, made of what the command says of itself on standard input.
///
/// `rpmscope --experimental-dump-help | write-manual rpmscope.1 VERSION` and
/// `rpmscope config --schema | write-manual rpmscope.yml.5 VERSION`. The pages are made where the command is installed and kept
/// nowhere else, so that they cannot fall behind it.
///
/// swift-argument-parser brings a plug-in, `generate-manual`, that makes a page of the same dump. It is not used: its tool is not a
/// product, so that only `swift package` can run it, which builds the command once more, and it makes no page for the configuration.
@main
struct WriteManual {
  static func main() {
    do throws(Failure) {
      write(try page(CommandLine.arguments.dropFirst().map { $0 }), to: STDOUT_FILENO)
    } catch {
      write("write-manual: \(error.message)\n", to: STDERR_FILENO)
      exit(2)
    }
  }

  private static func page(_ words: [String]) throws(Failure) -> String {
    guard words.count == 2 else { throw Failure(message: "usage: write-manual PAGE VERSION") }
    switch words[0] {
    case "rpmscope.1": return CommandPage(command: try input(ToolHelp.self, "a help dump").command, version: words[1]).roff
    case "rpmscope.yml.5": return ConfigurationPage(schema: try input(ConfigurationSchema.self, "a schema"), version: words[1]).roff
    default: throw Failure(message: "the pages are rpmscope.1 and rpmscope.yml.5, not '\(words[0])'")
    }
  }

  private static func input<Input: Decodable>(_ type: Input.Type, _ what: String) throws(Failure) -> Input {
    do { return try JSONDecoder().decode(type, from: Data(readStandardInput())) } catch {
      throw Failure(message: "standard input is not \(what): \(error)")
    }
  }

  private struct Failure: Error {
    let message: String
  }

  private static func readStandardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
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
