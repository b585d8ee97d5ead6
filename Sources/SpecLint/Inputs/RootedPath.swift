import Diagnostics
import Glibc

/// Paths as seen from the folder that a repository begins in.
package enum RootedPath {
  /// The nearest folder from `folder` upwards that a version control system keeps, else `folder` itself; ends in a slash.
  package static func root(of folder: String) -> String {
    var candidate = normalized(folder)
    while true {
      let prefix = candidate.hasSuffix("/") ? candidate : candidate + "/"
      if access((prefix + ".git").fileName, F_OK) == 0 { return prefix }
      guard candidate != "/", let slash = candidate.lastIndex(of: "/") else { break }
      candidate = slash == candidate.startIndex ? "/" : String(candidate[..<slash])
    }
    let folder = normalized(folder)
    return folder.hasSuffix("/") ? folder : folder + "/"
  }

  /// Whether the current folder has not been deleted.
  static var currentFolderExists: Bool {
    guard let folder = getcwd(nil, 0) else { return false }
    free(folder)
    return true
  }

  package static var currentFolder: String {
    guard let folder = getcwd(nil, 0) else { return "/" }
    defer { free(folder) }
    return String(fileName: folder)
  }

  /// Below the root without it; elsewhere absolute.
  package static func relative(_ path: String, to root: String) -> String {
    let absolute = absolute(path)
    return absolute.hasPrefix(root) ? String(absolute.dropFirst(root.count)) : absolute
  }

  package static func absolute(_ path: String) -> String {
    normalized(path.hasPrefix("/") ? path : "\(currentFolder)/\(path)")
  }

  /// Absolute, with all links followed; nil where nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path.fileName, nil) else { return nil }
    defer { free(resolved) }
    return String(fileName: resolved)
  }

  /// Absolute, with the links of its folder followed and its own name kept.
  static func located(_ path: String) -> String {
    let absolute = absolute(path)
    let slash = absolute.lastIndex(of: "/") ?? absolute.startIndex
    return resolved(String(absolute[..<slash]) + "/").map { $0 + absolute[slash...] } ?? absolute
  }

  /// Without `.`, `..` and doubled slashes; symbolic links are not looked at.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
