package import GoBuild
package import MacroExpansion
import SpecSyntax

/// Reads specs and follows their builds, with as many readings of each as it takes to say what its caches are keyed by.
package final class BuildReader {
  private struct Work {
    let input: SpecInput
    let decisions: [Int: Bool]
    let known: Build?
    let isForUsedCaches: Bool
    let original: SpecInput?
    /// When its time is up, as far as it was known at `pausedBefore`; nil while its first reading has not begun.
    var deadline: ContinuousClock.Instant?
    var pausedBefore: Duration
    var spec = ExpandedSpec()
    var study: PathKeyStudy?
  }

  private let reader: SpecReader
  private var works: [Int: Work] = [:]
  private var next = 0
  /// By the reader's number: for which work a reading was asked, and which of its study's; nil for the first.
  private var readings: [Int: (work: Int, reading: PathKeyStudy.Reading?)] = [:]
  /// How many of a work's readings are under way.
  private var awaited: [Int: Int] = [:]
  /// Answers that came while others were waited for.
  private var kept: [Answer] = []

  package struct Answer {
    package let number: Int
    package let result: Result<Build, EvaluationFailure>
    /// When the spec's time is up: it counts from the moment at which its first reading began.
    package fileprivate(set) var deadline: ContinuousClock.Instant
    fileprivate var pausedBefore: Duration
  }

  /// Time for which nothing was done for the specs that are begun: it is none of theirs.
  private var paused = Duration.zero

  /// Takes a time out of that of all specs that are begun.
  func pause(for time: Duration) { paused += time }

  package init(_ options: EvaluationOptions) throws(LintFailure) { reader = try SpecReader(options) }

  /// Readings of specs that were asked for so far.
  package var evaluations: Int { reader.evaluations }

  /// Readings of copies of specs that were asked for so far.
  package var trials: Int { reader.trials }

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
  ///   - original: the spec of which this is a copy, on which a rewrite is tried; nil for a spec's own readings.
  ///   - deadline: when the spec's time is up; nil for its first reading, from whose beginning it counts.
  ///   - isWaitedFor: goes before what others have asked for, as a branch or a copy of a spec does.
  /// - Returns: the number that `receive` gives with the answer.
  package func submit(
    _ input: SpecInput, decisions: [Int: Bool] = [:], known: Build? = nil, isForUsedCaches: Bool = false, original: SpecInput? = nil,
    until deadline: ContinuousClock.Instant? = nil, isWaitedFor: Bool = false
  ) -> Int {
    let number = next
    next += 1
    let work = Work(
      input: input, decisions: decisions, known: known, isForUsedCaches: isForUsedCaches, original: original, deadline: deadline,
      pausedBefore: paused)
    works[number] = work
    ask(for: work, decisions: decisions, isFirst: known == nil && original == nil && !isWaitedFor, as: (number, nil))
    return number
  }

  /// The next answer; nil when none is outstanding.
  package func receive() -> Answer? {
    guard !kept.isEmpty else { return receiveNew() }
    var answer = kept.removeFirst()
    answer.deadline += paused - answer.pausedBefore
    answer.pausedBefore = paused
    return answer
  }

  /// The next answer to one of some questions, all of them waited for, or of branches or copies; others are kept for `receive`.
  ///
  /// - Returns: nil when none of them is outstanding.
  func receive(among numbers: Set<Int>) -> Answer? {
    if let index = kept.firstIndex(where: { numbers.contains($0.number) }) { return kept.remove(at: index) }
    // What others will bring is not begun meanwhile: it would pile up.
    reader.onlyBegun = true
    defer { reader.onlyBegun = false }
    while numbers.contains(where: { works[$0] != nil }), let answer = receiveNew() {
      if numbers.contains(answer.number) { return answer }
      kept.append(answer)
    }
    return nil
  }

  package func read(
    _ input: SpecInput, isForUsedCaches: Bool = false, original: SpecInput? = nil
  ) -> Result<Build, EvaluationFailure> {
    let number = submit(input, isForUsedCaches: isForUsedCaches, original: original, isWaitedFor: true)
    return receive(among: [number])?.result ?? .failure(.workerLost)
  }

  private func receiveNew() -> Answer? {
    while let (number, reply, seconds) = reader.receive() {
      guard let (work, reading) = readings.removeValue(forKey: number) else { continue }
      awaited[work, default: 1] -= 1
      let deadline = deadline(of: work, after: seconds)
      if let result = take(reply, work, reading) {
        works[work] = nil
        awaited[work] = nil
        return Answer(number: work, result: result, deadline: deadline, pausedBefore: paused)
      }
    }
    return nil
  }

  /// - Parameter seconds: what the reading that has come took.
  private func deadline(of work: Int, after seconds: Double) -> ContinuousClock.Instant {
    let known = works[work].flatMap { work in work.deadline.map { $0 + (paused - work.pausedBefore) } }
    let deadline = known ?? .now + .seconds(reader.timeLimit - seconds)
    works[work]?.deadline = deadline
    works[work]?.pausedBefore = paused
    return deadline
  }

  private func ask(
    for work: Work, decisions: [Int: Bool], identity: [String: [UInt8]] = [:], isFirst: Bool = false,
    as question: (work: Int, reading: PathKeyStudy.Reading?)
  ) {
    let number = reader.submit(
      work.input, decisions: decisions, identity: identity, original: work.original, isFirst: isFirst, until: work.deadline)
    readings[number] = question
    awaited[question.work, default: 0] += 1
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
    /// `spec.files`, each as it is written.
    let trees: [Spec]
    let judgement = Judgement()

    /// - Parameter known: another reading, which has most of the files too.
    init(spec: ExpandedSpec, model: BuildModel, known: Build?) {
      self.spec = spec
      self.model = model
      trees = spec.files.map { file in known?.trees.first { $0.bytes == file.bytes } ?? Spec(file.bytes) }
    }
  }

  /// - Returns: nil while further readings are awaited.
  private func take(_ reply: WorkerReply, _ number: Int, _ reading: PathKeyStudy.Reading?) -> Result<Build, EvaluationFailure>? {
    guard var work = works[number] else { return nil }
    let spec: ExpandedSpec? = if case .spec(let spec) = reply { spec } else { nil }
    if let reading {
      work.study?.take(spec, for: reading)
    } else {
      guard var spec else { return .failure(failure(of: reply)) }
      if let file = spec.files.first { spec.files[0] = file.sharing(work.input.bytes) }
      if let known = work.known { spec.localSources = known.spec.localSources }
      work.spec = spec
      work.study = PathKeyStudy(
        spec, BuildModel(spec, known: work.known?.model), known: work.known?.model, isForUsedCaches: work.isForUsedCaches)
    }
    defer { works[number] = work }
    guard let study = work.study else { return nil }
    if awaited[number] == 0 {
      for reading in study.awaited {
        let request = study.request(for: reading)
        ask(for: work, decisions: request.decisions, identity: request.identity, as: (number, reading))
      }
    }
    return study.awaited.isEmpty ? .success(Build(spec: work.spec, model: study.result, known: work.known)) : nil
  }

  private func failure(of reply: WorkerReply) -> EvaluationFailure {
    switch reply {
    case .failed(let failure): failure
    case .spec, .package: .malformed
    }
  }
}
