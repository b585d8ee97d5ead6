import CFileAttributes
import Foundation
import SpecLint
import Testing

/// Files before and after their bytes are replaced; where rights matter, as the user `nobody` when the tests run as root.
@Suite("The replacement of a file")
struct FileReplacementTests {
  static let old = "the old text\n"
  static let new = "the new text, which is longer\n"
  static let nobody: UInt32 = 65534

  static func replace(_ path: String, with text: String = new) throws(LintFailure) {
    try FileReplacement.replace(path, holding: Array(old.utf8), with: Array(text.utf8))
  }

  private static func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  private static func status(_ path: String) -> stat {
    var status = stat()
    stat(path, &status)
    return status
  }

  // MARK: What stays

  @Test("keeps the mode whatever the umask, set-id bits too", arguments: [0o644, 0o600, 0o4755, 0o6751, 0o2664])
  func modes(_ mode: UInt32) async throws {
    let folder = try TemporaryFolder(["hello.spec": Self.old])
    let path = "\(folder.path)/hello.spec"
    chmod(path, mode)
    await #expect(processExitsWith: .success) { [path = path as String] in
      umask(0o777)
      try Self.replace(path)
    }
    #expect(Self.text(path) == Self.new)
    #expect(Self.status(path).st_mode & 0o7777 == mode)
  }

  @Test("keeps the owner", .enabled(if: geteuid() == 0, "only root gives files away"))
  func owner() throws {
    let folder = try TemporaryFolder(["hello.spec": Self.old])
    let path = "\(folder.path)/hello.spec"
    chown(path, 1234, 4321)
    chmod(path, 0o6755)
    try Self.replace(path)
    let status = Self.status(path)
    #expect([status.st_uid, status.st_gid, status.st_mode & 0o7777] == [1234, 4321, 0o6755])
    #expect(Self.text(path) == Self.new)
  }

  @Test("keeps extended attributes, and takes on none")
  func attributes() throws {
    let folder = try TemporaryFolder(["hello.spec": Self.old])
    let path = "\(folder.path)/hello.spec"
    let list = AccessList.reading(by: 1234)
    var values: [String: [UInt8]] = ["user.note": Array("ours".utf8), "user.empty": [], AccessList.attribute: list]
    if geteuid() == 0 { values["trusted.note"] = [0, 0xFF] }
    // A file system may do without some of them.
    values = values.filter { name, value in setxattr(path, name, value, value.count, 0) == 0 }
    let isDefaulted = setxattr(folder.path, AccessList.defaultAttribute, AccessList.reading(by: 4321), list.count, 0) == 0
    let mode = Self.status(path).st_mode
    let (before, names) = (Self.attribute(AccessList.attribute, path), Self.attributeNames(path))
    #expect(Self.attributeNames(path).isSuperset(of: values.keys))
    try Self.replace(path)
    #expect(Self.attributeNames(path) == names)
    for (name, value) in values { #expect(Self.attribute(name, path) == (name == AccessList.attribute ? before : value), "\(name)") }
    #expect(Self.status(path).st_mode == mode)

    try Data(Self.old.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/plain.spec"))
    removexattr("\(folder.path)/plain.spec", AccessList.attribute)
    try Self.replace("\(folder.path)/plain.spec")
    #expect(Self.attribute(AccessList.attribute, "\(folder.path)/plain.spec") == nil, "a default list: \(isDefaulted)")
  }

  private static func attributeNames(_ path: String) -> Set<String> {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = max(0, listxattr(path, &buffer, buffer.count))
    return Set(buffer[..<count].split(separator: 0).map { String(decoding: $0.map(UInt8.init(bitPattern:)), as: UTF8.self) })
  }

  private static func attribute(_ name: String, _ path: String) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = getxattr(path, name, &buffer, buffer.count)
    return count < 0 ? nil : Array(buffer[..<count])
  }

  /// A POSIX access list as the kernel has it (include/uapi/linux/posix_acl_xattr.h).
  enum AccessList {
    static let attribute = "system.posix_acl_access"
    static let defaultAttribute = "system.posix_acl_default"

    /// `u::rw-,u:USER:r--,g::r--,m::r--,o::---`
    static func reading(by user: UInt16) -> [UInt8] {
      let entries: [(tag: UInt8, rights: UInt8, user: UInt16?)] = [(1, 6, nil), (2, 4, user), (4, 4, nil), (0x10, 4, nil), (0x20, 0, nil)]
      return [2, 0, 0, 0]
        + entries.flatMap { entry -> [UInt8] in
          let id: [UInt8] = entry.user.map { [UInt8($0 & 0xFF), UInt8($0 >> 8), 0, 0] } ?? [0xFF, 0xFF, 0xFF, 0xFF]
          return [entry.tag, 0, entry.rights, 0] + id
        }
    }
  }

  @Test("follows symbolic links to the file, which stay")
  func links() throws {
    let folder = try TemporaryFolder(["specs/real/hello.spec": Self.old])
    let chain = ["first": "specs/second", "specs/second": "../third", "third": "\(folder.path)/specs/real/hello.spec"]
    for (link, destination) in chain { symlink(destination, "\(folder.path)/\(link)") }
    try Self.replace("\(folder.path)/first")
    #expect(Self.text("\(folder.path)/specs/real/hello.spec") == Self.new)
    for (link, destination) in chain {
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/\(link)") == destination)
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).count == 6)
  }

  @Test("takes a name as long as names can be, and an empty text")
  func extremes() throws {
    let name = String(repeating: "n", count: 250) + ".spec"
    let folder = try TemporaryFolder([name: Self.old])
    try Self.replace("\(folder.path)/\(name)", with: "")
    #expect(Self.text("\(folder.path)/\(name)")?.isEmpty == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
  }

  // MARK: What is refused

  struct Refusal: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Done to the folder with the file `hello.spec`, by whoever runs the tests.
    let preparation: @Sendable (_ folder: String) -> Void
    var file = "hello.spec"
    let reason: String

    init(_ name: String, file: String = "hello.spec", reason: String, _ preparation: @escaping @Sendable (_ folder: String) -> Void) {
      testDescription = name
      self.file = file
      self.reason = reason
      self.preparation = preparation
    }
  }

  static let refusals = [
    Refusal("a file that changed meanwhile", reason: "it has changed since it was read") { folder in
      try? "somebody else's text\n".write(toFile: "\(folder)/hello.spec", atomically: false, encoding: .utf8)
    },
    Refusal("a file with hard links", reason: "it has 3 hard links") { folder in
      for name in ["second", "third"] { link("\(folder)/hello.spec", "\(folder)/\(name)") }
    },
    Refusal("a read-only file", reason: "permission denied") { chmod("\($0)/hello.spec", 0o444) },
    Refusal("a folder in which nothing can be made", reason: "no file can be made beside it: permission denied") { chmod($0, 0o555) },
    Refusal("a link to nothing", file: "link.spec", reason: "no such file") { symlink("nothing.spec", "\($0)/link.spec") },
    Refusal("a link to itself", file: "link.spec", reason: "too many levels") { symlink("link.spec", "\($0)/link.spec") },
    Refusal("a folder", file: "folder", reason: "it is not a regular file") { mkdir("\($0)/folder", 0o777) },
    Refusal("a FIFO", file: "fifo.spec", reason: "it is not a regular file") { mkfifo("\($0)/fifo.spec", 0o666) },
  ]

  @Test("refuses, and leaves everything as it is", arguments: refusals)
  func refused(_ refusal: Refusal) async throws {
    let folder = try TemporaryFolder(["hello.spec": Self.old])
    chmod(folder.path, 0o777)
    chown("\(folder.path)/hello.spec", Self.nobody, Self.nobody)
    refusal.preparation(folder.path)
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let (path, reason, text) = ("\(folder.path)/\(refusal.file)", refusal.reason, Self.text("\(folder.path)/hello.spec"))
    await #expect(processExitsWith: .success) { [path = path as String, reason = reason as String] in
      // Of root no rights are asked.
      if geteuid() == 0 { #expect(setgid(Self.nobody) == 0 && setuid(Self.nobody) == 0) }
      let failure = #expect(throws: LintFailure.self) { try Self.replace(path) }
      #expect(failure?.description.hasPrefix("cannot write '\(path)': ") == true || failure?.description.contains(reason) == true)
      #expect(failure?.description.contains(reason) == true, "\(failure?.description ?? "nothing")")
    }
    chmod(folder.path, 0o777)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
    #expect(Self.text("\(folder.path)/hello.spec") == text)
  }

  @Test("refuses to change the owner", .enabled(if: geteuid() == 0, "it takes files of two users"))
  func foreign() async throws {
    let folder = try TemporaryFolder(["hello.spec": Self.old])
    let path = "\(folder.path)/hello.spec"
    chmod(folder.path, 0o777)
    chmod(path, 0o666)
    chown(path, 1234, 1234)
    await #expect(processExitsWith: .success) { [path = path as String] in
      #expect(setgid(Self.nobody) == 0 && setuid(Self.nobody) == 0)
      let failure = #expect(throws: LintFailure.self) { try Self.replace(path) }
      #expect(failure?.description == "cannot write '\(path)': its owner cannot be kept: operation not permitted")
    }
    #expect(Self.text(path) == Self.old)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["hello.spec"])
  }

  // MARK: What goes wrong on the way

  @Test("leaves the old file where there is no room for the new one")
  func fullDisk() async throws {
    let folder = try TemporaryFolder(["hello.spec": Self.old])
    let path = "\(folder.path)/hello.spec"
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let failure = #expect(throws: LintFailure.self) { try Self.replace(path, with: String(repeating: "x", count: 1_000_000)) }
      #expect(failure?.description == "cannot write '\(path)': file too large")
    }
    #expect(Self.text(path) == Self.old)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["hello.spec"])
  }

  @Test("says so on a disk that is full", .enabled(if: hasBubblewrap, "it takes a file system of a page or two"))
  func fullFileSystem() throws {
    // 16 KiB: room for the spec, not for another of its size.
    let spec = "Name: hello\nVersion: 1\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%build\ngo mod download -p 4\n"
    let folder = try TemporaryFolder(["hello.spec": spec + String(repeating: "# padding\n", count: 900)])
    let script =
      "cp hello.spec /full/ && cd /full && '\(BuiltCommand().path)' --fix hello.spec; echo $?; cmp hello.spec '\(folder.path)/hello.spec' && ls -A"
    let result = try BuiltCommand(atPath: "/usr/bin/bwrap").run(
      ["--dev-bind", "/", "/", "--size", "16384", "--tmpfs", "/full", "--chdir", folder.path, "/bin/sh", "-c", script])
    #expect(result.text.hasSuffix("2\nhello.spec\n"), "\(result.text)")
    #expect(result.errors.contains("cannot write 'hello.spec': no space left on device"), "\(result.errors)")
  }

  private static var hasBubblewrap: Bool {
    (try? BuiltCommand(atPath: "/usr/bin/bwrap").run(["--dev-bind", "/", "/", "--size", "4096", "--tmpfs", "/tmp", "true"]).status) == 0
  }

  @Test("leaves the old file when the process is killed while it writes")
  func killedWhileWriting() async throws {
    let folder = try TemporaryFolder(["hello.spec": Self.old])
    let path = "\(folder.path)/hello.spec"
    await #expect(processExitsWith: .signal(SIGXFSZ)) { [path = path as String] in
      // In the middle of the text the kernel ends the process; threads of Dispatch would not let it.
      signal(SIGXFSZ, SIG_DFL)
      var signals = sigset_t()
      sigaddset(&signals, SIGXFSZ)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      try Self.replace(path, with: String(repeating: "x", count: 1_000_000))
    }
    #expect(Self.text(path) == Self.old)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "hello.spec" }
    #expect(left.count == 1 && left.allSatisfy { $0.hasPrefix(".rpmscope-") && !$0.hasSuffix(".spec") }, "\(left)")
  }

  @Test("is all or nothing whenever the process is killed", arguments: [200, 1_000, 3_000, 10_000, 30_000])
  func killed(microseconds: UInt32) async throws {
    let (first, second) = (String(repeating: "a", count: 200_000), String(repeating: "b", count: 200_000))
    let folder = try TemporaryFolder(["hello.spec": first])
    let path = "\(folder.path)/hello.spec"
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, microseconds = microseconds as UInt32] in
      Thread.detachNewThread {
        usleep(microseconds)
        kill(getpid(), SIGKILL)
      }
      let texts = ["a", "b"].map { [UInt8](String(repeating: $0, count: 200_000).utf8) }
      while true {
        try FileReplacement.replace(path, holding: texts[0], with: texts[1])
        try FileReplacement.replace(path, holding: texts[1], with: texts[0])
      }
    }
    let text = try #require(Self.text(path))
    #expect(text == first || text == second)
  }
}
