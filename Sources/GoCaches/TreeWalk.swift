import Glibc

/// Adds up a version's tree.
struct TreeWalk {
  var usage = DiskUsage()
  private(set) var digest = TreeDigest()
  private(set) var lastUsed = 0
  /// Folders that their owner cannot write, and from which only root can remove files.
  private(set) var readOnlyFolders = 0
  /// From the tree on.
  private(set) var unreadable: [String] = []

  mutating func visit(_ folder: borrowing Folder, meter: DiskMeter) {
    if let status = folder.status, status.permissions & 0o200 == 0 { readOnlyFolders += 1 }
    visit(folder, hash: PathHash.start, depth: 0, meter: meter)
  }

  private mutating func visit(_ folder: borrowing Folder, hash: UInt64, depth: Int, meter: DiskMeter) {
    folder.forEach { entry in
      meter.add(entry.status, to: &usage)
      guard entry.status.kind == .folder else {
        lastUsed = max(lastUsed, entry.status.used)
        digest.add(path: entry.hash(from: hash), size: entry.status.size)
        return
      }
      if entry.status.permissions & 0o200 == 0 { readOnlyFolders += 1 }
      guard depth < CacheFinder.deepest, let inner = Folder(entry.name, at: folder.descriptor) else {
        unreadable.append(entry.text)
        return
      }
      visit(inner, hash: PathHash.extended(entry.hash(from: hash), by: UInt8(ascii: "/")), depth: depth + 1, meter: meter)
    }
  }
}

/// In what a tree differs from its zip.
struct TreeDifference {
  private(set) var comparison: ModuleVersion.Comparison = .same

  init(_ folder: borrowing Folder, _ table: ZipDirectory, prefix: Int) throws(ZipDirectory.Problem) {
    var expected: [[UInt8]: Int] = [:]
    try table.forEach { entry in
      guard entry.name.count > prefix, entry.name.last != UInt8(ascii: "/") else { return }
      expected[Array(entry.name.dropFirst(prefix))] = entry.size
    }
    var wrong: [[UInt8]] = []
    var (added, changed) = (0, 0)
    Self.list(folder, path: [], depth: 0) { path, size in
      switch expected.removeValue(forKey: path) {
      case size?: return
      case nil: added += 1
      case _?: changed += 1
      }
      wrong.append(path)
    }
    let first = (expected.keys.sorted { $0.lexicographicallyPrecedes($1) } + wrong).first ?? []
    guard !wrong.isEmpty || !expected.isEmpty else { return }
    comparison = .different(missing: expected.count, added: added, changed: changed, example: String(decoding: first, as: UTF8.self))
  }

  static func list(_ folder: borrowing Folder, path: [UInt8], depth: Int, _ body: ([UInt8], Int) -> Void) {
    folder.forEach { entry in
      let full = path.isEmpty ? entry.name : path + [UInt8(ascii: "/")] + entry.name
      if entry.status.kind != .folder {
        body(full, entry.status.size)
      } else if depth < CacheFinder.deepest, let inner = Folder(entry.name, at: folder.descriptor) {
        list(inner, path: full, depth: depth + 1, body)
      }
    }
  }
}
