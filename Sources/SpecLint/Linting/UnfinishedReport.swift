import Diagnostics
import MacroExpansion
import SpecRules

/// A file's report while other branches of its spec are still being read.
struct UnfinishedReport {
  private var report: FileReport
  /// How surely a finding is known already.
  private var known: [Finding: Confidence] = [:]
  /// The branches that are read; grows with those that only come to light in another one.
  private var plan: BranchPlan?
  /// Branches that are being read, with what has come back: one round for those of the spec, one for those that these bring to light.
  private var round: [(branch: BranchPlan.Branch, build: BuildReader.Build?)] = []
  /// Readings of the round that have not come back.
  private(set) var awaited = 0
  /// The conditions of branches that were planned and could not be read, for want of time mostly.
  private var unread: [ByteRange] = []
  /// The readings so far by their decisions, where rewrites are to be tried against them.
  private(set) var builds: [[Int: Bool]: BuildReader.Build] = [:]
  private let keepsBuilds: Bool

  /// A rule that speaks at a place speaks there in every branch: that its words differ, because a path does, makes no second finding.
  private struct Finding: Hashable {
    let rule: String
    let place: FileRange

    init(_ diagnostic: Diagnostic) {
      rule = diagnostic.rule
      place = diagnostic.place
    }
  }

  /// - Parameter build: the target's own reading.
  init(_ report: FileReport, of build: BuildReader.Build?, keepsBuilds: Bool) {
    self.report = report
    self.keepsBuilds = keepsBuilds
    if keepsBuilds { builds[[:]] = build }
    note(report.diagnostics)
  }

  /// Starts the first round.
  ///
  /// - Returns: the branches to read; `take` is told by their index.
  mutating func start(_ build: BuildReader.Build, fixed: TargetCondition.Macros) -> [BranchPlan.Branch] {
    let plan = BranchPlan(build, fixed: fixed)
    self.plan = plan
    return start(plan.branches)
  }

  /// Takes the reading of one of the round's branches; nil where there is none.
  ///
  /// Readings come in any order, so that nothing is made of them before the round is complete.
  /// - Returns: the branches of the next round.
  mutating func take(_ build: BuildReader.Build?, at index: Int, judge: (BuildReader.Build, _ condition: String) -> [Diagnostic])
    -> [BranchPlan.Branch]
  {
    round[index].build = build
    awaited -= 1
    guard awaited == 0 else { return [] }
    var further: [BranchPlan.Branch] = []
    for (branch, build) in round {
      guard let build else {
        unread.append(branch.place)
        continue
      }
      if keepsBuilds { builds[branch.decisions] = build }
      add(judge(build, branch.condition), under: branch.condition)
      further += plan?.further(in: build.spec, of: branch) ?? []
    }
    return start(further)
  }

  private mutating func start(_ branches: [BranchPlan.Branch]) -> [BranchPlan.Branch] {
    round = branches.map { ($0, nil) }
    awaited = branches.count
    return branches
  }

  /// Adds what a branch brings that the spec did not show without it.
  private mutating func add(_ diagnostics: [Diagnostic], under condition: String) {
    let new = diagnostics.filter { diagnostic in known[Finding(diagnostic)].map { $0 < diagnostic.confidence } ?? true }
    report.diagnostics += new.map { $0.holding(under: condition) }
    note(new)
  }

  private mutating func note(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      known[Finding(diagnostic)] = max(known[Finding(diagnostic)] ?? .low, diagnostic.confidence)
    }
  }

  func finished(_ options: LintOptions, selection: RuleSelection) -> FileReport {
    var finished = report
    let leftOut = (plan?.leftOut ?? 0) + unread.count
    let places = unread + [plan?.firstLeftOut].compactMap(\.self)
    if let place = places.min(by: { $0.lowerBound < $1.lowerBound }), let source = report.sources.first,
      selection.contains(ReadingProblem.untriedConditions.rawValue)
    {
      finished.diagnostics.append(.leavingOut(leftOut, from: place, in: source))
    }
    finished.finish(options, selection: selection, isComplete: leftOut == 0 && options.branches == .all)
    return finished
  }
}

extension Diagnostic {
  /// The same finding under a further condition.
  fileprivate func holding(under condition: String) -> Diagnostic {
    var holding = self
    holding.condition = self.condition.map { "\(condition) and \($0)" } ?? condition
    return holding
  }

  fileprivate static func leavingOut(_ count: Int, from range: ByteRange, in source: SourceFile) -> Diagnostic {
    let end = max(range.lowerBound, range.upperBound - 1)
    let place = FileRange(file: source.path, start: source.location(of: range.lowerBound), end: source.location(of: end))
    let conditions = count == 1 ? "1 condition is" : "\(count) conditions are"
    return Diagnostic(
      rule: ReadingProblem.untriedConditions.rawValue, severity: ReadingProblem.untriedConditions.severity,
      message: "from here on \(conditions) not tried the other way: findings in their branches are missing", place: place)
  }
}
