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

  init(_ options: LintOptions) { self.options = options }

  /// The report with what trying its rewrites showed.
  func offered(with report: FileReport, of input: SpecInput) -> FileReport {
    guard report.diagnostics.contains(where: { !$0.fixes.isEmpty }) else { return report }
    var offered = report
    guard options.fixes == .verified, let target = report.target, let reader = reader(for: target),
      let verifier = FixVerifier(input, with: reader, settings: options.ruleSettings)
    else {
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
        switch verdict {
        case .asPromised: fixes.append(fix)
        case .unsafe(let reason): fixes.append(fix.applicability == .safe ? fix.doubted(because: reason) : fix)
        case .refused(let reason): notes.append(Note("'\(fix.title)' is not offered: \(reason)"))
        }
      }
      return finding.offering(fixes, adding: notes)
    }
    return offered
  }

  /// Whether rewrites that were offered one by one do together what they do alone.
  func accepts(_ rewrites: [Rewrite], on target: String, of input: SpecInput, orUnsafe: Bool) -> Bool {
    guard let reader = reader(for: target),
      let verifier = FixVerifier(input, with: reader, settings: options.ruleSettings)
    else { return false }
    let promise = FixPromise(
      variables: Set(rewrites.flatMap(\.fix.promise.variables)), effects: Set(rewrites.flatMap(\.fix.promise.effects)))
    let whole = FixIt(title: "", applicability: .safe, edits: rewrites.flatMap(\.fix.edits), reason: nil, promise: promise)
    switch verifier.verdict(on: whole, of: rewrites.map(\.finding)) {
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

  /// nil where no worker can be had; findings are then reported without rewrites.
  private func reader(for target: String) -> BuildReader? {
    if let reader = readers[target] { return reader }
    var evaluation = options.evaluation
    evaluation.target = target
    let reader = try? BuildReader(evaluation)
    readers[target] = reader
    return reader
  }
}
