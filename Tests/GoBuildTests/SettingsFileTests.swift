import Foundation
import Testing

@testable import GoBuild

/// Files of settings as real go reads them: `go env` is asked.
@Suite("Go's file of settings", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/go"), "needs go"))
struct SettingsFileTests {
  /// What of it counts is go's to say.
  static let lines = [
    "GOPROXY=off", "export GOPROXY=off", " GOPROXY=off", "\tGOPROXY=off", "#GOPROXY=off", "GOPROXY=\"off\"", "GOPROXY='off'",
    "GOPROXY=off # now", "GOPROXY=$HOME", "GOPROXY =off", "GOPROXY= off", "GOPROXY=off\r", "goproxy=off", "GOPROXY",
    "GOPROXY=off\nGOPROXY=direct",
    "GOPROXY=direct\n\nGOPROXY=off\n# end", "GOPROXY=a=b", "GOPROXY=",
  ]

  @Test("is read as go reads it", arguments: lines)
  func isReadAlike(_ text: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rpmscope-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("env")
    try Data((text + "\n").utf8).write(to: file)
    let found = GoSettingsFile.settings(in: Value(text + "\n"))["GOPROXY"]?.display
    let answer = try Self.proxy(file.path)
    // Empty is unset to older releases; those that have their defaults in a file too (go.env) say that it is empty.
    let expected = found == "" && !answer.isEmpty ? Self.standard : found ?? Self.standard
    #expect(expected == answer, "\(text)")
  }

  private static let standard = "https://proxy.golang.org,direct"

  private static func proxy(_ file: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/go")
    process.arguments = ["env", "GOPROXY"]
    process.environment = ["GOENV": file, "HOME": "/nonexistent", "GOTOOLCHAIN": "local", "GOCACHE": "/nonexistent"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: text.last == 0x0A ? text.dropLast() : text, as: UTF8.self)
  }
}
