import Glibc

/// Whole files as bytes.
package enum FileBytes {
  /// Specs are kilobytes; a device or an archive by mistake must not fill the memory.
  private static let maximumSize = 64 << 20

  package static func read(_ path: String) throws(LintFailure) -> [UInt8] {
    // Without O_NONBLOCK the open of a FIFO waits for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw LintFailure("cannot read '\(path)': \(reason(errno))") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw LintFailure("cannot read '\(path)': \(reason(errno))") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw LintFailure("cannot read '\(path)': \(status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no regular file")")
    }
    return try read(descriptor, path: path)
  }

  /// Whether a regular file can be read.
  static func check(_ path: String) throws(LintFailure) {
    var status = stat()
    guard stat(path, &status) == 0, access(path, R_OK) == 0 else { throw LintFailure("cannot read '\(path)': \(reason(errno))") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw LintFailure("cannot read '\(path)': it is no regular file") }
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  package static func write(_ bytes: [UInt8], to path: String) throws(LintFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw LintFailure("cannot write '\(path)': \(reason(errno))") }
    do throws(LintFailure) { try write(bytes, to: descriptor, path) } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw LintFailure("cannot write '\(path)': \(reason(errno))") }
  }

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
  static func reason(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
