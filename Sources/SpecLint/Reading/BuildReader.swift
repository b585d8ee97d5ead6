package import GoBuild
package import MacroExpansion

/// Reads specs and follows their builds, with as many readings of each as it takes to say what its caches are keyed by.
package final class BuildReader {
  private struct Work {
    let input: SpecInput
    let decisions: [Int: Bool]
    let known: Build?
    let isForUsedCaches: Bool
    var spec = ExpandedSpec()
    var study: PathKeyStudy?
  }

  private let reader: SpecReader
  private var works: [Int: Work] = [:]
  private var next = 0
  /// By the reader's number: for which work a reading was asked, and which of its study's; nil for the first.
  private var readings: [Int: (work: Int, reading: PathKeyStudy.Reading?)] = [:]

  package init(_ options: EvaluationOptions) throws(LintFailure) { reader = try SpecReader(options) }

  /// Readings that were asked for so far.
  package var evaluations: Int { reader.evaluations }

  /// Ends the readings that are asked for once it is set.
  var cancellation: CancellationSignal? {
    get { reader.cancellation }
    set { reader.cancellation = newValue }
  }

  /// Asks for a spec's build.
  ///
  /// - Parameters:
  ///   - decisions: conditions that are decided as given, by the byte offset of their line.
  ///   - known: the build of the same spec with other decisions; what is known of its paths and sources is not asked for again.
  ///   - isForUsedCaches: leave the keys of caches out that no command uses: it saves readings of specs that vendor their modules.
  /// - Returns: the number that `receive` gives with the answer.
  package func submit(
    _ input: SpecInput, decisions: [Int: Bool] = [:], known: Build? = nil, isForUsedCaches: Bool = false
  ) -> Int {
    let number = next
    next += 1
    works[number] = Work(input: input, decisions: decisions, known: known, isForUsedCaches: isForUsedCaches)
    readings[reader.submit(input, decisions: decisions)] = (number, nil)
    return number
  }

  /// The next answer; nil when none is outstanding.
  package func receive() -> (number: Int, result: Result<Build, EvaluationFailure>)? {
    while let (number, reply) = reader.receive() {
      guard let (work, reading) = readings.removeValue(forKey: number) else { continue }
      if let result = take(reply, work, reading) {
        works[work] = nil
        return (work, result)
      }
    }
    return nil
  }

  package func read(_ input: SpecInput) -> Result<Build, EvaluationFailure> {
    let number = submit(input)
    while let answer = receive() { if answer.number == number { return answer.result } }
    return .failure(.workerLost)
  }

  /// The spec as rpm sees it, without its build.
  package func expanded(_ input: SpecInput) throws(LintFailure) -> ExpandedSpec {
    switch reader.read(input) {
    case .spec(let spec): return spec
    case .failed(let failure): throw LintFailure("\(input.path): \(failure)")
    case .package: throw LintFailure("\(input.path): \(EvaluationFailure.malformed)")
    }
  }

  /// A spec and what its build does.
  package struct Build {
    package let spec: ExpandedSpec
    package let model: BuildModel
  }

  /// - Returns: nil while further readings are awaited.
  private func take(_ reply: WorkerReply, _ number: Int, _ reading: PathKeyStudy.Reading?) -> Result<Build, EvaluationFailure>? {
    guard var work = works[number] else { return nil }
    let spec: ExpandedSpec? = if case .spec(let spec) = reply { spec } else { nil }
    if let reading {
      work.study?.take(spec, for: reading)
    } else {
      guard var spec else { return .failure(failure(of: reply)) }
      if let known = work.known { spec.localSources = known.spec.localSources }
      work.spec = spec
      work.study = PathKeyStudy(spec, BuildModel(spec), known: work.known?.model, isForUsedCaches: work.isForUsedCaches)
    }
    defer { works[number] = work }
    guard let study = work.study else { return nil }
    let isAsked = readings.values.contains { $0.work == number }
    if !isAsked {
      for reading in study.awaited {
        let request = study.request(for: reading)
        readings[reader.submit(work.input, decisions: request.decisions, identity: request.identity)] = (number, reading)
      }
    }
    return study.awaited.isEmpty ? .success(Build(spec: work.spec, model: study.result)) : nil
  }

  private func failure(of reply: WorkerReply) -> EvaluationFailure {
    switch reply {
    case .failed(let failure): failure
    case .spec, .package: .malformed
    }
  }
}
