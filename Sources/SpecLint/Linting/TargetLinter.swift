import Diagnostics
import GoBuild
import MacroExpansion
import MacroTargets
import SpecRules

/// Lints specs for one target.
final class TargetLinter {
  private let reader: BuildReader
  private let options: LintOptions
  private let selection: RuleSelection
  private let fixes: FixOffers

  init(_ options: LintOptions) throws(LintFailure) {
    self.options = options
    selection = RuleSelection(select: options.select, ignore: options.ignore, persona: options.rulePersona)
    reader = try BuildReader(options.evaluation)
    fixes = FixOffers(options, reader: reader)
  }

  /// As it was asked for: "auto" may become any.
  var target: String { options.evaluation.target.name }

  /// Ends the work that is asked for once it is set.
  var cancellation: CancellationSignal? {
    get { reader.cancellation }
    set { reader.cancellation = newValue }
  }

  /// What decides conditions where the user has named a target; `--target auto` may have guessed wrong, and `--define` decides itself.
  private var fixedMacros: TargetCondition.Macros {
    guard let named = MacroTarget.named(target) else { return [:] }
    let defined = Set(
      options.evaluation.defines.map(\.define.name) + options.evaluation.undefines)
    return options.evaluation.macroFiles.isEmpty ? named.identityMacros.filter { !defined.contains($0.key) } : [:]
  }

  /// Readings that were asked for so far.
  var evaluations: Int { reader.evaluations }

  /// Reads and judges many specs at once; reports come in the order of the inputs.
  ///
  /// - Parameter onFinish: Called as each is done, in any order, before its report comes.
  func lint(_ inputs: [SpecInput], onFinish: () -> Void, onReport: (FileReport) -> Void) {
    var jobs: [Int: Job] = [:]
    var unfinished: [Int: UnfinishedReport] = [:]
    var finished: [Int: FileReport] = [:]
    var next = 0
    for (index, input) in inputs.enumerated() { jobs[reader.submit(input, isForUsedCaches: true)] = Job(input: index) }
    while let answer = reader.receive() {
      guard let job = jobs.removeValue(forKey: answer.number) else { continue }
      let input = inputs[job.input]
      let branches: [BranchPlan.Branch]
      if let branch = job.branch {
        branches = unfinished[job.input]?.take(try? answer.result.get(), at: branch, judge: judged) ?? []
      } else {
        (unfinished[job.input], branches) = started(answer, for: input)
      }
      let known = job.known ?? (try? answer.result.get())
      for (index, branch) in branches.enumerated() {
        jobs[reader.submit(input, decisions: branch.decisions, known: known, isForUsedCaches: true, until: answer.deadline)] = Job(
          input: job.input, branch: index, known: known)
      }
      guard unfinished[job.input]?.awaited == 0, let report = unfinished.removeValue(forKey: job.input) else { continue }
      finished[job.input] = offered(with: report, of: input, until: answer.deadline)
      onFinish()
      while let report = finished.removeValue(forKey: next) {
        onReport(report)
        next += 1
      }
    }
  }

  /// A spec's report after its own reading, and the branches to read.
  private func started(_ answer: BuildReader.Answer, for input: SpecInput) -> (UnfinishedReport, [BranchPlan.Branch]) {
    let build = try? answer.result.get()
    var report = UnfinishedReport(report(answer.result, for: input), of: build, keepsBuilds: options.fixes == .verified)
    guard options.branches == .all, let build else { return (report, []) }
    let branches = report.start(build, fixed: fixedMacros)
    return (report, branches)
  }

  private func offered(with report: UnfinishedReport, of input: SpecInput, until deadline: ContinuousClock.Instant) -> FileReport {
    let start = ContinuousClock.now
    let offered = fixes.offered(
      with: report.finished(options, selection: selection), of: input, known: report.builds, until: deadline)
    // While the rewrites of one spec are tried, nothing is done for the others.
    reader.pause(for: .now - start)
    // Branches and trials that were given up would leave a report that looks whole.
    return cancellation?.isSet == true ? FileReport(path: input.path, failure: EvaluationFailure.cancelled.description) : offered
  }

  /// The spec as rpm sees it; nil when it cannot be read.
  func expanded(_ input: SpecInput) -> ExpandedSpec? {
    switch reader.read(input) {
    case .success(let build): build.spec
    case .failure: nil
    }
  }

  /// The go commands of a spec's build.
  func resolution(of input: SpecInput) throws(LintFailure) -> Resolution {
    switch reader.read(input) {
    case .success(let build): return Resolution(spec: build.spec, model: build.model, file: input.path)
    case .failure(let failure): throw LintFailure("\(input.path): \(failure)")
    }
  }

  func expansion(of input: SpecInput) throws(LintFailure) -> Expansion {
    Expansion(try reader.expanded(input), file: input.path)
  }

  /// Whether rewrites do together what they do alone.
  func accepts(_ rewrites: [Rewrite], of input: SpecInput, orUnsafe: Bool, mayBeAbsent: Bool) -> Bool {
    fixes.accepts(rewrites, of: input, orUnsafe: orUnsafe, mayBeAbsent: mayBeAbsent)
  }

  /// What each of many rewrites does to a spec on this target; nil for those that were not tried in time.
  ///
  /// - Parameter mayBeAbsent: Whether their findings may be another target's.
  func verdicts(on rewrites: [Rewrite], in input: SpecInput, mayBeAbsent: Bool, until deadline: ContinuousClock.Instant) -> [FixVerdict?] {
    let unread = FixVerdict.refused(.unreadableTarget(target))
    return fixes.verdicts(on: rewrites, in: input, mayBeAbsent: mayBeAbsent, until: deadline)
      ?? Array(repeating: unread, count: rewrites.count)
  }

  /// A reading under way: which input, and which of its branches.
  private struct Job {
    let input: Int
    var branch: Int?
    /// What the target's own reading has found, for those of branches.
    var known: BuildReader.Build?
  }

  private func report(_ result: Result<BuildReader.Build, EvaluationFailure>, for input: SpecInput) -> FileReport {
    switch result {
    case .failure(let failure): FileReport(path: input.path, failure: failure.description)
    case .success(let build): report(build, for: input)
    }
  }

  private func report(_ build: BuildReader.Build, for input: SpecInput) -> FileReport {
    let context = build.judgement.context(of: build, options.ruleSettings, isTakenByTarget: true)
    let findings = build.spec.diagnosedProblems.filter { selection.contains($0.rule) } + found(in: build, context)
    var report = FileReport(path: input.path, target: build.spec.target, diagnostics: findings, sources: build.spec.files)
    report.targetReason = build.spec.targetReason
    if options.checksGuideline { report.guideline = GuidelineChecklist(context) }
    return report
  }

  /// What the rules say of a spec read as if a condition held, and what rpm refuses then.
  private func judged(_ build: BuildReader.Build, _ condition: String) -> [Diagnostic] {
    let context = build.judgement.context(of: build, options.ruleSettings, isTakenByTarget: false)
    return found(in: build, context) + build.spec.refusals(under: condition).filter { selection.contains($0.rule) }
  }

  private func found(in build: BuildReader.Build, _ context: RuleContext) -> [Diagnostic] {
    selection.rules(for: context).flatMap { build.judgement.findings(of: $0, in: context) }
  }
}
