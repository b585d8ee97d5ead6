package import MacroExpansion

/// Hands specs to the worker and takes expanded ones back.
package final class SpecReader {
  private let pool: WorkerPool
  private let options: EvaluationOptions
  /// Readings that were asked for with `submit`.
  private(set) var evaluations = 0

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
  /// - Returns: the number that `receive` gives with the answer.
  func submit(_ input: SpecInput, decisions: [Int: Bool] = [:], identity: [String: [UInt8]] = [:]) -> Int {
    var request = request(for: input)
    request.decisions = decisions
    request.identity = identity
    // The spec's first reading looks into them, once for all.
    request.readsSources = decisions.isEmpty && identity.isEmpty
    evaluations += 1
    return pool.submit(request)
  }

  /// The next answer; nil when none is outstanding.
  func receive() -> (number: Int, reply: WorkerReply)? { pool.receive() }

  private func request(for input: SpecInput) -> EvaluationRequest {
    EvaluationRequest(
      path: input.path, bytes: input.bytes, sourceDirectory: input.folder, allowShell: options.allowsShell, timeLimit: options.timeLimit)
  }
}
