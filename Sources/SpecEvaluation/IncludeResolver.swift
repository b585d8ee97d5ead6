internal import Diagnostics
internal import Glibc

/// Why a file is not read.
struct IncludeProblem: Error {
  let reason: String
}

/// Reads the files that `%include` names: regular files only, of bounded size, in the spec's folder or an allowed one.
///
/// A FIFO would never end, `/dev/zero` neither, and what lies elsewhere on the machine is none of a spec's business.
package struct IncludeResolver: Sendable {
  /// Absolute folders, without a slash at the end.
  package let folders: [String]
  private static let sizeLimit = 16 << 20

  package init(folders: [String]) { self.folders = folders }

  func read(_ name: [UInt8]) -> Result<SourceFile, IncludeProblem> {
    let text = FileName.text(name)
    let path = text.hasPrefix("/") ? text : (folders.first ?? ".") + "/" + text
    guard let real = Self.realPath(path) else { return .failure(IncludeProblem(reason: "no such file")) }
    guard folders.contains(where: { folder in Self.realPath(folder).map { real.hasPrefix($0 + "/") } ?? false }) else {
      return .failure(IncludeProblem(reason: "it lies outside the spec's folder and the macro folders"))
    }
    return contents(of: real, shownAs: text)
  }

  /// Whether a file is one of the machine's that reads the spec, not of those that lie beside it.
  func belongsToSystem(_ name: String) -> Bool {
    name.hasPrefix("/") && folders.first.map { !name.hasPrefix($0 + "/") } ?? true
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path.fileName, nil) else { return nil }
    defer { free(resolved) }
    return String(fileName: resolved)
  }

  private func contents(of path: String, shownAs name: String) -> Result<SourceFile, IncludeProblem> {
    let descriptor = open(path.fileName, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(IncludeProblem(reason: "it cannot be opened: \(String(cString: strerror(errno)))")) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      return .failure(IncludeProblem(reason: "it is not a regular file"))
    }
    guard information.st_size <= Self.sizeLimit else { return .failure(IncludeProblem(reason: "it is larger than 16 MiB")) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return .success(SourceFile(path: name, bytes: bytes))
  }
}
