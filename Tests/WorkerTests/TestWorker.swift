import Glibc

/// A built executable, started as the user a test wants, under a name that no other process has.
final class TestWorker {
  enum User { case current, nobody }

  /// What to start: the executable, or a script that becomes somebody else first.
  let path: String
  /// The name under which it runs, and which its processes can be told by.
  let name: String
  private let folder: String

  /// - Parameter folder: Where the executable lies; that of the tests by default.
  init(_ executable: String = "rpmscope-worker", in buildFolder: String = TestWorker.buildFolder, user: User = .current) throws {
    var template = Array("/tmp/rpmscope-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FolderError(number: errno) }
    folder = String(cString: made)
    chmod(folder, 0o755)
    name = folder + "/" + executable
    guard symlink(buildFolder + "/" + executable, name) == 0 else { throw FolderError(number: errno) }
    switch user {
    case .current: path = name
    case .nobody:
      path = folder + "/as-nobody"
      try Self.write("#!/bin/sh\nexec setpriv --reuid=65534 --regid=65534 --clear-groups '\(name)' \"$@\"\n", to: path)
    }
  }

  /// A script in place of the worker.
  init(script: String) throws {
    var template = Array("/tmp/rpmscope-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FolderError(number: errno) }
    folder = String(cString: made)
    name = folder + "/script"
    path = name
    try Self.write("#!/bin/sh\n" + script, to: path)
  }

  deinit {
    for file in [name, folder + "/as-nobody"] { unlink(file) }
    rmdir(folder)
  }

  private static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o755)
    guard descriptor >= 0 else { throw FolderError(number: errno) }
    _ = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
    close(descriptor)
  }

  /// Processes that run under this name.
  var processes: [pid_t] { Self.processes(with: name) }

  /// Those that are still there when the kernel has had a second to end what was killed, or ends with its parent.
  var remainingProcesses: [pid_t] { Self.remainingProcesses(with: name) }

  /// What the executable prints with these arguments.
  func output(of arguments: [String]) -> String {
    let command = ([path] + arguments).map { "'" + $0 + "'" }.joined(separator: " ")
    guard let stream = popen(command, "r") else { return "" }
    defer { pclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = getc(stream), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the test runner lies, and everything that was built with it.
  static var buildFolder: String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0 }
    let end = buffer[..<max(0, count)].lastIndex(of: UInt8(ascii: "/")) ?? 0
    return String(decoding: buffer[..<end], as: UTF8.self)
  }

  /// Processes whose command line has this word.
  static func processes(with word: String) -> [pid_t] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var found: [pid_t] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard let number = Int32(name), number != getpid(), let file = fopen("/proc/\(name)/cmdline", "r") else { continue }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = fread(&bytes, 1, bytes.count, file)
      fclose(file)
      let words = bytes[..<count].split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      if words.contains(word) { found.append(number) }
    }
    return found
  }

  static func remainingProcesses(with word: String) -> [pid_t] {
    let start = now
    while !processes(with: word).isEmpty, now - start < 1 { usleep(10_000) }
    return processes(with: word)
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
