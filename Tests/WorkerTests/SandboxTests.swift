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
    let lines = try TestWorker("sandbox-probe", user: user).output(of: [folder.folder, folder.outside]).split(separator: "\n")
    #expect(folder.state() == before)
    let hasLandlock = lines.first?.hasPrefix("support landlock 0") == false
    #expect(lines.count > 80)
    for line in lines.dropFirst() where hasLandlock || !line.contains("landlock: ") {
      let name = line.drop { $0 != " " }.dropFirst()
      #expect(line == (Self.allowed.contains(String(name)) ? "allowed " : "denied ") + name)
    }
  }
}
