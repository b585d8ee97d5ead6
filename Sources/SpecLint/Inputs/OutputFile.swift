import Diagnostics
import Glibc

/// A file that a report or a baseline goes to: afterwards it holds all of it, or, where that fails, what it held before.
///
/// A `NewFile` takes the file's name. Where no file can be made beside it, or
/// where the file is a mount point, has further hard links or is somebody else's, it is written in place once its blocks are reserved.
/// A device or a pipe takes the bytes as they come.
enum OutputFile {
  static func write(_ bytes: [UInt8], to path: String) throws(LintFailure) {
    var status = stat()
    guard stat(path.fileName, &status) == 0 else { return try create(path, bytes) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw failure(path, "it is a folder")
    default: return try fill(opened(path, O_WRONLY), bytes, path)
    }
    guard access(path.fileName, W_OK) == 0 else { throw failure(path) }
    guard status.st_nlink == 1, status.st_uid == geteuid(), let resolved = realpath(path.fileName, nil) else {
      return try overwrite(path, bytes)
    }
    defer { free(resolved) }
    guard try replace(String(fileName: resolved), bytes, mode: status.st_mode & 0o7777, path) else { return try overwrite(path, bytes) }
  }

  /// A file that is not there yet; through a symbolic link that leads nowhere it comes to be where that leads.
  private static func create(_ path: String, _ bytes: [UInt8]) throws(LintFailure) {
    var status = stat()
    let isLink = lstat(path.fileName, &status) == 0
    guard isLink || errno == ENOENT else { throw failure(path) }
    if !isLink, try replace(path, bytes, mode: nil, path) { return }
    try fill(opened(path, O_WRONLY | O_CREAT), bytes, path)
  }

  /// - Parameter mode: The old file's; nil for what the umask leaves of a new one.
  /// - Returns: false where this folder or this name does not allow it, and nothing has happened.
  private static func replace(_ target: String, _ bytes: [UInt8], mode: mode_t?, _ path: String) throws(LintFailure) -> Bool {
    let outcome = try NewFile.take(target, mode: 0o666) { descriptor throws(LintFailure) in
      if let mode { fchmod(descriptor, mode) }
      try fill(descriptor, bytes, path)
    }
    switch outcome {
    case .tookName: return true
    case .cannotCreate(EACCES) where mode != nil, .cannotCreate(EPERM) where mode != nil, .cannotCreate(EROFS) where mode != nil:
      return false
    case .cannotRename(EBUSY): return false
    case .cannotCreate(let code), .cannotRename(let code): throw failure(path, FileBytes.reason(code))
    }
  }

  /// Reserves the blocks first, so that a full disk leaves the old bytes alone.
  private static func overwrite(_ path: String, _ bytes: [UInt8]) throws(LintFailure) {
    let descriptor = try opened(path, O_WRONLY)
    let reserved = posix_fallocate(descriptor, 0, off_t(max(1, bytes.count)))
    guard reserved == 0 else {
      close(descriptor)
      throw failure(path, FileBytes.reason(reserved))
    }
    try fill(descriptor, bytes, path) { ftruncate($0, off_t(bytes.count)) }
  }

  private static func opened(_ path: String, _ flags: Int32) throws(LintFailure) -> Int32 {
    let descriptor = open(path.fileName, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    return descriptor
  }

  /// Writes and closes.
  private static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], _ path: String, then finish: (Int32) -> Int32 = { _ in 0 }
  ) throws(LintFailure) {
    do throws(LintFailure) {
      try FileBytes.write(bytes, to: descriptor, path)
      guard finish(descriptor) == 0 else { throw failure(path) }
    } catch {
      close(descriptor)
      throw error
    }
    // A file system across a network may only now say that it is full.
    guard close(descriptor) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String, _ reason: String = FileBytes.reason(errno)) -> LintFailure {
    LintFailure("cannot write '\(path)': \(reason)")
  }
}
