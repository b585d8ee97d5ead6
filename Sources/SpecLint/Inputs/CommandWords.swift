import Diagnostics

/// The words of the command line, of which those that name files may be any bytes.
package enum CommandWords {
  /// Without the command's own name.
  package static func current() -> [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in CommandLine.unsafeArgv[index].map { String(fileName: $0) } }
  }
}
