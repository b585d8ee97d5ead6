import Glibc
import SpecLint

/// Standard output and standard error, as bytes.
enum Console {
  static func write(_ text: String) { write(Array(text.utf8)) }
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func writeError(_ bytes: [UInt8]) { write(bytes, to: STDERR_FILENO) }
  static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// "rpmscope: message" on standard error.
  static func complain(_ message: String) { writeError("rpmscope: \(message)\n") }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// A closed pipe ends the process by SIGPIPE, as it should a filter. Where standard output takes no more, what is still to come would
  /// be lost unseen: the process says so and ends with 2. Nobody can be told that standard error takes no more.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waited, 1, -1)
      } else if errno != EINTR {
        guard descriptor == STDOUT_FILENO else { return }
        complain("cannot write to standard output: \(FileBytes.reason(errno))")
        exit(2)
      }
    }
  }

  /// A file system across a network says only at the end that it is full.
  static func close() {
    guard Glibc.close(STDOUT_FILENO) != 0, errno != EBADF else { return }
    complain("cannot write to standard output: \(FileBytes.reason(errno))")
    exit(2)
  }
}
