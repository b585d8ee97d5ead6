import CSandbox
import Glibc
import MacroExpansion

/// A process that reads one spec, as its parent sees it.
struct ReadingProcess {
  let number: Int
  let timeLimit: Double
  /// On the clock of `now`.
  private let start = ReadingProcess.now
  var deadline: Double { start + max(0, timeLimit) }
  var secondsSinceStart: Double { Self.now - start }
  /// Where its answer comes from: eight bytes of length, least significant first, and a `WorkerReply`.
  let pipe: Int32
  private let identifier: pid_t
  private var received: [UInt8] = []

  private static let headerLength = 8
  private static let lengthLimit = Frame.maximumLength - 16

  /// - Parameter server: forks it; nil is given back when it is gone.
  static func start(number: Int, timeLimit: Double, request: Int32, by server: ForkServer) -> Result<ReadingProcess, EvaluationFailure>? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return .failure(.refused(reason: String(cString: strerror(errno)))) }
    let child = server.fork(request: request, reply: ends[1])
    close(ends[1])
    switch child {
    case .success(let child): return .success(ReadingProcess(number: number, timeLimit: timeLimit, pipe: ends[0], identifier: child))
    case .failure(let error):
      close(ends[0])
      return .failure(.refused(reason: "no process can be started: \(String(cString: strerror(error.value)))"))
    case nil:
      close(ends[0])
      return nil
    }
  }

  private init(number: Int, timeLimit: Double, pipe: Int32, identifier: pid_t) {
    self.number = number
    self.timeLimit = timeLimit
    self.pipe = pipe
    self.identifier = identifier
  }

  /// Takes what has come; when that was all, ends the process and gives the answer, encoded.
  mutating func receive(using buffer: inout [UInt8]) -> [UInt8]? {
    let count = buffer.withUnsafeMutableBytes { read(pipe, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    if count > 0 { received.append(contentsOf: buffer[..<count]) }
    guard received.count >= Self.headerLength else { return count > 0 ? nil : failure(of: end()) }
    let length = received[..<Self.headerLength].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    if length > UInt64(Self.lengthLimit) {
      end()
      return WorkerReply.failed(.tooLarge(limit: Self.lengthLimit)).wireBytes
    }
    if received.count - Self.headerLength >= Int(length) {
      end()
      return Array(received.dropFirst(Self.headerLength))
    }
    return count > 0 ? nil : failure(of: end())
  }

  /// Ends the process and whatever it started, and takes its status.
  @discardableResult func end() -> Int32 {
    // A process that is ending by itself keeps its own status: the kernel has noted that before it closes the pipe.
    kill(-identifier, SIGKILL)
    kill(identifier, SIGKILL)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    close(pipe)
    return status
  }

  private func failure(of status: Int32) -> [UInt8] {
    // WIFSIGNALED and its like are macros that Swift does not see: the low seven bits are the signal, the next byte the status.
    let signal = status & 0x7F
    let failure: EvaluationFailure =
      switch signal {
      case 0: .exited(status: status >> 8 & 0xFF)
      case SIGXCPU: .timedOut(seconds: timeLimit)
      default: .crashed(signal: signal)
      }
    return WorkerReply.failed(failure).wireBytes
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
