/// A cache of go's on disk.
package struct GoCache: Sendable {
  package enum Kind: String, Sendable {
    /// GOMODCACHE.
    case module
    /// GOCACHE.
    case build
  }

  package let path: String
  package let kind: Kind
  package internal(set) var usage = DiskUsage()
  /// Those that have more than `.info` and `.mod` come with `hasContent`.
  package internal(set) var versions: [ModuleVersion] = []
  package internal(set) var build: BuildCache?
  /// Folders without write permission: `rm -rf` of anybody but root fails on them.
  package internal(set) var readOnlyFolders = 0
  package internal(set) var madeBy: BuildOrigin?
  package internal(set) var broken: [BrokenState] = []
  package internal(set) var locks: [HeldLock] = []
  package internal(set) var volume: Volume?
  var sideLock: Inode?

  /// How many modules it has in whatever version.
  package var moduleCount: Int { Set(versions.lazy.filter(\.hasContent).map(\.escapedModule)).count }
  package var versionCount: Int { versions.lazy.filter(\.hasContent).count }
}

/// A lock file of go's that a process holds.
package struct HeldLock: Sendable {
  package let path: String
  package let process: Int
}

/// The file system that a cache lies on.
package struct Volume: Sendable {
  package let device: UInt64
  /// Bytes of the whole file system, and those that are free for the caller.
  package let size: Int
  package let free: Int
  /// `f_type` of statfs(2).
  package let kind: UInt64
  /// Whether the cache is the top folder of a btrfs subvolume: their inode is always 256 (BTRFS_FIRST_FREE_OBJECTID).
  package let isSubvolume: Bool

  package var isBtrfs: Bool { kind == 0x9123_683E }
  /// Whether files can share extents: btrfs, XFS, bcachefs, OCFS2.
  var sharesExtents: Bool { [0x9123_683E, 0x5846_5342, 0xCA45_1A4E, 0x7461_636F].contains(kind) }
}

/// Everything that was found.
package struct CacheInventory: Sendable {
  package internal(set) var caches: [GoCache] = []
  package internal(set) var duplicates: [Duplicate] = []
  package internal(set) var buildDuplicates = BuildCache.Group()
  /// Folders and files that could not be read.
  package internal(set) var unreadable: [String] = []

  /// Bytes on disk that module versions take a second time.
  package var wasted: Int { duplicates.reduce(0) { $0 + $1.bytes } }
  package var broken: [BrokenState] { caches.flatMap(\.broken) }
  package var allocatedBytes: Int { caches.reduce(0) { $0 + $1.usage.allocatedBytes } }
}

/// A version that several caches hold with the same content.
package struct Duplicate: Sendable {
  package let module: String
  package let version: String
  package let hash: String
  /// Of each copy, in the order of the caches.
  package let paths: [String]
  /// Bytes on disk of all copies but the largest, what they share counted once.
  package let bytes: Int

  /// - Parameter caches: In any number; versions without a hash are in no group, as the same name is not the same content.
  static func all(in caches: [GoCache]) -> [Duplicate] {
    var groups: [String: [ModuleVersion]] = [:]
    for cache in caches {
      for version in cache.versions where version.hasContent {
        guard let hash = version.hash else { continue }
        groups["\(version.escapedModule)@\(version.escapedVersion) \(hash)", default: []].append(version)
      }
    }
    return groups.values.filter { $0.count > 1 }.compactMap { copies in
      guard let first = copies.first, let hash = first.hash else { return nil }
      let sizes = copies.map { max(0, $0.allocatedBytes) }
      return Duplicate(
        module: first.module, version: first.version, hash: hash, paths: copies.map(\.place),
        bytes: sizes.reduce(0, +) - (sizes.max() ?? 0))
    }.sorted { ($1.bytes, $0.module, $0.version) < ($0.bytes, $1.module, $1.version) }
  }
}
