import Glibc
import Testing

/// What is left to a process that is locked in, tried by system calls from C, below everything that a spec can say.
@Suite struct SandboxTests {
  private static let allowed: Set<String> = [
    "libc: fopen", "libc: open", "libc: opendir", "look at a file outside", "map memory", "read a file of the folder", "tell the time",
  ]

  @Test func onlyReadingIsLeft() throws { try check(as: .current) }

  @Test(.enabled(if: geteuid() == 0, "only root can become somebody else")) func onlyReadingIsLeftToNobody() throws {
    try check(as: .nobody)
  }

  private func check(as user: TestWorker.User) throws {
    let folder = try HostileFolder()
    let before = folder.state()
    let outcomes = try Self.outcomes(in: folder, as: user)
    #expect(folder.state() == before)
    let hasLandlock = outcomes["support landlock"] != "0"
    for (name, outcome) in outcomes where !name.hasPrefix("support") && (hasLandlock || !name.hasPrefix("landlock")) {
      #expect(outcome == (Self.allowed.contains(name) ? "allowed" : "denied"), "\(name)")
    }
  }

  @Test func withoutLandlockTheRestHolds() throws {
    let folder = try HostileFolder()
    let before = folder.state()
    let outcomes = try Self.outcomes(in: folder, without: "landlock")
    #expect(folder.state() == before)
    #expect(outcomes["support landlock"] == "0")
    // What Landlock alone denies, a system call can reach now, and librpm and Lua, which go through libc's functions, cannot.
    for (name, outcome) in outcomes where !name.hasPrefix("support") && !name.hasPrefix("landlock") {
      #expect(outcome == (Self.allowed.contains(name) ? "allowed" : "denied"), "\(name)")
    }
  }

  private static var hasLandlock: Bool {
    guard let folder = try? HostileFolder(), let outcomes = try? outcomes(in: folder) else { return true }
    return outcomes["support landlock"] != "0"
  }

  @Test(.enabled(if: SandboxTests.hasLandlock, "the kernel has no Landlock")) func withoutSeccompTheRestHolds() throws {
    let folder = try HostileFolder()
    let outcomes = try Self.outcomes(in: folder, without: "seccomp")
    #expect(outcomes["support seccomp"] == "0")
    let byLandlock = [
      "execve", "execveat", "linkat", "mkdirat", "mknodat", "openat for both", "openat for writing", "openat to create", "openat to empty",
      "renameat2", "symlinkat", "truncate", "unlinkat",
    ]
    for (name, outcome) in outcomes where name.hasPrefix("libc: ") || name.hasPrefix("landlock: ") || byLandlock.contains(name) {
      #expect(outcome == (Self.allowed.contains(name) ? "allowed" : "denied"), "\(name)")
    }
    #expect(access(folder.marker, F_OK) != 0)
  }

  private struct ProbeBuildFailed: Error { let output: String }

  /// Where the probe lies: `Sources/Maintenance`, which no build of the package holds, is built here.
  private static let probeFolder: Result<String, ProbeBuildFailed> = {
    let package = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
    let scratch = TestWorker.buildFolder + "/maintenance"
    let command = "swift build --quiet --package-path '\(package)/Sources/Maintenance' --scratch-path '\(scratch)' 2>&1"
    guard let stream = popen(command, "r") else { return .failure(ProbeBuildFailed(output: "no shell")) }
    var bytes: [UInt8] = []
    while case let byte = getc(stream), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    let status = pclose(stream)
    return status == 0 ? .success(scratch + "/debug") : .failure(ProbeBuildFailed(output: String(decoding: bytes, as: UTF8.self)))
  }()

  /// What became of each attempt, by its name.
  private static func outcomes(
    in folder: HostileFolder, as user: TestWorker.User = .current, without facility: String? = nil
  ) throws -> [String: String] {
    let arguments = [folder.folder, folder.outside] + (facility.map { [$0] } ?? [])
    var outcomes: [String: String] = [:]
    for line in try TestWorker("sandbox-probe", in: probeFolder.get(), user: user).output(of: arguments).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      if words[0] == "support" {
        let pairs = words[1].split(separator: " ").map(String.init)
        for index in stride(from: 0, to: pairs.count - 1, by: 2) { outcomes["support " + pairs[index]] = pairs[index + 1] }
      } else {
        outcomes[words[1]] = words[0]
      }
    }
    #expect(outcomes.count > 80)
    return outcomes
  }
}
