import CSandbox
import Glibc
import MacroExpansion

/// Keeps up to `jobs` processes reading specs, relays their answers, ends those that take too long.
struct Supervisor {
  private var channel: CommandChannel
  private let configuration: WorkerConfiguration
  private let jobs: Int
  private var macros: ConfiguredMacros
  private var chooser: MacroChooser
  private var servers: ForkServers
  private var startCount = 0
  private var queue: [Request] = []
  private var running: [ReadingProcess] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)

  private struct Request {
    let number: Int
    let timeLimit: Double
    let chosen: ChosenMacros
    let selection: MacroSelection
    /// Encoded, as it came.
    let message: [UInt8]
  }

  init(channel: CommandChannel, configuration: WorkerConfiguration, macros: ConfiguredMacros) {
    self.channel = channel
    self.configuration = configuration
    self.macros = macros
    chooser = MacroChooser(macros)
    servers = ForkServers(macros)
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
      guard frame.kind == .request, let number = try? fields.readInt() else { exit(2) }
      let message = Array(frame.payload.suffix(fields.remaining))
      guard let request = try? EvaluationRequest(from: &fields) else {
        // Command and worker do not speak the same language: another version's.
        exit(2)
      }
      let chosen = chooser.choice(for: request.original ?? request.bytes)
      queue.append(
        Request(
          number: number, timeLimit: request.timeLimit, chosen: chosen,
          selection: MacroSelection(target: chosen.target, layers: chosen.layers, allowsShell: request.allowShell), message: message))
    }
  }

  private mutating func startReading() {
    while running.count < jobs, !queue.isEmpty {
      let request = queue[0]
      switch start(request) {
      case .success(let process): running.append(process)
      // Too many processes for now; one of ours will end.
      case .failure where !running.isEmpty: return
      case .failure(let failure): reply(request.number, WorkerReply.failed(failure).wireBytes)
      }
      queue.removeFirst()
      startCount += 1
      if startCount == Self.rehearsalStart {
        macros = Rehearsal.run(with: macros, configuration: configuration)
        chooser = MacroChooser(macros)
        servers.replace(with: macros)
      }
    }
  }

  private mutating func start(_ request: Request) -> Result<ReadingProcess, EvaluationFailure> {
    guard let file = ReaderInput.file(request.chosen, request: request.message) else {
      return .failure(.refused(reason: String(cString: strerror(errno))))
    }
    defer { close(file) }
    // A server that has died is started once more.
    for _ in 0..<2 {
      switch servers.server(for: request.selection) {
      case .failure(let failure): return .failure(failure)
      case .success(let server):
        if let process = ReadingProcess.start(number: request.number, timeLimit: request.timeLimit, request: file, by: server) {
          return process
        }
        servers.discard(request.selection)
      }
    }
    return .failure(.refused(reason: "the macros of '\(request.selection.target)' cannot be loaded"))
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
