import Glibc

/// A spec's bytes and the name they go by.
public struct SpecInput: Sendable {
  /// As the user wrote it; reports name it so.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Reads a file.
  public init(contentsOf path: String) throws(LintFailure) {
    self.init(path: path, bytes: try FileBytes.read(path))
  }

  /// Where the spec's sources and includes lie: beside it, as in a distribution's repository of packages.
  package var folder: String {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard let absolute = realpath(folder, nil) else { return folder }
    defer { free(absolute) }
    return String(cString: absolute)
  }
}
