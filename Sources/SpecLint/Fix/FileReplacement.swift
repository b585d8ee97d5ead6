import Glibc

/// Puts new bytes in a file's place, all or nothing.
///
/// The bytes are written beside it and then take its name, so that whoever reads the file at any moment sees the old or the new.
/// Mode and owner stay; a symbolic link stays one, and what it names is replaced. Not kept: further hard links, which keep the old
/// bytes.
package enum FileReplacement {
  /// - Parameter expected: What the file held when it was read; if it holds anything else now, somebody else is at it.
  package static func replace(_ path: String, holding expected: [UInt8], with bytes: [UInt8]) throws(LintFailure) {
    guard let resolved = realpath(path, nil) else { throw failure(path) }
    defer { free(resolved) }
    let target = String(cString: resolved)
    var status = stat()
    guard stat(target, &status) == 0, access(target, W_OK) == 0 else { throw failure(path) }
    let (descriptor, temporary) = try temporaryFile(beside: target, path)
    do throws(LintFailure) {
      try fill(descriptor, bytes, status, path)
      guard try FileBytes.read(target) == expected else {
        throw LintFailure("cannot write '\(path)': it has changed since it was read")
      }
      guard rename(temporary, target) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func temporaryFile(beside target: String, _ path: String) throws(LintFailure) -> (Int32, String) {
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw failure(path) }
    return (descriptor, template.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } ?? "" })
  }

  private static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ status: stat, _ path: String) throws(LintFailure) {
    var rest = bytes[...]
    var isWritten = true
    while isWritten, !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      isWritten = count > 0
      rest = rest.dropFirst(max(0, count))
    }
    // The owner first: giving a file away clears its set-id bits.
    let isOwned = status.st_uid == geteuid() && status.st_gid == getegid() || fchown(descriptor, status.st_uid, status.st_gid) == 0
    let isDone = isWritten && isOwned && fchmod(descriptor, status.st_mode & 0o7777) == 0 && fsync(descriptor) == 0
    let problem = errno
    close(descriptor)
    guard isDone else {
      errno = problem
      throw failure(path)
    }
  }

  private static func failure(_ path: String) -> LintFailure { LintFailure("cannot write '\(path)': \(FileBytes.reason(errno))") }
}
