/// Paths of folders as commands name them.
package enum FolderPath {
  /// An absolute path without `.`, `..` and doubled slashes; nil where it is not known.
  package static func absolute(_ word: Value, in directory: Value) -> [UInt8]? {
    guard let path = word.exact, !path.isEmpty else { return nil }
    if path.first == UInt8(ascii: "/") { return cleaned(path) }
    return directory.exact.map { cleaned($0 + [UInt8(ascii: "/")] + path) }
  }

  /// Whether a path is a folder or lies below it.
  package static func holds(_ folder: [UInt8], _ path: [UInt8]) -> Bool {
    path.starts(with: folder) && (path.count == folder.count || folder.last == UInt8(ascii: "/") || path[folder.count] == UInt8(ascii: "/"))
  }

  /// The names between a folder and a path below it; nil where the path lies elsewhere.
  package static func names(from folder: [UInt8], to path: [UInt8]) -> [ArraySlice<UInt8>]? {
    guard holds(folder, path) else { return nil }
    return path[folder.count...].split(separator: UInt8(ascii: "/"))
  }

  /// An absolute path without `.`, `..` and doubled slashes.
  package static func cleaned(_ path: String) -> String { String(decoding: cleaned(Array(path.utf8)), as: UTF8.self) }

  /// An absolute path without `.`, `..` and doubled slashes.
  package static func cleaned(_ path: [UInt8]) -> [UInt8] {
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(path.count + 1)
    // Where each name's slash is.
    var starts: [Int] = []
    for name in path.split(separator: UInt8(ascii: "/")) where !name.elementsEqual(".".utf8) {
      if name.elementsEqual("..".utf8) {
        if let start = starts.popLast() { cleaned.removeSubrange(start...) }
      } else {
        starts.append(cleaned.count)
        cleaned.append(UInt8(ascii: "/"))
        cleaned += name
      }
    }
    return cleaned.isEmpty ? [UInt8(ascii: "/")] : cleaned
  }
}
