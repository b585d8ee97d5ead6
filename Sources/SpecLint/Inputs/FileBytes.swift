import Diagnostics
import Glibc

/// Whole files as bytes.
package enum FileBytes {
  /// Specs are kilobytes; a device or an archive by mistake must not fill the memory.
  private static let maximumSize = 64 << 20

  package static func read(_ path: String) throws(LintFailure) -> [UInt8] {
    let descriptor = try opened(path)
    defer { close(descriptor) }
    return try read(descriptor, path: path)
  }

  /// The same of a file that must lie below a folder, whatever became a link since somebody looked; nil where it does not.
  ///
  /// - Parameter home: Absolute and without links.
  static func read(_ path: String, below home: String) throws(LintFailure) -> [UInt8]? {
    let descriptor = try opened(path)
    defer { close(descriptor) }
    // What was opened, not what the path leads to now (proc_pid_fd(5)). Without /proc nothing can be said.
    let place = RootedPath.resolved("/proc/self/fd/\(descriptor)")
    guard place?.hasPrefix(home == "/" ? home : home + "/") != false else { return nil }
    return try read(descriptor, path: path)
  }

  private static func opened(_ path: String) throws(LintFailure) -> Int32 {
    // Without O_NONBLOCK the open of a FIFO waits for a writer.
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw LintFailure("cannot read '\(path)': \(reason(errno))") }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return descriptor }
    defer { close(descriptor) }
    throw LintFailure("cannot read '\(path)': \(wrongKind(status, path))")
  }

  private static func wrongKind(_ status: stat, _ path: String) -> String {
    if status.st_mode & S_IFMT == S_IFDIR { return "it is a folder" }
    let isPipe = status.st_mode & S_IFMT == S_IFIFO && (path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/"))
    return isPipe ? "it is a pipe; write '-' and pipe the spec to standard input" : "it is not a regular file"
  }

  /// Whether a regular file can be read.
  static func check(_ path: String) throws(LintFailure) {
    var status = stat()
    guard stat(path.fileName, &status) == 0, access(path.fileName, R_OK) == 0 else {
      throw LintFailure("cannot read '\(path)': \(reason(errno))")
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw LintFailure("cannot read '\(path)': it is not a regular file") }
  }

  package static func exists(_ path: String) -> Bool { access(path.fileName, F_OK) == 0 }

  /// All or nothing, where the file system allows it.
  package static func write(_ bytes: [UInt8], to path: String) throws(LintFailure) { try OutputFile.write(bytes, to: path) }

  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(LintFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw LintFailure("cannot write '\(path)': \(reason(errno))") }
      rest = rest.dropFirst(count)
    }
  }

  /// Everything that can be read from a descriptor, as far as it can.
  static func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  package static func readStandardInput() throws(LintFailure) -> [UInt8] { try read(0, path: "-") }

  private static func read(_ descriptor: Int32, path: String) throws(LintFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw LintFailure("cannot read '\(path)': \(reason(errno))")
      }
      bytes += buffer[..<count]
      guard bytes.count <= maximumSize else { throw LintFailure("cannot read '\(path)': it is larger than \(maximumSize >> 20) MiB") }
    }
  }

  /// strerror's text, in the lower case of our messages.
  package static func reason(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
