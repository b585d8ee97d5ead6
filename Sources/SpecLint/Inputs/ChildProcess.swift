import Diagnostics
import Glibc

/// A program run to its end, for what it prints.
///
/// `posix_spawn`, as Foundation's Process takes 50 ms and its library. The program inherits standard error and reads nothing.
package enum ChildProcess {
  package struct Result: Sendable {
    /// The exit status; 128 and the signal where one ended it.
    package let status: Int32
    package let output: [UInt8]
  }

  /// - Returns: nil when it cannot be started.
  package static func run(_ arguments: [String], silencingErrors: Bool = false) -> Result? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    if silencingErrors { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }
    let words = arguments.map { strdup($0.fileName) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let problem = arguments[0].withCString { posix_spawnp(&child, $0, &actions, nil, words, environ) }
    close(ends[1])
    guard problem == 0 else { return nil }
    let output = FileBytes.readAll(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Result(status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: output)
  }
}
