package import MacroExpansion

/// Hands specs to the worker and takes expanded ones back.
package final class SpecReader {
  private let pool: WorkerPool
  private let options: EvaluationOptions
  /// Readings of specs that were asked for with `submit`, and of copies of them.
  private(set) var evaluations = 0
  private(set) var trials = 0

  package init(_ options: EvaluationOptions) throws(LintFailure) {
    self.options = options
    do { pool = try WorkerPool(configuration: options.configuration, workerPath: options.workerPath) } catch {
      throw LintFailure("\(error)")
    }
    guard pool.information.problems.isEmpty else { throw LintFailure(pool.information.problems.joined(separator: "; ")) }
  }

  /// Ends the readings that are asked for once it is set.
  var cancellation: CancellationSignal? {
    get { pool.cancellation }
    set { pool.cancellation = newValue }
  }

  package func read(_ input: SpecInput) -> WorkerReply { pool.evaluate(request(for: input)) }

  /// Looks into a source package, in the worker as well: it is as hostile as its spec.
  func package(at path: String) throws(LintFailure) -> SourcePackageContents {
    try FileBytes.check(path)
    let absolute = RootedPath.absolute(path)
    var request = EvaluationRequest(
      path: absolute, bytes: [], sourceDirectory: SpecInput(path: absolute, bytes: []).folder, timeLimit: options.timeLimit)
    request.isPackage = true
    switch pool.evaluate(request) {
    case .package(let contents): return contents
    case .failed(let failure): throw LintFailure("cannot read '\(path)': \(failure)")
    case .spec: throw LintFailure("cannot read '\(path)': \(EvaluationFailure.malformed)")
    }
  }

  /// Reads all the specs and gives each one's answer, with its index, as it comes.
  package func read(_ inputs: [SpecInput], onReply: (_ index: Int, _ reply: WorkerReply) -> Void) {
    pool.evaluate(inputs.map(request), onReply: onReply)
  }

  /// Asks for a reading in which conditions are decided as given, by the byte offset of their line, and macros have the values given.
  ///
  /// - Parameters:
  ///   - original: the spec of which this is a copy, on which a rewrite is tried; nil for a spec's own readings.
  ///   - deadline: when the spec's time is up; nil for the whole of it.
  ///   - isFirst: of this spec. One that is begun is finished before the next: until then all that is known of it is kept in memory.
  /// - Returns: the number that `receive` gives with the answer.
  func submit(
    _ input: SpecInput, decisions: [Int: Bool] = [:], identity: [String: [UInt8]] = [:], original: SpecInput? = nil, isFirst: Bool,
    until deadline: ContinuousClock.Instant? = nil
  ) -> Int {
    var request = request(for: input)
    if let deadline { request.timeLimit = min(request.timeLimit, max(0, (deadline - .now) / .seconds(1))) }
    request.decisions = decisions
    request.identity = identity
    request.original = original?.bytes
    // The spec's first reading looks into them, once for all.
    request.readsSources = decisions.isEmpty && identity.isEmpty
    if original == nil { evaluations += 1 } else { trials += 1 }
    return pool.submit(request, isUrgent: !isFirst)
  }

  /// The next answer, with the seconds that its reading took; nil when none is outstanding.
  func receive() -> (number: Int, reply: WorkerReply, seconds: Double)? { pool.receiveTimed() }

  /// Whether specs whose first reading has not begun are left waiting.
  var onlyBegun: Bool {
    get { pool.onlyUrgent }
    set { pool.onlyUrgent = newValue }
  }

  /// Seconds for one spec.
  var timeLimit: Double { EvaluationRequest.bounded(options.timeLimit) }

  private func request(for input: SpecInput) -> EvaluationRequest {
    EvaluationRequest(
      path: input.path, bytes: input.bytes, sourceDirectory: input.folder, allowShell: options.allowsShell, timeLimit: options.timeLimit)
  }
}
