import Glibc

/// What stat(2) says of a file, as far as a cache's measure needs it.
struct FileStatus {
  enum Kind {
    case file, folder, link, other
  }

  let kind: Kind
  let inode: Inode
  let links: Int
  /// Bytes of content.
  let size: Int
  /// Bytes on disk.
  let allocated: Int
  /// Seconds since 1970.
  let modified: Int
  /// The later of the last reading and the last change of the content, in seconds since 1970.
  let used: Int
  let permissions: UInt32

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    inode = Inode(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    links = Int(status.st_nlink)
    size = Int(status.st_size)
    allocated = Int(status.st_blocks) * 512
    modified = status.st_mtim.tv_sec
    used = max(status.st_atim.tv_sec, status.st_mtim.tv_sec)
    permissions = status.st_mode & 0o7777
  }
}

package struct Inode: Hashable, Sendable {
  package let device: UInt64
  package let number: UInt64

  package init(device: UInt64, number: UInt64) {
    self.device = device
    self.number = number
  }
}

/// How much room files take.
package struct DiskUsage: Sendable, Equatable {
  /// Everything but folders.
  package var files = 0
  /// Bytes of content, without those of folders.
  package var apparentBytes = 0
  /// Bytes on disk, folders included, hard links counted once: what du(1) counts.
  package var allocatedBytes = 0

  package init(files: Int = 0, apparentBytes: Int = 0, allocatedBytes: Int = 0) {
    self.files = files
    self.apparentBytes = apparentBytes
    self.allocatedBytes = allocatedBytes
  }

  package static func += (sum: inout Self, other: Self) {
    sum.files += other.files
    sum.apparentBytes += other.apparentBytes
    sum.allocatedBytes += other.allocatedBytes
  }
}

/// Adds up files: each inode once, however many names it has.
///
/// Only inodes with several names are remembered, so that memory does not grow with the number of files.
final class DiskMeter {
  private var seen: Set<Inode> = []
  private(set) var entries = 0
  private let onProgress: (Int) -> Void

  init(onProgress: @escaping (Int) -> Void = { _ in }) { self.onProgress = onProgress }

  /// Counts what belongs to no cache, for progress only.
  func note(_ status: FileStatus) {
    entries += 1
    if entries & 0xFFF == 0 { onProgress(entries) }
  }

  func add(_ status: FileStatus, to usage: inout DiskUsage) {
    note(status)
    let isNew = status.kind == .folder || status.links < 2 || seen.insert(status.inode).inserted
    if status.kind != .folder {
      usage.files += 1
      usage.apparentBytes += status.size
    }
    if isNew { usage.allocatedBytes += status.allocated }
  }
}
