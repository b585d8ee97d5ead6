import Foundation
import Testing

@testable import GoCaches

/// What is said of go's settings, beside what the real go says.
struct GoSettingsTests {
  private static let names = MachineSettings.names.filter { $0 != "GOTOOLCHAIN" }

  /// A line of the user's file, then the environment; `HERE` is a folder of the test's own.
  @Test(arguments: [
    ("", [:]),
    ("", ["HOME": "/home/you/"]),
    ("", ["HOME": "", "GOCACHE": "/c"]),
    ("", ["GOPATH": "/a:/b", "XDG_CACHE_HOME": "/cache"]),
    ("", ["GOPATH": "/a/../b"]),
    ("", ["XDG_CACHE_HOME": "/cache/"]),
    ("", ["GOMODCACHE": "/m", "GOCACHE": "/c", "GOFLAGS": "-mod=vendor"]),
    ("", ["GOCACHE": "relative"]),
    ("", ["GOENV": "off", "GOPRIVATE": "example.test"]),
    ("GOPROXY=off\nexport GOCACHE=/x\n GOBIN=/y\nGOMODCACHE=\"/quoted\"\n", [:]),
    ("GOPROXY=off\nGOPROXY=direct\nGOFLAGS=-mod=mod # comment\nHOME=/elsewhere\n", ["GOPROXY": ""]),
    ("GOPATH=/from/file\nGOPRIVATE=a.test\nGONOPROXY=b.test\n", ["GOSUMDB": "off"]),
    ("GOPATH=/from/file\n", ["GOPATH": "/from/environment"]),
    ("GOPROXY=\nGOSUMDB=\n", [:]),
  ])
  func agreesWithGo(file: String, changes: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(file.utf8).write(to: URL(fileURLWithPath: "\(folder)/env"))
    var environment = ["PATH": "/usr/bin:/bin", "HOME": "/home/you", "GOENV": "\(folder)/env"]
    environment.merge(changes) { $1 }
    let settings = MachineSettings(environment: environment).settings
    let installation = try #require(settings.installation, "there is no go to compare with")
    let real = try Self.run(installation.command, ["env"] + Self.names, environment: environment)
    for (name, value) in zip(Self.names, real) { #expect(settings.value(of: name) == value, "\(name)") }
  }

  private static func run(_ command: String, _ arguments: [String], environment: [String: String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func saysWhereValuesComeFrom() {
    let files = ["/home/you/.config/go/env": "GOPROXY=off\nGOFLAGS=-x\n"]
    let settings = GoSettings(environment: ["HOME": "/home/you", "GOFLAGS": "-v", "GOPATH": "/p"]) { files[$0].map { Array($0.utf8) } }
    #expect(settings.setting("GOPROXY")?.origin == .file(path: "/home/you/.config/go/env", line: 1))
    #expect(settings.setting("GOFLAGS")?.origin == .environment)
    #expect(settings.setting("GOMODCACHE")?.origin == .derived(from: "GOPATH"))
    #expect(settings.value(of: "GOMODCACHE") == "/p/pkg/mod")
    #expect(settings.value(of: "GOCACHE") == "/home/you/.cache/go-build")
  }
}
