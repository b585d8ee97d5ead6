public import Diagnostics
package import SpecRules

/// What is known of one spec after reading it.
public struct FileReport: Sendable {
  /// How it went.
  package enum Outcome: Sendable, Hashable {
    case judged
    /// The file could not be judged, for this reason.
    case failed(String)
    /// It was judged, but could not be rewritten as asked, for this reason.
    case unwritten(String)
    /// The file is not one to judge, for this reason.
    case skipped(String)
  }

  /// As it was given.
  public let path: String
  package private(set) var outcome: Outcome
  /// The macro set it was read with; nil when that was not asked for.
  public let target: String?
  /// Why this set was chosen; empty where the caller named it.
  public package(set) var targetReason = ""
  /// Sorted by place.
  public package(set) var diagnostics: [Diagnostic]
  /// What lies in the source package that the spec is from; nil for a spec of its own.
  package var packagedFiles: [String]?
  /// From which severity on a finding makes this a file that fails.
  package var failOn = FailureThreshold.warning
  /// Findings that are there, but nobody wants to hear of.
  package var silenced: [SilencedFinding] = []
  /// What tells each finding from the others when lines move.
  private var fingerprints: [FindingIdentity: Fingerprint] = [:]
  /// Fedora's Go packaging guideline held against the spec; nil when that was not asked for.
  package var guideline: GuidelineChecklist?
  /// The rules that were applied; nil for all.
  package internal(set) var selection: RuleSelection?
  /// Whether all branches of the spec were judged.
  package internal(set) var isComplete = true
  /// The spec and the files it included, for excerpts.
  package private(set) var sources: [SourceFile]

  package init(path: String, target: String?, diagnostics: [Diagnostic], sources: [SourceFile]) {
    self.path = path
    self.target = target
    self.diagnostics = diagnostics
    self.outcome = .judged
    self.sources = sources
  }

  package init(path: String, failure: String) { self.init(path: path, outcome: .failed(failure)) }

  package init(path: String, outcome: Outcome) {
    self.path = path
    self.target = nil
    self.diagnostics = []
    self.outcome = outcome
    self.sources = []
  }

  /// Frees the source texts, which take up most of a report's memory. No excerpts can be shown afterwards.
  package mutating func dropSources() { sources = [] }

  /// The same of a file that could not be rewritten.
  func unwritten(_ reason: String) -> FileReport {
    var report = self
    report.outcome = .unwritten(reason)
    return report
  }

  package func fingerprint(of diagnostic: Diagnostic) -> Fingerprint? { fingerprints[FindingIdentity(diagnostic)] }

  /// Of all findings, those included that are left out of `diagnostics`.
  var allFingerprints: [(rule: String, fingerprint: Fingerprint)] { fingerprints.map { ($0.key.rule, $0.value) } }

  /// Whether a finding is bad enough to fail the run.
  package var fails: Bool { diagnostics.contains(where: fails) }

  /// Whether this finding alone is bad enough.
  func fails(_ diagnostic: Diagnostic) -> Bool { failOn.severity.map { diagnostic.severity >= $0 } ?? false }

  /// Why the file could not be judged or not be rewritten; nil when all went well, or nothing was to be done.
  public var failure: String? {
    switch outcome {
    case .failed(let reason), .unwritten(let reason): reason
    case .judged, .skipped: nil
    }
  }
}

extension FileReport {
  /// Puts the findings in order, gives them their severities and fingerprints, and takes out what is not to be heard of.
  ///
  /// - Parameter isComplete: Whether all branches of the spec were judged.
  mutating func finish(_ options: LintOptions, selection: RuleSelection, isComplete: Bool) {
    diagnostics = DiagnosticCollection.sorted(diagnostics, atLeast: .low)
    failOn = options.failOn
    let severities = Dictionary(uniqueKeysWithValues: options.severities.map { ($0.key.id, $0.value) })
    for index in diagnostics.indices {
      if let severity = severities[diagnostics[index].rule] { diagnostics[index].severity = severity }
    }
    self.selection = selection
    self.isComplete = isComplete
    suppress(selection: selection, tellsUnused: isComplete)
    takeFingerprints()
    diagnostics = DiagnosticCollection.sorted(diagnostics, atLeast: options.minimumConfidence)
  }
}

extension FileReport {
  /// Tells all findings apart, those included that nobody wants to hear of.
  mutating func takeFingerprints() {
    let all = DiagnosticCollection.sorted(diagnostics + silenced.map(\.diagnostic), atLeast: .low)
    fingerprints = Fingerprint.all(of: all, in: sources)
  }
}

/// A finding that is there, but not to be heard of.
package struct SilencedFinding: Sendable {
  package enum Cause: Sendable, Hashable {
    /// A comment in the spec, with the reason it gives.
    case comment(reason: String)
    case baseline
  }

  package let diagnostic: Diagnostic
  package let cause: Cause

  package init(_ diagnostic: Diagnostic, cause: Cause) {
    self.diagnostic = diagnostic
    self.cause = cause
  }
}
