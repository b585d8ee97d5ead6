import CFileExtents
import Glibc

/// Finds go's caches below folders and measures them.
package struct CacheFinder {
  /// Folders in folders; more are left out and said to be unreadable.
  static let deepest = 200

  package struct Options: Sendable {
    /// Reads and hashes the content of trees and outputs as well.
    package var verifiesContent = false
    /// Seconds since 1970.
    package var now: Int

    package init(now: Int) { self.now = now }
  }

  private let options: Options
  private let meter: DiskMeter
  private let locks: FileLocks
  private var inventory = CacheInventory()
  private var seen: Set<Inode> = []

  /// - Parameter onProgress: Takes the number of files that were seen.
  package init(_ options: Options, onProgress: @escaping (Int) -> Void = { _ in }) {
    self.options = options
    meter = DiskMeter(onProgress: onProgress)
    locks = FileLocks.current()
  }

  /// - Parameter paths: Folders that are caches or hold some.
  package mutating func inventory(of paths: [String]) -> CacheInventory {
    for path in paths {
      // Only what is named may be a link.
      guard let folder = Folder(Array(path.utf8), followsLink: true) else {
        inventory.unreadable.append(path)
        continue
      }
      search(folder, path: Self.resolved(path), depth: 0)
    }
    inventory.caches.sort { $0.path < $1.path }
    var extents = SharedExtents(caches: inventory.caches)
    extents.mark(&inventory.caches)
    inventory.duplicates = Duplicate.all(in: inventory.caches)
    inventory.buildDuplicates = BuildDuplicates.count(in: inventory.caches)
    return inventory
  }

  package static func resolved(_ path: String) -> String {
    guard let text = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  private mutating func search(_ folder: borrowing Folder, path: String, depth: Int) {
    guard let inode = folder.status?.inode, seen.insert(inode).inserted else { return }
    var folders: [[UInt8]] = []
    var marks: Set<String> = []
    folder.forEach { entry in
      meter.note(entry.status)
      if entry.status.kind == .folder { folders.append(entry.name) }
      if let mark = Self.marks.first(where: { entry.name.elementsEqual($0.utf8) }) { marks.insert(mark) }
    }
    if marks.contains("cache"), folder.status(of: "cache/download")?.kind == .folder {
      return readModuleCache(folder, path: path)
    }
    // Go 1.19 to 1.27 make all of the 256 folders at once.
    if marks.isSuperset(of: ["00", "ff"]), marks.contains("README") || marks.contains("trim.txt") {
      return readBuildCache(folder, path: path)
    }
    for name in folders {
      let full = (path == "/" ? "" : path) + "/" + String(decoding: name, as: UTF8.self)
      guard depth < Self.deepest, let inner = Folder(name, at: folder.descriptor) else {
        inventory.unreadable.append(full)
        continue
      }
      // Endless, and they hold no caches.
      if Self.unreal.contains(file_system_kind(inner.descriptor)) { continue }
      search(inner, path: full, depth: depth + 1)
    }
  }

  private static let marks = ["cache", "00", "ff", "README", "trim.txt"]
  /// proc, sysfs, cgroup2, debugfs, tracefs.
  private static let unreal: Set<UInt64> = [0x9FA0, 0x6265_6572, 0x6367_7270, 0x6462_6720, 0x7472_6163]

  private mutating func readModuleCache(_ folder: borrowing Folder, path: String) {
    let scan = ModuleCacheScan(path: path, meter: meter, verifiesContent: options.verifiesContent)
    scan.run(folder)
    var cache = GoCache(path: path, kind: .module)
    cache.usage = scan.usage
    cache.readOnlyFolders = scan.readOnlyFolders
    cache.versions = scan.sortedVersions
    cache.sideLock = scan.sideLock
    for index in cache.versions.indices {
      let version = cache.versions[index]
      guard let lock = version.lock, let process = locks.holder(of: lock, path: version.path("lock")) else { continue }
      cache.versions[index].holder = process
      cache.locks.append(HeldLock(path: version.path("lock"), process: process))
    }
    if let lock = scan.sideLock, let process = locks.holder(of: lock, path: "\(path)/cache/lock") {
      cache.locks.append(HeldLock(path: "\(path)/cache/lock", process: process))
    }
    cache.broken = cache.versions.flatMap(\.brokenStates)
    inventory.unreadable += scan.unreadable
    add(cache, folder)
  }

  private mutating func readBuildCache(_ folder: borrowing Folder, path: String) {
    var scan = BuildCacheScan(path: path, now: options.now, meter: meter, verifiesContent: options.verifiesContent)
    scan.run(folder)
    var cache = GoCache(path: path, kind: .build)
    cache.usage = scan.usage
    cache.build = scan.contents
    cache.broken = scan.broken.sorted { $0.path < $1.path }
    if let trim = folder.status(of: "trim.txt"), let process = locks.holder(of: trim.inode, path: "\(path)/trim.txt") {
      cache.locks.append(HeldLock(path: "\(path)/trim.txt", process: process))
    }
    inventory.unreadable += scan.unreadable
    add(cache, folder)
  }

  private mutating func add(_ cache: GoCache, _ folder: borrowing Folder) {
    var cache = cache
    cache.volume = Volume(folder)
    cache.madeBy = BuildOrigin(path: cache.path) { path in
      var names: [String] = []
      Folder(Array(path.utf8))?.forEach { names.append($0.text) }
      return names
    }
    inventory.caches.append(cache)
  }
}

extension Volume {
  init?(_ folder: borrowing Folder) {
    var status = statvfs()
    guard unsafe fstatvfs(folder.descriptor, &status) == 0, let inode = folder.status?.inode else { return nil }
    device = inode.device
    size = Int(status.f_blocks) * Int(status.f_frsize)
    free = Int(status.f_bavail) * Int(status.f_frsize)
    kind = file_system_kind(folder.descriptor)
    isSubvolume = kind == 0x9123_683E && inode.number == 256
  }
}
