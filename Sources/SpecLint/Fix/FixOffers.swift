package import Diagnostics
import MacroExpansion

/// Decides which of the rewrites that rules propose go to the user, and as what.
///
/// Trying them costs readings of the spec, by the worker that reads all: specs without a proposal, nearly all, cost nothing.
struct FixOffers {
  private let options: LintOptions
  private let reader: BuildReader

  init(_ options: LintOptions, reader: BuildReader) {
    self.options = options
    self.reader = reader
  }

  /// The report with what trying its rewrites showed.
  ///
  /// - Parameters:
  ///   - known: Readings of the spec that were made already, by their decisions.
  ///   - deadline: When no further rewrite is tried.
  func offered(
    with report: FileReport, of input: SpecInput, known: [[Int: Bool]: BuildReader.Build], until deadline: ContinuousClock.Instant
  ) -> FileReport {
    guard (report.diagnostics + report.silenced.map(\.diagnostic)).contains(where: { !$0.fixes.isEmpty }) else { return report }
    var offered = report
    offered.silenced = report.silenced.map { SilencedFinding($0.diagnostic.offering([]), cause: $0.cause) }
    guard options.fixes != .proposed else { return offered }
    guard options.fixes == .verified, report.target != nil else {
      offered.diagnostics = report.diagnostics.map { $0.offering([]) }
      return offered
    }
    var numbers: [Proposal: Int] = [:]
    var rewrites: [Rewrite] = []
    for finding in report.diagnostics {
      for fix in finding.fixes where numbers[Proposal(fix, of: finding)] == nil {
        numbers[Proposal(fix, of: finding)] = rewrites.count
        rewrites.append(Rewrite(finding: finding, fix: fix))
      }
    }
    guard let verdicts = verdicts(on: rewrites, in: input, known: known, mayBeAbsent: false, until: deadline) else {
      offered.diagnostics = report.diagnostics.map { $0.offering([]) }
      return offered
    }
    offered.diagnostics = report.diagnostics.offering(within: options.evaluation.timeLimit) { finding, fix in
      numbers[Proposal(fix, of: finding)].flatMap { verdicts[$0] }
    }
    return offered
  }

  /// What each of many rewrites does to a spec.
  ///
  /// - Parameters:
  ///   - known: Readings of the spec that were made already, by their decisions.
  ///   - mayBeAbsent: Whether their findings may be another target's.
  ///   - deadline: When no further rewrite is tried.
  /// - Returns: the verdicts, nil for those that were not tried in time; nil where the spec cannot be read once more.
  func verdicts(
    on rewrites: [Rewrite], in input: SpecInput, known: [[Int: Bool]: BuildReader.Build] = [:], mayBeAbsent: Bool,
    until deadline: ContinuousClock.Instant
  ) -> [FixVerdict?]? {
    guard !rewrites.isEmpty, deadline > .now else { return Array(repeating: nil, count: rewrites.count) }
    return verifier(of: input, known: known)?.verdicts(on: rewrites, mayBeAbsent: mayBeAbsent, until: deadline)
  }

  /// Whether rewrites that were offered one by one do together what they do alone.
  ///
  /// - Parameter mayBeAbsent: Whether their findings may be those of another target.
  func accepts(_ rewrites: [Rewrite], of input: SpecInput, orUnsafe: Bool, mayBeAbsent: Bool) -> Bool {
    guard let verifier = verifier(of: input) else { return false }
    let promise = FixPromise(all: rewrites.map(\.fix.promise))
    let whole = FixIt(title: "", applicability: .safe, edits: rewrites.flatMap(\.fix.edits), reason: nil, promise: promise)
    switch verifier.verdict(on: whole, of: rewrites.map(\.finding), mayBeAbsent: mayBeAbsent) {
    case .asPromised: return true
    case .unsafe: return orUnsafe
    case .refused: return false
    }
  }

  private struct Proposal: Hashable {
    let rule: String
    let place: SourceLocation
    let edits: [TextEdit]

    init(_ fix: FixIt, of finding: Diagnostic) {
      rule = finding.rule
      place = finding.place.start
      edits = fix.edits
    }
  }

  /// nil where the spec cannot be read once more; findings are then reported without rewrites.
  private func verifier(of input: SpecInput, known: [[Int: Bool]: BuildReader.Build] = [:]) -> FixVerifier? {
    FixVerifier(input, with: TrialReader(reader, of: input, known: known), settings: options.ruleSettings)
  }
}

extension FixIt {
  enum Offer {
    case offered(FixIt)
    case refused(Note)
  }

  /// What becomes of it after a verdict.
  func judged(_ verdict: FixVerdict) -> Offer {
    switch verdict {
    case .asPromised: .offered(self)
    case .unsafe(let doubt): .offered(applicability == .safe ? doubted(because: doubt.description) : self)
    case .refused(let fault): .refused(.onTrial("'\(title)' is not offered: \(fault)"))
    }
  }
}

extension [Diagnostic] {
  /// The findings with those of their rewrites that stood the trial, and notes on the others.
  ///
  /// - Parameters:
  ///   - limit: Seconds that there were for the trials.
  ///   - verdict: What the trial of a rewrite showed; nil where there was no time for it.
  package func offering(within limit: Double, _ verdict: (Diagnostic, FixIt) -> FixVerdict?) -> [Diagnostic] {
    var firstUntried: Int?
    var untried = 0
    var offered: [Diagnostic] = []
    for finding in self {
      var fixes: [FixIt] = []
      var notes: [Note] = []
      for fix in finding.fixes {
        guard let verdict = verdict(finding, fix) else {
          untried += 1
          firstUntried = firstUntried ?? offered.count
          continue
        }
        switch fix.judged(verdict) {
        case .offered(let fix): fixes.append(fix)
        case .refused(let note): notes.append(note)
        }
      }
      offered.append(finding.offering(fixes, adding: notes))
    }
    if let firstUntried {
      offered[firstUntried] = offered[firstUntried].offering(
        offered[firstUntried].fixes, adding: [.untried(untried, seconds: limit)])
    }
    return offered
  }
}

extension Note {
  fileprivate static func untried(_ count: Int, seconds: Double) -> Note {
    let limit = seconds == seconds.rounded() && seconds < 100_000 ? "\(Int(seconds))" : "\(seconds)"
    let rewrites = count == 1 ? "1 rewrite of this spec was" : "\(count) rewrites of this spec were"
    return Note("\(rewrites) not tried within \(limit) s and so not offered: a longer '--timeout' leaves time for more")
  }
}
