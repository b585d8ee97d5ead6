import Glibc

/// Standard output and standard error, as bytes.
enum Console {
  static func write(_ text: String) { write(Array(text.utf8)) }
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func writeError(_ bytes: [UInt8]) { write(bytes, to: STDERR_FILENO) }
  static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// "rpmscope: message" on standard error.
  static func complain(_ message: String) { writeError("rpmscope: \(message)\n") }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// A closed pipe ends the process by SIGPIPE, as it should a filter.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          guard errno == EINTR || errno == EAGAIN else { return }
          continue
        }
        rest = rest.dropFirst(count)
      }
    }
  }
}
