import Glibc

/// Why there is no worker to read specs with; the operator's to mend.
package enum WorkerError: Error, Sendable, Hashable, CustomStringConvertible {
  case notFound(path: String)
  case otherRelease(path: String)
  case cannotStart(path: String, reason: String)
  /// It ended, or said something else, before it said what it is.
  case noHandshake(path: String)

  package var description: String {
    switch self {
    case .notFound(let path):
      "the worker '\(path)' does not exist or cannot be run; install it beside rpmscope, or set RPMSCOPE_WORKER to its path"
    case .otherRelease(let path):
      "the worker '\(path)' is not of rpmscope \(ToolVersion.current); install rpmscope and rpmscope-worker from the same package"
    case .cannotStart(let path, let reason): "the worker '\(path)' cannot be started: \(reason)"
    case .noHandshake(let path):
      "the worker '\(path)' did not start; install the rpmscope-worker of rpmscope \(ToolVersion.current), with librpm, libarchive and libseccomp"
    }
  }
}

/// A running worker and the socket to it; ends with its owner.
struct WorkerProcess: ~Copyable {
  enum Transfer: Equatable {
    case bytes(Int)
    case wouldBlock
    case closed
  }

  let identifier: pid_t
  let socket: Int32

  /// Starts `path` with the socket as its standard input and output; it keeps the command's standard error and environment.
  init(path: String) throws(WorkerError) {
    guard access(path, X_OK) == 0 else { throw .notFound(path: path) }
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw .cannotStart(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    var child: pid_t = 0
    let name = strdup(path)
    defer { free(name) }
    let status = posix_spawn(&child, path, &actions, nil, [name, nil], environ)
    guard status == 0 else {
      close(ends[0])
      throw .cannotStart(path: path, reason: String(cString: strerror(status)))
    }
    identifier = child
    socket = ends[0]
  }

  deinit {
    // The worker ends on its own when its socket does; one that hangs must not outlive the command.
    close(socket)
    kill(identifier, SIGKILL)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
  }

  func send(_ bytes: ArraySlice<UInt8>) -> Transfer {
    transfer(bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Self.withoutWaiting) })
  }

  func receive(into buffer: inout [UInt8]) -> Transfer {
    let result = transfer(buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, Self.withoutWaiting) })
    return result == .bytes(0) ? .closed : result
  }

  private func transfer(_ count: Int) -> Transfer {
    if count >= 0 { return .bytes(count) }
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? .wouldBlock : .closed
  }

  /// No signal when the worker is gone: an error return says so.
  private static var withoutWaiting: Int32 { Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL) }

  /// Waits until something can be read (or written, if asked for) or the milliseconds are over.
  ///
  /// - Parameter descriptor: What else ends the wait when it can be read; poll(2) passes over a negative one.
  func wait(forWriting: Bool, or descriptor: Int32 = -1, milliseconds: Int32) {
    var entries = [
      pollfd(fd: socket, events: Int16(POLLIN | (forWriting ? POLLOUT : 0)), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&entries, nfds_t(entries.count), milliseconds)
  }

  /// `RPMSCOPE_WORKER`, else `rpmscope-worker` beside the running executable.
  static func defaultPath() -> String {
    if let path = getenv("RPMSCOPE_WORKER"), path.pointee != 0 { return String(cString: path) }
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    let folder = buffer[..<max(0, count)].lastIndex(of: UInt8(ascii: "/")).map { buffer[...$0] } ?? []
    return String(decoding: folder, as: UTF8.self) + "rpmscope-worker"
  }
}
