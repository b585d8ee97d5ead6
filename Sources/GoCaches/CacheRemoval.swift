import Glibc

/// Takes things out of caches in such an order that go finds a valid cache at any moment, also when this process is killed.
///
/// A version goes in two parts, each under the lock that go itself takes to download and extract it. First its tree:
///
/// 1. `.partial` is made: from now on go takes the tree for one whose extraction was interrupted, and waits for the lock.
/// 2. The tree is renamed to a name that go itself once gave trees in the making (`….tmp-…`), which it removes when it extracts the
///    version again, and then deleted.
/// 3. `.partial` goes.
///
/// Then the lock is let go for a moment: a go command that waited for it has looked for the zip already, and would fail without it. It
/// extracts the version again, which stays then. Else the rest goes:
///
/// 4. the zip, then `.ziphash`: in the other order `go mod verify` would complain of a zip without one.
///
/// `.lock` stays (a lock file that is deleted is held by two), and so do `.info` and `.mod`, which other modules need to be chosen.
///
/// `go clean -modcache` does not do instead: it takes no lock, and, interrupted, can leave trees with files missing that go takes for
/// whole, where the folder lists modules before `cache`.
package struct CacheRemoval {
  package enum Outcome: Sendable, Equatable {
    /// With the bytes that were on disk.
    case removed
    case skipped(String)
    case failed(String)
  }

  private let now: Int
  private let processes: GoProcesses

  package init(now: Int, processes: GoProcesses = GoProcesses()) {
    self.now = now
    self.processes = processes
  }

  package func remove(_ removal: CacheQuota.Removal) -> Outcome {
    switch removal.target {
    case .temporary(let path): return Self.unlinked(path)
    case .trim(let cache, _): return trim(cache)
    case .leftovers(let version): return locked(version, Self.removeLeftovers)
    case .version(let version):
      let tree = locked(version, removeTree)
      guard tree == .removed else { return tree }
      usleep(Self.pause)
      return locked(version, Self.removeDownload)
    }
  }

  // MARK: A version

  /// Microseconds in which whoever waits for a lock wakes up and takes it.
  private static let pause: UInt32 = 5000

  private func locked(_ version: ModuleVersion, _ body: (ModuleVersion) -> Outcome) -> Outcome {
    guard let cache = CacheIdentity(path: version.cache, kind: .module) else { return .failed("its cache is gone") }
    if let process = processes.user(of: cache) { return .skipped("process \(process) uses the cache") }
    guard let lock = GoLock(version.path("lock")) else {
      return errno == EWOULDBLOCK ? .skipped("its lock is held") : .failed(Self.problem("cannot lock it"))
    }
    defer { extendLifetime(lock) }
    // go writes go.mod and go.sum under this one; without waiting, as go may hold it and wait for the other.
    guard let sideLock = GoLock("\(version.cache)/cache/lock") else {
      return errno == EWOULDBLOCK ? .skipped("the cache's lock is held") : .failed(Self.problem("cannot lock the cache"))
    }
    defer { extendLifetime(sideLock) }
    return body(version)
  }

  private func removeTree(of version: ModuleVersion) -> Outcome {
    let hadMark = unsafe access(version.path("partial"), F_OK) == 0
    guard mark(version) else { return .failed(Self.problem("cannot mark it")) }
    // Who comes now waits for the lock; who came before is seen here.
    if let cache = CacheIdentity(path: version.cache, kind: .module), let process = processes.user(of: cache) {
      if !hadMark { _ = unsafe unlink(version.path("partial")) }
      return .skipped("process \(process) uses the cache")
    }
    let aside = "\(version.treePath).tmp-rpmscope\(getpid())"
    if unsafe rename(version.treePath, aside) != 0, errno != ENOENT { return .failed(Self.problem("cannot rename its tree")) }
    guard Self.deleteTree(aside) else { return .failed(Self.problem("cannot delete its tree")) }
    let leftovers = Self.removeLeftovers(of: version)
    guard leftovers == .removed else { return leftovers }
    return Self.unlinked(version.path("partial"))
  }

  private static func removeDownload(of version: ModuleVersion) -> Outcome {
    let isBack = [version.treePath, version.path("partial")].contains { (path: String) in unsafe access(path, F_OK) == 0 }
    if isBack { return .skipped("go has extracted it again") }
    let zip = unlinked(version.path("zip"))
    return zip == .removed ? unlinked(version.path("ziphash")) : zip
  }

  private func mark(_ version: ModuleVersion) -> Bool {
    let descriptor = unsafe open(version.path("partial"), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { return false }
    // Before anything is lost, also when the machine goes down.
    fsync(descriptor)
    close(descriptor)
    return true
  }

  /// What only whoever holds the version's lock writes.
  private static func removeLeftovers(of version: ModuleVersion) -> Outcome {
    for leftover in version.temporaries {
      switch leftover.kind {
      case .metadata: continue
      case .tree: guard deleteTree(leftover.path) else { return .failed(problem("cannot delete '\(leftover.path)'")) }
      case .zip:
        guard unsafe unlink(leftover.path) == 0 || errno == ENOENT else { return .failed(problem("cannot delete '\(leftover.path)'")) }
      }
    }
    return .removed
  }

  /// - Returns: whether nothing is left of it.
  private static func deleteTree(_ path: String) -> Bool {
    let parts = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { (String(path[..<$0]), String(path[path.index(after: $0)...])) }
    guard let (parent, name) = parts, let folder = Folder(Array(parent.utf8)) else { return errno == ENOENT }
    guard folder.status(of: name) != nil else { return true }
    return delete(Array(name.utf8), in: folder, depth: 0)
  }

  /// Folders are 0555 in a module cache, so that they are made writable first, as go does (modfetch's RemoveAll).
  private static func delete(_ name: [UInt8], in parent: borrowing Folder, depth: Int) -> Bool {
    let path = name.map { CChar(bitPattern: $0) } + [0]
    guard depth < CacheFinder.deepest, let folder = Folder(name, at: parent.descriptor) else { return false }
    fchmod(folder.descriptor, 0o700)
    var folders: [[UInt8]] = []
    var files: [[UInt8]] = []
    folder.forEach { entry in
      if entry.status.kind == .folder { folders.append(entry.name) } else { files.append(entry.name) }
    }
    for file in files {
      guard unsafe unlinkat(folder.descriptor, file.map { CChar(bitPattern: $0) } + [0], 0) == 0 || errno == ENOENT else { return false }
    }
    for inner in folders {
      guard delete(inner, in: folder, depth: depth + 1) else { return false }
    }
    return unsafe unlinkat(parent.descriptor, path, AT_REMOVEDIR) == 0 || errno == ENOENT
  }

  // MARK: A build cache

  /// What go's trim removes, entry for entry as it does: each one's time is looked at once more at the last moment, as go sets it
  /// when it uses an entry.
  private func trim(_ path: String) -> Outcome {
    guard let cache = CacheIdentity(path: path, kind: .build) else { return .failed("the cache is gone") }
    if let process = processes.user(of: cache) { return .skipped("process \(process) uses the cache") }
    var failure: String?
    for part in 0..<256 {
      let name = String(decoding: SHA256.hexadecimal([UInt8(part)]), as: UTF8.self)
      guard let folder = Folder(Array("\(path)/\(name)".utf8)) else { continue }
      var old: [(name: [UInt8], isFolder: Bool)] = []
      folder.forEach { entry in
        let isEntry = [UInt8(ascii: "a"), UInt8(ascii: "d")].contains { entry.endsInDash($0, length: BuildCacheScan.nameLength) }
        if isEntry, now - entry.status.modified > BuildCache.trimAge { old.append((entry.name, entry.status.kind == .folder)) }
      }
      for (name, isFolder) in old {
        let text = String(decoding: name, as: UTF8.self)
        guard let status = folder.status(of: text), now - status.modified > BuildCache.trimAge else { continue }
        let isGone = isFolder ? Self.delete(name, in: folder, depth: 0) : unsafe unlinkat(folder.descriptor, text, 0) == 0
        if !isGone { failure = Self.problem("cannot delete '\(path)/\(text.prefix(2))/\(text)'") }
      }
    }
    return failure.map(Outcome.failed) ?? .removed
  }

  private static func unlinked(_ path: String) -> Outcome {
    unsafe unlink(path) == 0 || errno == ENOENT ? .removed : .failed(problem("cannot delete '\(path)'"))
  }

  private static func problem(_ text: String) -> String {
    let reason = unsafe String(cString: strerror(errno))
    return "\(text): \(reason)"
  }
}
