import Diagnostics
import SpecRules

/// The verdicts on many rewrites of one spec, from as few trials as it takes.
///
/// Rewrites of one rule that promise the same, and do not touch, are tried together. What they do together they also do alone if the
/// first does so alone and every second one does so without those between: rewrites that only together do no harm, as where one
/// folder is taken from all commands but one, show in one of these. A batch that fails is divided until each failure stands alone,
/// with the reason it has alone.
struct FixTrials {
  private let verifier: FixVerifier
  private let rewrites: [Rewrite]
  private let mayBeAbsent: Bool
  private let deadline: ContinuousClock.Instant?
  /// What each does alone, without what the verifier doubts of the whole spec; nil for what was not tried.
  private(set) var verdicts: [FixVerdict?]
  /// The last copy that was read: rewrites of several findings may be the same edits.
  private var last: (edits: [TextEdit], trial: FixVerifier.Trial)?

  init(_ rewrites: [Rewrite], with verifier: FixVerifier, mayBeAbsent: Bool, until deadline: ContinuousClock.Instant?) {
    self.verifier = verifier
    self.rewrites = rewrites
    self.mayBeAbsent = mayBeAbsent
    self.deadline = deadline
    verdicts = Array(repeating: nil, count: rewrites.count)
  }

  mutating func run() { for batch in batches { judge(batch[...]) } }

  // MARK: Batches

  /// Rewrites that are told from each other by their place alone.
  private struct Kind: Hashable {
    let rule: String
    let promise: FixPromise
    let named: Set<String>

    init(_ rewrite: Rewrite) {
      rule = rewrite.finding.rule
      promise = rewrite.fix.promise
      named = Set(rewrite.finding.notes.flatMap(\.rules))
    }
  }

  private struct Batch {
    var members: [Int] = []
    /// Of the edits of all members.
    var end = -1
  }

  /// Rewrites of one kind, none of which touches another; in the order of the kinds' first findings.
  private var batches: [[Int]] {
    var order: [Kind] = []
    var kinds: [Kind: [Batch]] = [:]
    let sorted = rewrites.indices.sorted { (rewrites[$0].start, $0) < (rewrites[$1].start, $1) }
    for index in sorted {
      let kind = Kind(rewrites[index])
      if kinds[kind] == nil { order.append(kind) }
      let end = rewrites[index].fix.edits.map(\.range.upperBound).max() ?? 0
      var batches = kinds.removeValue(forKey: kind) ?? []
      let room = batches.firstIndex { $0.end < rewrites[index].start } ?? batches.count
      if room == batches.count { batches.append(Batch()) }
      batches[room].members.append(index)
      batches[room].end = end
      kinds[kind] = batches
    }
    return order.flatMap { (kinds[$0] ?? []).map(\.members) }
  }

  // MARK: Trials

  private var isOver: Bool { deadline.map { $0 <= .now } ?? false }

  private mutating func judge(_ batch: ArraySlice<Int>) {
    var rest = batch
    while let first = rest.first {
      if verdicts[first] == nil { tryAlone(first) }
      if isOver { return }
      if verdicts[first] == .asPromised { break }
      rest.removeFirst()
    }
    guard rest.count > 2 else {
      for index in rest where verdicts[index] == nil { tryAlone(index) }
      return
    }
    let members = Array(rest)
    let halves = [0, 1].map { half in members.indices.filter { $0 % 2 == half }.map { members[$0] } }
    if passes(members), halves.allSatisfy({ passes($0) }) {
      for index in members { verdicts[index] = .asPromised }
    } else {
      judge(rest.prefix(rest.count / 2))
      judge(rest.dropFirst(rest.count / 2))
    }
  }

  private mutating func tryAlone(_ index: Int) {
    guard !isOver else { return }
    let rewrite = rewrites[index]
    let trial: FixVerifier.Trial
    if let last, last.edits == rewrite.fix.edits { trial = last.trial } else { trial = verifier.trial(of: rewrite.fix.edits) }
    last = (rewrite.fix.edits, trial)
    verdicts[index] = verifier.verdict(on: trial, rewrite.fix.promise, of: [rewrite.finding], mayBeAbsent: mayBeAbsent)
  }

  /// Whether they do together what they promise.
  private func passes(_ members: [Int]) -> Bool {
    guard !isOver, let first = members.first else { return false }
    let trial = verifier.trial(of: members.flatMap { rewrites[$0].fix.edits })
    let findings = members.map { rewrites[$0].finding }
    return verifier.verdict(on: trial, rewrites[first].fix.promise, of: findings, mayBeAbsent: mayBeAbsent) == .asPromised
  }
}
