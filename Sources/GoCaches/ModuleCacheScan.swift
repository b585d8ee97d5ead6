import Glibc

/// Reads a module cache (GOMODCACHE): what go downloaded, below `cache/download`, and the trees it extracted from that.
///
/// Nothing but `.ziphash` files and the tables at the ends of zips is read; the trees are only listed. Memory grows with the number
/// of versions, not of files.
final class ModuleCacheScan {
  let path: String
  private let meter: DiskMeter
  private let verifiesContent: Bool
  private(set) var usage = DiskUsage()
  private(set) var readOnlyFolders = 0
  private(set) var unreadable: [String] = []
  /// `cache/lock`, which go takes while it writes go.mod and go.sum.
  private(set) var sideLock: Inode?
  private var versions: [String: ModuleVersion] = [:]

  init(path: String, meter: DiskMeter, verifiesContent: Bool) {
    self.path = path
    self.meter = meter
    self.verifiesContent = verifiesContent
  }

  /// In the order of their names.
  var sortedVersions: [ModuleVersion] { versions.sorted { $0.key < $1.key }.map(\.value) }

  func run(_ root: borrowing Folder) {
    if let status = root.status { meter.add(status, to: &usage) }
    var names: [[UInt8]] = []
    root.forEach { entry in
      if entry.status.kind == .folder { names.append(entry.name) } else { meter.add(entry.status, to: &usage) }
    }
    sideLock = root.status(of: "cache/lock")?.inode
    // What was downloaded first: trees are compared with it.
    let cache = Array("cache".utf8)
    for name in [cache] + names.filter({ $0 != cache }) {
      if name == cache {
        visit(name, in: root, path: "cache") { self.readCache($0) }
      } else {
        visitTrees(name, in: root, root: root.descriptor, module: "")
      }
    }
    for (key, version) in versions where version.tree == nil && version.files.contains(.zip) {
      versions[key]?.zipIsReadable = version.zip(below: root.descriptor)?.isReadable ?? true
    }
  }

  private func visit(_ name: [UInt8], in parent: borrowing Folder, path: String, _ body: (borrowing Folder) -> Void) {
    guard let folder = Folder(name, at: parent.descriptor), let status = folder.status else {
      unreadable.append("\(self.path)/\(path)")
      return
    }
    meter.add(status, to: &usage)
    body(folder)
  }

  // MARK: What was downloaded

  private func readCache(_ cache: borrowing Folder) {
    for (name, isFolder) in entries(of: cache) where isFolder {
      let isDownload = name == Array("download".utf8)
      visit(name, in: cache, path: "cache/\(String(decoding: name, as: UTF8.self))") { folder in
        if isDownload { self.readDownloads(folder, module: "", depth: 0) } else { self.measure(folder, depth: 0) }
      }
    }
  }

  /// Counts what is no folder and gives all names.
  private func entries(of folder: borrowing Folder) -> [(name: [UInt8], isFolder: Bool)] {
    var entries: [(name: [UInt8], isFolder: Bool)] = []
    folder.forEach { entry in
      let isFolder = entry.status.kind == .folder
      if isFolder { entries.append((entry.name, true)) } else { meter.add(entry.status, to: &usage) }
    }
    return entries
  }

  /// Repositories that go cloned (`cache/vcs`) and the checksum database's tiles.
  private func measure(_ folder: borrowing Folder, depth: Int) {
    guard depth < CacheFinder.deepest else { return }
    for (name, _) in entries(of: folder) {
      visit(name, in: folder, path: String(decoding: name, as: UTF8.self)) { self.measure($0, depth: depth + 1) }
    }
  }

  private func readDownloads(_ folder: borrowing Folder, module: String, depth: Int) {
    guard depth < CacheFinder.deepest else { return }
    for (name, _) in entries(of: folder) {
      let text = String(decoding: name, as: UTF8.self)
      visit(name, in: folder, path: "cache/download/\(module)/\(text)") { inner in
        if text == "@v" {
          self.readVersions(inner, module: module)
        } else {
          self.readDownloads(inner, module: module.isEmpty ? text : "\(module)/\(text)", depth: depth + 1)
        }
      }
    }
  }

  private func readVersions(_ folder: borrowing Folder, module: String) {
    folder.forEach { entry in
      let name = entry.text
      let status = entry.status
      var usage = DiskUsage()
      meter.add(status, to: &usage)
      self.usage += usage
      switch DownloadFile(name: name) {
      case .other: break
      case .temporary(let version, let kind):
        update(module, version) {
          $0.download += usage
          $0.temporaries.append(
            .init(
              path: "\(path)/cache/download/\(module)/@v/\(name)", kind: kind, allocatedBytes: status.allocated,
              modified: status.modified))
        }
      case .file(let version, let kind):
        let hash = kind == .hash ? folder.contents(of: entry.name, limit: 4096) : nil
        update(module, version) {
          $0.download += usage
          if [.info, .mod, .lock].contains(kind) { $0.metadataBytes += usage.allocatedBytes }
          $0.note(kind, status, hash: hash)
        }
      }
    }
  }

