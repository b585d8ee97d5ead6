import CSandbox
import Glibc
import MacroExpansion

/// Keeps up to `jobs` processes reading specs, relays their answers, ends those that take too long.
struct Supervisor {
  private var channel: CommandChannel
  private let configuration: WorkerConfiguration
  private let jobs: Int
  private var macros: ConfiguredMacros
  private var startCount = 0
  private var queue: [(number: Int, request: EvaluationRequest)] = []
  private var running: [ReadingProcess] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)

  init(channel: CommandChannel, configuration: WorkerConfiguration, macros: ConfiguredMacros) {
    self.channel = channel
    self.configuration = configuration
    self.macros = macros
    jobs = max(1, configuration.jobs)
  }

  /// Works until the command closes the socket: then nobody wants the answers any more.
  mutating func run() {
    while !channel.isClosed {
      takeRequests()
      startReading()
      wait()
    }
    for process in running { process.end() }
  }

  private mutating func takeRequests() {
    while queue.count < jobs, let frame = channel.nextFrame() {
      var fields = WireReader(frame.payload)
      guard frame.kind == .request, let number = try? fields.readInt(), let request = try? EvaluationRequest(from: &fields) else {
        // Command and worker do not speak the same language: another version's.
        exit(2)
      }
      queue.append((number, request))
    }
  }

  private mutating func startReading() {
    while running.count < jobs, !queue.isEmpty {
      let (number, request) = queue[0]
      switch ReadingProcess.start(number: number, timeLimit: request.timeLimit, reader: SpecReader(macros: macros, request: request)) {
      case .success(let process): running.append(process)
      // Too many processes for now; one of ours will end.
      case .failure where !running.isEmpty: return
      case .failure(let failure): reply(number, WorkerReply.failed(failure).wireBytes)
      }
      queue.removeFirst()
      startCount += 1
      if startCount == Self.rehearsalStart { macros = Rehearsal.run(with: macros, configuration: configuration) }
    }
  }

  /// Specs after which there are likely to be many more, so that a rehearsal pays.
  private static let rehearsalStart = 8

  /// Waits for the command, an answer or the end of somebody's time, and deals with it.
  private mutating func wait() {
    var entries = running.map { pollfd(fd: $0.pipe, events: Int16(POLLIN), revents: 0) }
    // Requests stay in the socket until there is room, so that the command notices.
    entries.append(pollfd(fd: channel.socket, events: queue.count < jobs ? Int16(POLLIN) : 0, revents: 0))
    let deadline = running.map(\.deadline).min()
    let milliseconds = deadline.map { Int32(max(0, min($0 - ReadingProcess.now, 3600)) * 1000) + 1 } ?? -1
    guard poll(&entries, nfds_t(entries.count), milliseconds) >= 0 else { return }
    if entries.last?.revents != 0 { channel.receive() }
    let now = ReadingProcess.now
    for index in running.indices.reversed() {
      let isReady = entries[index].revents != 0
      if isReady, let message = running[index].receive(using: &buffer) {
        finish(index, message)
      } else if now >= running[index].deadline {
        running[index].end()
        finish(index, WorkerReply.failed(.timedOut(seconds: running[index].timeLimit)).wireBytes)
      }
    }
  }

  private mutating func finish(_ index: Int, _ message: [UInt8]) {
    let process = running.remove(at: index)
    reply(process.number, message, after: process.secondsSinceStart)
  }

  private mutating func reply(_ number: Int, _ message: [UInt8], after seconds: Double = 0) {
    if !channel.send(Frame(reply: number, after: seconds, message: message)) {
      for process in running { process.end() }
      exit(0)
    }
  }
}
