import Diagnostics
import MacroExpansion

/// Decides which of the rewrites that rules propose go to the user, and as what.
///
/// Trying them costs readings of the spec, in a worker of its own that is started with the first proposal: specs without one,
/// nearly all, cost nothing.
final class FixOffers {
  private let options: LintOptions
  /// By target: a worker's macros are one target's.
  private var readers: [String: BuildReader] = [:]
  var cancellation: CancellationSignal? {
    didSet { for reader in readers.values { reader.cancellation = cancellation } }
  }

  init(_ options: LintOptions) { self.options = options }

  /// The report with what trying its rewrites showed.
  func offered(with report: FileReport, of input: SpecInput) -> FileReport {
    guard (report.diagnostics + report.silenced.map(\.diagnostic)).contains(where: { !$0.fixes.isEmpty }) else { return report }
    var offered = report
    offered.silenced = report.silenced.map { SilencedFinding($0.diagnostic.offering([]), cause: $0.cause) }
    guard options.fixes != .proposed else { return offered }
    guard options.fixes == .verified, let target = report.target, let verifier = verifier(on: target, of: input) else {
      offered.diagnostics = report.diagnostics.map { $0.offering([]) }
      return offered
    }
    var known: [Proposal: FixVerdict] = [:]
    offered.diagnostics = report.diagnostics.map { finding in
      var fixes: [FixIt] = []
      var notes: [Note] = []
      for fix in finding.fixes {
        let proposal = Proposal(rule: finding.rule, place: finding.place.start, edits: fix.edits)
        let verdict = known[proposal] ?? verifier.verdict(on: fix, of: [finding])
        known[proposal] = verdict
        switch fix.judged(verdict) {
        case .offered(let fix): fixes.append(fix)
        case .refused(let note): notes.append(note)
        }
      }
      return finding.offering(fixes, adding: notes)
    }
    return offered
  }

  /// What a rewrite does to a spec on a target.
  ///
  /// - Parameter mayBeAbsent: Whether its finding may be another target's.
  func verdict(on target: String, of fix: FixIt, for finding: Diagnostic, in input: SpecInput, mayBeAbsent: Bool) -> FixVerdict {
    guard let verifier = verifier(on: target, of: input) else { return .refused("the spec cannot be read for target '\(target)'") }
    return verifier.verdict(on: fix, of: [finding], mayBeAbsent: mayBeAbsent)
  }

  /// Whether rewrites that were offered one by one do together what they do alone.
  ///
  /// - Parameter mayBeAbsent: Whether their findings may be those of another target.
  func accepts(_ rewrites: [Rewrite], on target: String, of input: SpecInput, orUnsafe: Bool, mayBeAbsent: Bool) -> Bool {
    guard let verifier = verifier(on: target, of: input) else { return false }
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
  }

  /// nil where the spec cannot be read once more; findings are then reported without rewrites.
  private func verifier(on target: String, of input: SpecInput) -> FixVerifier? {
    reader(for: target).flatMap { FixVerifier(input, with: $0, settings: options.ruleSettings) }
  }

  private func reader(for target: String) -> BuildReader? {
    if let reader = readers[target] { return reader }
    var evaluation = options.evaluation
    evaluation.targets = [Target(known: target)]
    let reader = try? BuildReader(evaluation)
    reader?.cancellation = cancellation
    readers[target] = reader
    return reader
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
    case .unsafe(let reason): .offered(applicability == .safe ? doubted(because: reason) : self)
    case .refused(let reason): .refused(Note("'\(title)' is not offered: \(reason)"))
    }
  }
}
