import CFileExtents
import Glibc

/// Finds what copies of a version have in common on disk, where the file system lets files share extents.
///
/// Only versions that are there twice are looked at, one group after the other, so that no list of extents grows.
struct SharedExtents {
  private struct Copy {
    let cache: Int
    let version: Int
  }

  private var groups: [[Copy]] = []

  init(caches: [GoCache]) {
    var found: [String: [Copy]] = [:]
    for (index, cache) in caches.enumerated() where cache.volume?.sharesExtents == true {
      for (number, version) in cache.versions.enumerated() where version.hasContent && version.hash != nil {
        found["\(version.escapedModule)@\(version.escapedVersion)", default: []].append(Copy(cache: index, version: number))
      }
    }
    groups = found.values.filter { $0.count > 1 }
  }

  mutating func mark(_ caches: inout [GoCache]) {
    for group in groups {
      var seen = ExtentSet()
      for copy in group {
        let version = caches[copy.cache].versions[copy.version]
        let kind = caches[copy.cache].volume?.device ?? 0
        var shared = 0
        if let zip = OpenFile(Array(version.path("zip").utf8)) { shared += seen.add(zip, device: kind) }
        if let tree = Folder(Array(version.treePath.utf8)) { shared += Self.sharedBytes(of: tree, device: kind, &seen) }
        caches[copy.cache].versions[copy.version].sharedBytes = shared
        caches[copy.cache].usage.allocatedBytes -= shared
      }
    }
  }

  private static func sharedBytes(of folder: borrowing Folder, device: UInt64, _ seen: inout ExtentSet, depth: Int = 0) -> Int {
    var shared = 0
    folder.forEach { entry in
      switch entry.status.kind {
      case .file where entry.status.links < 2:
        if let file = OpenFile(entry.name, at: folder.descriptor) { shared += seen.add(file, device: device) }
      case .folder where depth < CacheFinder.deepest:
        if let inner = Folder(entry.name, at: folder.descriptor) {
          shared += sharedBytes(of: inner, device: device, &seen, depth: depth + 1)
        }
      case .file, .folder, .link, .other: break
      }
    }
    return shared
  }
}

/// Pieces of a disk.
struct ExtentSet {
  /// Sorted, without overlaps. On one btrfs, subvolumes are devices of their own and share extents all the same, so that the
  /// physical place alone counts; two file systems of one kind that share the same place are told apart by nothing else than that
  /// an extent must be marked as shared.
  private var pieces: [(start: UInt64, end: UInt64)] = []

  /// - Returns: how many bytes of the file were there before.
  mutating func add(_ file: borrowing OpenFile, device: UInt64) -> Int {
    var start: UInt64 = 0
    var known = 0
    var extents = [file_extent](repeating: file_extent(), count: 32)
    while true {
      let count = unsafe file_extents(file.descriptor, start, &extents, 32)
      guard count > 0 else { return known }
      for extent in extents.prefix(Int(count)) where extent.flags & UInt32(FIEMAP_EXTENT_SHARED) != 0 {
        known += add(extent.physical, extent.physical + extent.length)
      }
      let last = extents[Int(count) - 1]
      guard last.flags & UInt32(FIEMAP_EXTENT_LAST) == 0, last.logical + last.length > start else { return known }
      start = last.logical + last.length
    }
  }

  /// - Returns: how many of the bytes from `start` up to `end` were there before.
  mutating func add(_ start: UInt64, _ end: UInt64) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].end < start { low = middle + 1 } else { high = middle }
    }
    var known = 0
    var joined = (start: start, end: end)
    var stop = low
    while stop < pieces.count, pieces[stop].start <= end {
      known += Int(min(end, pieces[stop].end) - max(start, pieces[stop].start))
      joined = (min(joined.start, pieces[stop].start), max(joined.end, pieces[stop].end))
      stop += 1
    }
    pieces.replaceSubrange(low..<stop, with: [joined])
    return known
  }
}

/// Outputs that several build caches hold: their names are the hashes of their content.
enum BuildDuplicates {
  /// One of the 256 folders after the other, so that memory stays flat.
  static func count(in caches: [GoCache]) -> BuildCache.Group {
    var result = BuildCache.Group()
    let paths = caches.filter { $0.kind == .build }.map(\.path)
    guard paths.count > 1 else { return result }
    for part in 0..<256 {
      let name = String(decoding: SHA256.hexadecimal([UInt8(part)]), as: UTF8.self)
      var seen: [[UInt8]: Inode] = [:]
      for path in paths {
        Folder(Array("\(path)/\(name)".utf8))?.forEach { entry in
          guard entry.status.kind == .file, entry.endsInDash(UInt8(ascii: "d"), length: BuildCacheScan.nameLength) else { return }
          if let known = seen.updateValue(entry.status.inode, forKey: entry.name), known != entry.status.inode {
            result.add(entry.status.allocated)
          }
        }
      }
    }
    return result
  }
}
