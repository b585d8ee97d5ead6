import Glibc

/// The go command that a shell would find, and its files.
package struct GoInstallation: Sendable {
  /// The first `go` in PATH.
  package let command: String
  /// Where it lies, links followed.
  package let executable: String
  /// "1.27.3", from the file VERSION; nil where that cannot be read.
  package let version: String?
  /// The GOROOT that go finds by its own place (cmd/go/internal/cfg, findGOROOT).
  package let root: String

  package init?(path: String) {
    let found = path.split(separator: ":").map { "\($0)/go" }.first { unsafe access($0, X_OK) == 0 && Self.isFile($0) }
    guard let found else { return nil }
    command = found
    executable = CacheFinder.resolved(found)
    guard let root = Self.root(of: executable) else { return nil }
    self.root = root
    let text = OpenFile(Array("\(root)/VERSION".utf8), flags: 0)?.bytes(limit: 4096) ?? []
    let word = String(decoding: text.prefix { $0 > 0x20 }, as: UTF8.self)
    version = word.hasPrefix("go") ? String(word.dropFirst(2)) : nil
  }

  /// N of Go 1.N; nil where the version is not known.
  package var release: Int? { version?.split(separator: ".").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) } }

  private static func root(of executable: String) -> String? {
    var folder = executable
    for _ in 0..<3 {
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return nil }
      folder = String(folder[..<slash])
      if unsafe access("\(folder)/pkg/tool", F_OK) == 0 { return folder }
    }
    return nil
  }

  private static func isFile(_ path: String) -> Bool {
    OpenFile(Array(path.utf8), flags: 0)?.status?.kind == .file
  }
}
