import Foundation

/// A built executable, run with nothing of the tester's environment but PATH.
struct BuiltCommand {
  let path: String

  init(_ name: String = "rpmscope") { path = Self.path(of: name) }

  /// A tool of `Sources/Maintenance`, which is built here, as no build of the package has it.
  init(maintenance name: String) throws {
    let scratch = Self.path(of: "maintenance")
    let words = ["swift", "build", "--quiet", "--package-path", "Sources/Maintenance", "--scratch-path", scratch]
    let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let built = try BuiltCommand(atPath: "/usr/bin/env").run(words, environment: ["PATH": searchPath])
    guard built.status == 0 else { throw MaintenanceBuildFailed(output: built.text + built.errors) }
    self.init(atPath: "\(scratch)/debug/\(name)")
  }

  private struct MaintenanceBuildFailed: Error { let output: String }

  /// Any executable.
  init(atPath path: String) { self.path = path }

  struct Result {
    let status: Int32
    let output: [UInt8]
    let errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs it in a folder, the package's own by default.
  func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], folder: String = Self.package
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/home/you", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = standardInput
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: input)
    try standardInput.fileHandleForWriting.close()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: Array(written), errors: String(decoding: complaints, as: UTF8.self))
  }

  /// Beside the test runner, where everything lies that was built with it.
  static func path(of name: String) -> String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// The package's own folder.
  static let package = String(#filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 })

  /// The files in one of the package's folders and the folders in it, as paths from the package, sorted.
  static func files(in folder: String) -> [String] {
    guard let paths = FileManager.default.enumerator(atPath: "\(package)/\(folder)") else { return [] }
    return paths.compactMap { $0 as? String }.filter { $0.contains(".") }.sorted().map { "\(folder)/\($0)" }
  }

  static func file(_ path: String) throws -> String { try String(contentsOfFile: "\(package)/\(path)", encoding: .utf8) }
}
