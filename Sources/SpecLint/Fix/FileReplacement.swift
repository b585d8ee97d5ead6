import Diagnostics
import Glibc

/// Puts new bytes in a file's place, all or nothing.
///
/// A `NewFile` takes the file's name. Mode, owner and extended attributes (access lists among them) stay;
/// what cannot be kept is refused. A symbolic link stays one, and what it names is replaced.
///
/// A file with further hard links is refused. A file that takes its name would part it from them (what `sed -i` and
/// `clang-format -i` do unasked), and bytes written into it are not all or nothing and change files that nobody named (`ruff --fix`,
/// `gofmt -w`).
///
/// Not kept: the times, and attributes of chattr(1). A process that is killed meanwhile leaves the old file, and may leave the
/// temporary one, which nothing reads: it is hidden and no `.spec`.
package enum FileReplacement {
  /// - Parameter expected: What the file held when it was read; if it holds anything else now, somebody else is at it.
  package static func replace(_ path: String, holding expected: [UInt8], with bytes: [UInt8]) throws(LintFailure) {
    guard let resolved = realpath(path.fileName, nil) else { throw failure(path) }
    defer { free(resolved) }
    let target = String(fileName: resolved)
    let status = try statusOfReplaceable(target, path)
    // Before anything is made beside it: the path may lead to another folder by now.
    try check(target, holds: expected, path)
    let attributes = try ExtendedAttributes(of: target, path)
    let outcome = try NewFile.take(target, mode: 0o600) { descriptor throws(LintFailure) in
      try fill(descriptor, bytes, status, attributes, path)
      try check(target, holds: expected, path)
    }
    switch outcome {
    case .tookName: break
    case .cannotCreate(let code): throw failure(path, "no file can be made beside it: \(FileBytes.reason(code))")
    case .cannotRename(let code): throw failure(path, FileBytes.reason(code))
    }
  }

  private static func check(_ target: String, holds expected: [UInt8], _ path: String) throws(LintFailure) {
    guard try FileBytes.read(target) == expected else { throw failure(path, "it has changed since it was read") }
  }

  private static func statusOfReplaceable(_ target: String, _ path: String) throws(LintFailure) -> stat {
    var status = stat()
    guard stat(target.fileName, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw failure(path, "it is not a regular file") }
    guard access(target.fileName, W_OK) == 0 else { throw failure(path) }
    guard status.st_nlink == 1 else {
      throw failure(path, "it has \(status.st_nlink) hard links, and the others would keep the old text; --diff shows what to change")
    }
    return status
  }

  private static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], _ status: stat, _ attributes: ExtendedAttributes, _ path: String
  ) throws(LintFailure) {
    defer { close(descriptor) }
    try FileBytes.write(bytes, to: descriptor, path)
    // The owner first: giving a file away clears its set-id bits.
    let isOwned = status.st_uid == geteuid() && status.st_gid == getegid() || fchown(descriptor, status.st_uid, status.st_gid) == 0
    guard isOwned else { throw failure(path, "its owner cannot be kept: \(FileBytes.reason(errno))") }
    // Before the mode, whose group bits are an access list's mask (acl(5)).
    try attributes.put(on: descriptor, path)
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else { throw failure(path) }
  }

  static func failure(_ path: String, _ reason: String = FileBytes.reason(errno)) -> LintFailure {
    LintFailure("cannot write '\(path)': \(reason)")
  }
}
