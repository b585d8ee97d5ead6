import CSandbox
import Glibc
import MacroExpansion

/// A process that has the macros of one selection loaded and forks the readers of its specs.
///
/// librpm knows one set of macros per process, and loading a distribution's takes longer than reading most specs. The server never sees a
/// spec: it is handed two descriptors, of a request and for the answer, and forks a process that reads the one, locks itself in, and
/// writes the other. That process is the worker's child, as if the worker had forked it itself.
struct ForkServer {
  let selection: MacroSelection
  private let socket: Int32
  private let identifier: pid_t

  /// - Returns: the server, which is still loading; or why there is none.
  static func start(_ selection: MacroSelection, macros: ConfiguredMacros) -> Result<ForkServer, EvaluationFailure> {
    var ours: Int32 = -1
    var theirs: Int32 = -1
    guard rpmscope_message_sockets(&ours, &theirs) else { return .failure(.refused(reason: String(cString: strerror(errno)))) }
    let child = rpmscope_fork()
    if child == 0 {
      guard rpmscope_serve_parent(theirs, macros.process) else { _exit(1) }
      macros.load(selection)
      serve(theirs, macros: macros)
    }
    let problem = errno
    close(theirs)
    guard child > 0 else {
      close(ours)
      return .failure(.refused(reason: "no process can be started: \(String(cString: strerror(problem)))"))
    }
    return .success(ForkServer(selection: selection, socket: ours, identifier: child))
  }

  private static func serve(_ socket: Int32, macros: ConfiguredMacros) -> Never {
    var request: Int32 = -1
    var reply: Int32 = -1
    while rpmscope_receive_descriptors(socket, &request, &reply) {
      let child = rpmscope_fork_sibling()
      if child == 0 { SpecReader.run(with: macros, request: request, answeringTo: reply) }
      var answer = child < 0 ? -errno : child
      close(request)
      close(reply)
      guard write(socket, &answer, MemoryLayout<pid_t>.size) == MemoryLayout<pid_t>.size else { break }
    }
    _exit(0)
  }

  /// Has a reader forked.
  ///
  /// - Parameters:
  ///   - request: a descriptor of `ReaderInput`, encoded.
  ///   - reply: where the reader writes its answer.
  /// - Returns: its process; an error number, or nil when the server is gone.
  func fork(request: Int32, reply: Int32) -> Result<pid_t, ErrorNumber>? {
    guard rpmscope_send_descriptors(socket, request, reply) else { return nil }
    var answer: pid_t = 0
    var count = 0
    repeat { count = recv(socket, &answer, MemoryLayout<pid_t>.size, 0) } while count < 0 && errno == EINTR
    guard count == MemoryLayout<pid_t>.size, answer != 0 else { return nil }
    return answer > 0 ? .success(answer) : .failure(ErrorNumber(value: -answer))
  }

  /// What fork(2) failed with.
  struct ErrorNumber: Error {
    let value: Int32
  }

  /// Ends the server; its readers go on.
  func end() {
    close(socket)
    kill(identifier, SIGKILL)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
  }
}
