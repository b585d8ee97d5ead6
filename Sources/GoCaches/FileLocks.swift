import CFileExtents
import Glibc

/// Who holds which file's lock: /proc/locks (proc(5)).
///
/// go locks with flock(2) (cmd/go/internal/lockedfile/internal/filelock, filelock_unix.go).
struct FileLocks {
  private var holders: [UInt64: Int] = [:]

  /// - Parameter table: "1: FLOCK  ADVISORY  WRITE 1234 08:02:5678 0 EOF", a line a lock; those who wait have `->`.
  init(table: [UInt8]) {
    for line in table.split(separator: 0x0A) {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count >= 6, words[1] == "FLOCK", let process = Int(words[4]),
        let inode = words[5].split(separator: ":").last.flatMap({ UInt64($0) })
      else { continue }
      holders[inode] = process
    }
  }

  static func current() -> Self { Self(table: OpenFile(Array("/proc/locks".utf8))?.bytes(limit: 1 << 24) ?? []) }

  /// The process that holds a file's lock; nil when there is none.
  ///
  /// The table gives the file system's device, which on btrfs is none that stat(2) knows, so that inodes alone are compared, and a lock
  /// that was found so is tried: for a moment, shared, and without waiting.
  func holder(of inode: Inode, path: String) -> Int? {
    guard let process = holders[inode.number], let file = OpenFile(Array(path.utf8)) else { return nil }
    guard lock_file(file.descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
    return errno == EWOULDBLOCK ? process : nil
  }
}

/// A lock of go's, held until it goes.
struct GoLock: ~Copyable {
  private let descriptor: Int32

  /// - Returns: nil when somebody else holds it (`errno` is EWOULDBLOCK), or the file can be neither opened nor made.
  init?(_ path: String) {
    // lockedfile.Mutex opens with these (0666 before the umask).
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { return nil }
    guard lock_file(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let problem = errno
      close(descriptor)
      errno = problem
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
