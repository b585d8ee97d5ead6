/// A version of a module in one module cache: its files in `cache/download/MODULE/@v`, and its extracted tree.
package struct ModuleVersion: Sendable {
  /// The files that go keeps for a version (cmd/go/internal/modfetch, CachePath).
  package struct Files: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let info = Self(rawValue: 1)
    package static let mod = Self(rawValue: 2)
    package static let zip = Self(rawValue: 4)
    package static let hash = Self(rawValue: 8)
    package static let lock = Self(rawValue: 16)
    /// go is extracting, or was interrupted while it did.
    package static let partial = Self(rawValue: 32)
  }

  /// What an interrupted download or extraction leaves under a name for the time being.
  package struct Temporary: Sendable {
    package enum Kind: Sendable {
      /// Written under the version's lock; go removes those of a version when it downloads that zip again.
      case zip
      /// Of `.info`, `.mod` and `.ziphash`: written without a lock, and never removed.
      case metadata
      /// What releases before 1.16 extracted to, and what `CacheRemoval` sets aside; go removes it when it extracts the version again.
      case tree
    }

    package let path: String
    package let kind: Kind
    package let allocatedBytes: Int
    package let modified: Int
  }

  /// The extracted tree beside what its zip lists.
  package enum Comparison: Sendable, Equatable {
    case notCompared, same
    case different(missing: Int, added: Int, changed: Int, example: String)
    /// The files are there and as long as they must be, and the hash of their content is another.
    case contentDiffers
  }

  /// With `!a` for `A`, as in file names.
  package let escapedModule: String
  package let escapedVersion: String
  /// The module cache's folder.
  package let cache: String
  package var files: Files = []
  /// Those without a byte in them.
  package var emptyFiles: Files = []
  /// The content of `.ziphash`: `h1:` and 44 digits (golang.org/x/mod/sumdb/dirhash); nil where there is none, or another text.
  package var hash: String?
  package var download = DiskUsage()
  /// What `.info`, `.mod` and `.lock` take of `download`: they stay when the version is removed.
  package var metadataBytes = 0
  package var tree: DiskUsage?
  /// When a file of it was last read or written, in seconds since 1970; as exact as the file system keeps access times.
  package var lastUsed = 0
  package var temporaries: [Temporary] = []
  package var zipIsReadable = true
  package var comparison = Comparison.notCompared
  package var lock: Inode?
  /// The process that holds the version's lock.
  package var holder: Int?
  /// Bytes of it that an earlier counted copy has as well: hard links and reflinks.
  package var sharedBytes = 0

  package init(escapedModule: String, escapedVersion: String, cache: String) {
    self.escapedModule = escapedModule
    self.escapedVersion = escapedVersion
    self.cache = cache
  }

  package var module: String { ModuleName.unescaped(escapedModule) }
  package var version: String { ModuleName.unescaped(escapedVersion) }

  /// What it takes of the disk.
  package var allocatedBytes: Int { download.allocatedBytes + (tree?.allocatedBytes ?? 0) - sharedBytes }
  /// What removing it frees.
  package var removableBytes: Int {
    max(0, allocatedBytes - metadataBytes - temporaries.reduce(0) { $0 + ($1.kind == .metadata ? $1.allocatedBytes : 0) })
  }
  package var apparentBytes: Int { download.apparentBytes + (tree?.apparentBytes ?? 0) }

  package var treePath: String { "\(cache)/\(escapedModule)@\(escapedVersion)" }
  /// - Parameter suffix: `zip`, `lock` …
  package func path(_ suffix: String) -> String { "\(cache)/cache/download/\(escapedModule)/@v/\(escapedVersion).\(suffix)" }

  /// Where people look for it.
  package var place: String { tree != nil ? treePath : path(files.contains(.zip) ? "zip" : "info") }

  /// Whether there is more of it than `.info` and `.mod`, which go fetches of every version that it only considers.
  package var hasContent: Bool { tree != nil || files.contains(.zip) }

  /// Whether a text is a hash of the only kind there is.
  static func isHash(_ text: some StringProtocol) -> Bool { text.hasPrefix("h1:") && text.utf8.count == 47 }
}

/// What a name in an `@v` folder says.
enum DownloadFile: Equatable {
  case file(version: String, ModuleVersion.Files)
  case temporary(version: String, ModuleVersion.Temporary.Kind)
  /// `list`, and what is not go's.
  case other

  init(name: String) {
    for (suffix, kind) in Self.suffixes where name.hasSuffix(suffix) && name.utf8.count > suffix.utf8.count {
      self = .file(version: String(name.dropLast(suffix.count)), kind)
      return
    }
    // modfetch's tempFile: the name, a random number, ".tmp".
    if name.hasSuffix(".tmp") {
      let stem = String(name.dropLast(4).reversed().drop { $0.isASCII && $0.isNumber }.reversed())
      for suffix in [".zip", ".ziphash", ".info", ".mod"] where stem.hasSuffix(suffix) {
        self = .temporary(version: String(stem.dropLast(suffix.count)), suffix == ".zip" ? .zip : .metadata)
        return
      }
    }
    self = .other
  }

  private static let suffixes: [(String, ModuleVersion.Files)] = [
    (".info", .info), (".mod", .mod), (".zip", .zip), (".ziphash", .hash), (".lock", .lock), (".partial", .partial),
  ]
}