  private func update(_ module: String, _ version: String, _ change: (inout ModuleVersion) -> Void) {
    change(&versions["\(module)@\(version)", default: ModuleVersion(escapedModule: module, escapedVersion: version, cache: path)])
  }

  // MARK: Trees

  /// A folder with `@` in its name is a version's tree; others lead to some.
  private func visitTrees(_ name: [UInt8], in parent: borrowing Folder, root: Int32, module: String) {
    let text = String(decoding: name, as: UTF8.self)
    let full = module.isEmpty ? text : "\(module)/\(text)"
    visit(name, in: parent, path: full) { folder in
      guard let at = full.lastIndex(of: "@") else {
        if full.utf8.count < 2000 {
          for (inner, _) in self.entries(of: folder) { self.visitTrees(inner, in: folder, root: root, module: full) }
        }
        return
      }
      let module = String(full[..<at])
      let version = String(full[full.index(after: at)...])
      // Releases before 1.16 extracted under such a name (modfetch's download).
      if let range = version.firstRange(of: ".tmp-") {
        let before = self.usage.allocatedBytes
        self.measure(folder, depth: 0)
        let leftover = ModuleVersion.Temporary(
          path: "\(self.path)/\(full)", kind: .tree, allocatedBytes: self.usage.allocatedBytes - before,
          modified: folder.status?.modified ?? 0)
        self.update(module, String(version[..<range.lowerBound])) { $0.temporaries.append(leftover) }
      } else {
        self.readTree(folder, root: root, module: module, version: version)
      }
    }
  }

  private func readTree(_ folder: borrowing Folder, root: Int32, module: String, version: String) {
    var walk = TreeWalk()
    if let status = folder.status { walk.usage.allocatedBytes += status.allocated }
    walk.visit(folder, meter: meter)
    readOnlyFolders += walk.readOnlyFolders
    unreadable += walk.unreadable.map { "\(path)/\(module)@\(version)/\($0)" }
    var counted = walk.usage
    counted.allocatedBytes -= folder.status?.allocated ?? 0
    usage += counted
    update(module, version) { known in
      known.tree = walk.usage
      known.lastUsed = max(known.lastUsed, walk.lastUsed)
      known.compare(walk.digest, folder, root: root, verifiesContent: verifiesContent)
    }
  }
}

extension ModuleVersion {
  fileprivate mutating func note(_ kind: Files, _ status: FileStatus, hash bytes: [UInt8]?) {
    files.insert(kind)
    if status.size == 0 { emptyFiles.insert(kind) }
    if kind == .lock { lock = status.inode } else { lastUsed = max(lastUsed, status.used) }
    if let bytes {
      let text = String(decoding: bytes, as: UTF8.self)
      let trimmed = text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
      hash = Self.isHash(String(trimmed)) ? String(trimmed) : nil
    }
  }

  fileprivate func zip(below root: Int32) -> OpenFile? {
    OpenFile(Array("cache/download/\(escapedModule)/@v/\(escapedVersion).zip".utf8), at: root)
  }

  fileprivate mutating func compare(_ digest: TreeDigest, _ folder: borrowing Folder, root: Int32, verifiesContent: Bool) {
    // go renames `_go.mod` in toolchains (cmd/go/internal/toolchain).
    guard files.contains(.zip), module != "golang.org/toolchain" else { return }
    guard let file = zip(below: root) else { return }
    do throws(ZipDirectory.Problem) {
      let table = try ZipDirectory(file)
      let prefix = "\(module)@\(version)/".utf8.count
      let isSame = try table.digest(prefix: prefix) == digest
      comparison = isSame ? .same : try TreeDifference(folder, table, prefix: prefix).comparison
    } catch {
      zipIsReadable = error == .unsupported
    }
    if verifiesContent, comparison == .same, let hash, ModuleHash.hash(of: folder, prefix: "\(module)@\(version)") != hash {
      comparison = .contentDiffers
    }
  }
}

extension ZipDirectory {
  fileprivate init(_ file: borrowing OpenFile) throws(Problem) {
    let descriptor = file.descriptor
    try self.init(size: file.status?.size ?? 0) { OpenFile.bytes(of: descriptor, at: $0, count: $1) }
  }
}

extension OpenFile {
  fileprivate var isReadable: Bool {
    do throws(ZipDirectory.Problem) {
      _ = try ZipDirectory(self)
      return true
    } catch {
      return error == .unsupported
    }
  }
}
