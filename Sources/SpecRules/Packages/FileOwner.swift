import Glibc

/// What one line of `%files` takes in.
package struct FileOwner: Sendable {
  private let path: String
  private let isFolderAlone: Bool

  package init(_ file: ListedFile) {
    path = file.path.count > 1 && file.path.hasSuffix("/") ? String(file.path.dropLast()) : file.path
    isFolderAlone = file.has("dir")
  }

  /// Whether a path is listed by it: the path itself or, but for `%dir`, a folder that it lies in.
  package func owns(_ other: String) -> Bool {
    // Alternatives in braces are taken for anything.
    if path.contains("{") { return true }
    var candidate = Substring(other)
    while !candidate.isEmpty {
      if candidate == path || fnmatch(path, String(candidate), FNM_PATHNAME) == 0 { return true }
      guard !isFolderAlone, let slash = candidate.lastIndex(of: "/") else { return false }
      candidate = candidate[..<slash]
    }
    return false
  }
}
