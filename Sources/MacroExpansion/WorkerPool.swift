import Glibc

/// The command's side of the worker: takes specs, gives answers in the order in which they come.
///
/// The worker forks one process per spec, `jobs` at a time. It is started with the pool and again when it dies; a spec that
/// it had then is tried once more. One thread, no callbacks from elsewhere: everything happens inside `receive()`.
package final class WorkerPool {
  private struct Job {
    let request: EvaluationRequest
    var losses = 0
  }

  package let configuration: WorkerConfiguration
  /// What the worker said of itself when it was started last.
  package private(set) var information: WorkerInformation

  private let path: String
  private var process: WorkerProcess?
  private var incoming = FrameBuffer()
  private var outgoing: [UInt8] = []
  private var outgoingStart = 0
  private var nextNumber = 0
  /// Numbers not yet sent.
  private var waiting = NumberQueue()
  /// Those that go before the others: of specs that are begun.
  private var urgent = NumberQueue()
  /// Numbers that a dead worker had; they go first.
  private var retries: [Int] = []
  private var jobs: [Int: Job] = [:]
  private var inFlight: Set<Int> = []
  private var finished: [(number: Int, reply: WorkerReply, seconds: Double)] = []
  /// Whether only what is urgent is given to the worker.
  package var onlyUrgent = false
  private var deathsInARow = 0
  private var lastSignOfLife = 0.0
  /// Requests whose answers nobody waits for, with their time limits; the worker still has them.
  private var abandoned: [Int: Double] = [:]
  /// Cancels everything that is asked for once it is set.
  package var cancellation: CancellationSignal?
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Starts the worker and waits until it has read rpm's configuration.
  ///
  /// - Parameter workerPath: nil for `RPMSCOPE_WORKER`, else `rpmscope-worker` beside the running executable.
  package init(configuration: WorkerConfiguration = WorkerConfiguration(), workerPath: String? = nil) throws(WorkerError) {
    var configuration = configuration
    if configuration.jobs <= 0 { configuration.jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
    self.configuration = configuration
    path = workerPath ?? WorkerProcess.defaultPath()
    information = WorkerInformation(rpmVersion: "", landlockABI: 0, hasSeccomp: false, target: configuration.target)
    try start()
  }

  /// Requests without an answer so far.
  package var outstanding: Int { jobs.count + finished.count }

  /// Queues a spec and gives the number its answer will carry; numbers count from 0.
  ///
  /// - Parameter isUrgent: goes before all that are not.
  package func submit(_ request: EvaluationRequest, isUrgent: Bool = false) -> Int {
    let number = nextNumber
    nextNumber += 1
    jobs[number] = Job(request: request)
    if isUrgent { urgent.append(number) } else { waiting.append(number) }
    return number
  }

  /// The next answer, whichever spec's it is; waits for it. nil when nothing is outstanding.
  package func receive() -> (number: Int, reply: WorkerReply)? { receiveTimed().map { ($0.number, $0.reply) } }

  /// The same, with the seconds for which the worker was reading.
  package func receiveTimed() -> (number: Int, reply: WorkerReply, seconds: Double)? {
    while finished.isEmpty, !jobs.isEmpty { step() }
    return finished.isEmpty ? nil : finished.removeFirst()
  }

  /// Lets requests and answers move for up to these seconds without taking an answer out; for callers with something else to wait for.
  package func work(forAtMost seconds: Double) {
    let end = Self.now + seconds
    while finished.isEmpty, !jobs.isEmpty, Self.now < end { step(forAtMost: end - Self.now) }
  }

  /// Reads all the specs and gives each one's answer, with its index in `requests`, as it comes.
  package func evaluate(_ requests: [EvaluationRequest], onReply: (_ index: Int, _ reply: WorkerReply) -> Void) {
    let first = nextNumber
    for request in requests { _ = submit(request) }
    while let (number, reply) = receive() { onReply(number - first, reply) }
  }

  /// Reads one spec; answers for others that come meanwhile are kept for `receive()`.
  package func evaluate(_ request: EvaluationRequest) -> WorkerReply {
    let wanted = submit(request)
    while true {
      if let index = finished.firstIndex(where: { $0.number == wanted }) { return finished.remove(at: index).reply }
      guard jobs[wanted] != nil else { return .failed(.workerLost) }
      step()
    }
  }
}

// MARK: - The conversation

extension WorkerPool {
  /// One round: fill the socket, wait, take what has come.
  private func step(forAtMost seconds: Double = 60) {
    if cancellation?.isSet == true { return cancelAll() }
    guard process != nil else { return restart() }
    fill()
    let limit = stallLimit - (Self.now - lastSignOfLife)
    process?.wait(
      forWriting: outgoingStart < outgoing.count, or: cancellation?.descriptor ?? -1,
      milliseconds: Int32(max(0, min(limit, seconds)) * 1000) + 1)
    guard sendQueued(), receiveQueued() else { return lose() }
    if Self.now - lastSignOfLife > stallLimit { lose() }
  }

  /// Seconds without a byte from the worker after which it is held to hang: every process it has may use up its time, twice over.
  private var stallLimit: Double {
    inFlight.reduce(0) { max($0, jobs[$1]?.request.timeLimit ?? abandoned[$1] ?? 0) } * 2 + 10
  }

  /// Keeps the worker supplied, but never with more than it can start soon: what it holds is what its death puts at risk.
  private func fill() {
    while inFlight.count < configuration.jobs * 2, let number = nextWaiting() {
      // Cancelled since.
      guard let job = jobs[number] else { continue }
      if inFlight.isEmpty { lastSignOfLife = Self.now }
      inFlight.insert(number)
      let message = job.request.wireBytes
      guard message.count < Frame.maximumLength - 16 else {
        finish(number, .failed(.tooLarge(limit: Frame.maximumLength)))
        continue
      }
      Frame(request: number, message: message).append(to: &outgoing)
    }
  }

  private func nextWaiting() -> Int? {
    retries.popLast() ?? urgent.next() ?? (onlyUrgent ? nil : waiting.next())
  }

  /// False when the worker is gone.
  private func sendQueued() -> Bool {
    while outgoingStart < outgoing.count {
      switch process?.send(outgoing[outgoingStart...]) {
      case .bytes(let count): outgoingStart += count
      case .wouldBlock: return true
      case .closed, nil: return false
      }
    }
    outgoing.removeAll(keepingCapacity: outgoing.count < 1 << 20)
    outgoingStart = 0
    return true
  }

  /// False when the worker is gone or no longer makes sense.
  private func receiveQueued() -> Bool {
    while true {
      switch process?.receive(into: &buffer) {
      case .bytes(let count):
        lastSignOfLife = Self.now
        incoming.append(buffer[..<count])
        do {
          while let frame = try incoming.next() { try take(frame) }
        } catch {
          return false
        }
        if !finished.isEmpty { return true }
      case .wouldBlock: return true
      case .closed, nil: return false
      }
    }
  }

  private func take(_ frame: Frame) throws(WireError) {
    guard frame.kind == .reply else { throw .invalid }
    var reader = WireReader(frame.payload)
    let number = try reader.readInt()
    let seconds = try reader.readDouble()
    guard inFlight.contains(number), seconds.isFinite else { throw .invalid }
    deathsInARow = 0
    // The frame is the worker's, what is in it may be the spec's: nonsense costs this spec only.
    do {
      let reply = try WorkerReply(from: &reader)
      try reader.expectEnd()
      finish(number, reply, after: seconds)
    } catch {
      finish(number, .failed(.malformed), after: seconds)
    }
  }

  private func finish(_ number: Int, _ reply: WorkerReply, after seconds: Double = 0) {
    inFlight.remove(number)
    if abandoned.removeValue(forKey: number) != nil { return }
    jobs[number] = nil
    finished.append((number, reply, seconds))
  }

  /// Gives up a request: its answer is `cancelled`, at once. What the worker has begun it ends, and that answer is dropped.
  package func cancel(_ number: Int) {
    guard let job = jobs.removeValue(forKey: number) else { return }
    if inFlight.contains(number) { abandoned[number] = job.request.timeLimit }
    finished.append((number, .failed(.cancelled), 0))
  }

  private func cancelAll() {
    for number in jobs.keys.sorted() { cancel(number) }
  }
}

// MARK: - Start and loss

extension WorkerPool {
  private func start() throws(WorkerError) {
    incoming = FrameBuffer()
    outgoing = []
    outgoingStart = 0
    process = try WorkerProcess(path: path)
    Frame(kind: .configuration, payload: configuration.wireBytes).append(to: &outgoing)
    lastSignOfLife = Self.now
    while Self.now - lastSignOfLife < Self.startLimit {
      process?.wait(forWriting: outgoingStart < outgoing.count, milliseconds: 1000)
      guard sendQueued() else { break }
      guard case .bytes(let count)? = process?.receive(into: &buffer) else {
        if process?.receive(into: &buffer) == .closed { break }
        continue
      }
      incoming.append(buffer[..<count])
      guard let frame = try? incoming.next() else { continue }
      guard frame.kind == .information else { break }
      do throws(WireError) {
        information = try WorkerInformation(wireBytes: frame.payload)
        return
      } catch {
        process = nil
        throw error == .otherRelease ? .otherRelease(path: path) : .noHandshake(path: path)
      }
    }
    process = nil
    throw .noHandshake(path: path)
  }

  /// Seconds for reading rpm's configuration and the macro files; it takes milliseconds.
  private static var startLimit: Double { 30 }

  /// Drops a dead or hanging worker; what it had is tried once more, then given up.
  private func lose() {
    process = nil
    deathsInARow += 1
    abandoned = [:]
    for number in inFlight.sorted(by: >) where jobs[number] != nil {
      jobs[number]?.losses += 1
      if jobs[number]?.losses == 1 { retries.append(number) } else { finish(number, .failed(.workerLost)) }
    }
    inFlight = []
  }

  private func restart() {
    // A worker that dies again and again with every spec will not do better with the next thousand.
    if deathsInARow < 4, (try? start()) != nil { return }
    for number in jobs.keys.sorted() { finish(number, .failed(.workerLost)) }
    waiting = NumberQueue()
    urgent = NumberQueue()
    retries = []
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Numbers in the order in which they came.
private struct NumberQueue {
  private var numbers: [Int] = []
  private var start = 0

  mutating func append(_ number: Int) { numbers.append(number) }

  mutating func next() -> Int? {
    guard start < numbers.count else {
      numbers.removeAll(keepingCapacity: true)
      start = 0
      return nil
    }
    defer { start += 1 }
    return numbers[start]
  }
}
