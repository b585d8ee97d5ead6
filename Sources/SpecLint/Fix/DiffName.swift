import Diagnostics
import Glibc

/// A file's name in a diff.
///
/// Below the current folder it is relative to it, after `a/` and `b/`, so that `git apply` finds it from there. Elsewhere it is the
/// whole path, for `git -C / apply`: git takes no name that climbs out of where it stands.
package enum DiffName {
  package static func names(for path: String) -> (old: String, new: String) {
    let absolute = Self.absolute(path)
    let folder = resolved(".") ?? "/"
    let prefix = folder == "/" ? "/" : folder + "/"
    guard absolute.hasPrefix(prefix) else { return (quoted(absolute), quoted(absolute)) }
    let relative = absolute.dropFirst(prefix.count)
    return (quoted("a/\(relative)"), quoted("b/\(relative)"))
  }

  /// With the folder's links followed, the file's own left alone.
  private static func absolute(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return join(resolved(".") ?? "/", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return join(resolved(folder) ?? folder, String(path[path.index(after: slash)...]))
  }

  private static func join(_ folder: String, _ name: String) -> String { folder == "/" ? "/\(name)" : "\(folder)/\(name)" }

  private static func resolved(_ path: String) -> String? {
    guard let absolute = realpath(path.fileName, nil) else { return nil }
    defer { free(absolute) }
    return String(fileName: absolute)
  }

  /// As git's quote_c_style writes names with control characters, quotes or backslashes; a blank asks for a tab after the name.
  private static func quoted(_ name: String) -> String {
    let bytes = FileName.bytes(of: name)
    guard
      name.unicodeScalars.contains(where: FileName.isStandIn)
        || bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
    else {
      return name.contains(" ") ? name + "\t" : name
    }
    var text = "\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += "\\" + String(Unicode.Scalar(byte))
      case 0x20..<0x7F: text += String(Unicode.Scalar(byte))
      default:
        let octal = String(byte, radix: 8)
        text += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
      }
    }
    return text + "\""
  }
}
