import Foundation

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  /// - Parameter files: Contents by relative path.
  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("rpmscope-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = URL(fileURLWithPath: "\(path)/\(name)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// `hello.spec` with `hello-1.2.tar.gz` beside it, which the real tar makes of the files below `hello-1.2/`.
  static func withSources(spec: String, files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(files.merging(["hello.spec": spec]) { $1 })
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-C", folder.path, "-czf", "\(folder.path)/hello-1.2.tar.gz", "hello-1.2"]
    try tar.run()
    tar.waitUntilExit()
    return folder
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
