import Diagnostics
import Glibc

/// What `.gitignore` files say, on the way down a tree that git keeps.
///
/// Those of the folders above the one that is walked count too, up to the repository's root, and `.git/info/exclude`. A file that is
/// tracked although a pattern matches it is left out as well; the user's own `core.excludesFile` is not read.
struct IgnoreFiles {
  private struct Level {
    /// The folder that the patterns count from, with a slash at the end.
    let folder: String
    let patterns: GlobList
  }

  private var levels: [Level] = []

  /// - Parameter folder: Where the walk begins, absolute; nil outside of any repository.
  init?(above folder: String) {
    let root = RootedPath.root(of: folder)
    guard access((root + ".git").fileName, F_OK) == 0 else { return nil }
    enter(root, file: root + ".git/info/exclude")
    var prefix = root
    enter(prefix)
    for part in RootedPath.relative(folder, to: root).split(separator: "/") where folder != root.dropLast() {
      prefix += part + "/"
      enter(prefix)
    }
  }

  /// Adds a folder's own file.
  mutating func enter(_ folder: String, file: String? = nil) {
    guard let bytes = try? FileBytes.read(file ?? folder + ".gitignore") else { return }
    let patterns = bytes.split(separator: 0x0A).compactMap { GlobPattern(String(decoding: $0, as: UTF8.self)) }
    if !patterns.isEmpty { levels.append(Level(folder: folder, patterns: GlobList(patterns))) }
  }

  /// - Parameter path: Absolute; the folders above it are known not to be ignored.
  func ignore(_ path: String, isFolder: Bool) -> Bool {
    for level in levels.reversed() where path.hasPrefix(level.folder) {
      if let verdict = level.patterns.verdict(on: String(path.dropFirst(level.folder.count)), isFolder: isFolder) { return verdict }
    }
    return false
  }
}
