internal import MacroExpansion

/// The files of an archive that say what belongs to a Go module: `go.mod`, `go.sum`, `go.work`, `vendor/modules.txt`.
struct ArchiveListing {
  private(set) var files: [LocalSource.ArchivedFile] = []
  /// Whether every name was seen and every wanted file read.
  private(set) var isComplete = true

  /// The go.sum of Kubernetes has 100 KB.
  private static let sizeLimit = 2 << 20
  private static let totalLimit = 8 << 20
  /// Repositories of many modules have some hundred.
  private static let countLimit = 512
  /// `name-1.2/a/b/c/go.mod`: deeper ones are not what a package is built from.
  private static let depthLimit = 5

  mutating func collect(from reader: inout ArchiveReader) {
    var total = 0
    while true {
      switch reader.next() {
      case .end: return
      case .lost:
        isComplete = false
        return
      case .unnamed: isComplete = false
      case .other(let name):
        // A link in place of what is looked for: what it leads to is not known.
        if let path = Self.normalized(name), Self.isWanted(path) || path.last == "vendor" && Self.isWanted(path + ["modules.txt"]),
          !name.hasSuffix("/")
        {
          isComplete = false
        }
      case .file(let name):
        guard let path = Self.normalized(name), Self.isWanted(path) else { continue }
        guard files.count < Self.countLimit, let bytes = reader.contents(upTo: min(Self.sizeLimit, Self.totalLimit - total)) else {
          isComplete = false
          continue
        }
        total += bytes.count
        take(LocalSource.ArchivedFile(path: path.joined(separator: "/"), bytes: bytes))
      }
    }
  }

  /// Of two entries with one name the later is what unpacking leaves.
  private mutating func take(_ file: LocalSource.ArchivedFile) {
    files.removeAll { $0.path == file.path }
    files.append(file)
  }

  /// The parts of a path; nil where it leads out of the folder it is unpacked in.
  private static func normalized(_ name: String) -> [Substring]? {
    guard !name.hasPrefix("/") else { return nil }
    let parts = name.split(separator: "/").filter { $0 != "." }
    return parts.isEmpty || parts.contains("..") ? nil : parts
  }

  private static func isWanted(_ path: [Substring]) -> Bool {
    guard path.count <= depthLimit, let name = path.last else { return false }
    var folders = path.dropLast()
    switch name {
    case "go.mod", "go.sum", "go.work": break
    case "modules.txt": guard folders.popLast() == "vendor" else { return false }
    default: return false
    }
    // Folders that go passes over, but for the first, which is the archive's own.
    return !folders.dropFirst().contains { $0 == "testdata" || $0.hasPrefix("_") || $0.hasPrefix(".") } && !folders.contains("vendor")
  }
}
