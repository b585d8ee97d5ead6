package import Diagnostics

/// How many findings of each severity there are in how many files.
package struct ReportSummary: Sendable, Hashable {
  package private(set) var files = 0
  package private(set) var failures = 0
  package private(set) var skipped = 0
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var infos = 0
  /// Findings that a comment in the spec asks to be silent about.
  package private(set) var suppressed = 0
  /// Findings that the baseline lists.
  package private(set) var known = 0

  /// Findings with a safe rewrite.
  package private(set) var fixable = 0
  /// Findings with rewrites of which none is safe.
  package private(set) var unsafelyFixable = 0

  package init(_ reports: [FileReport] = []) {
    for report in reports { add(report) }
  }

  private mutating func add(_ report: FileReport) {
    files += 1
    switch report.outcome {
    case .judged, .unwritten: break
    case .failed: failures += 1
    case .skipped: skipped += 1
    }
    for diagnostic in report.diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
      if diagnostic.fixes.contains(where: { $0.applicability == .safe }) {
        fixable += 1
      } else if !diagnostic.fixes.isEmpty {
        unsafelyFixable += 1
      }
    }
    for finding in report.silenced {
      switch finding.cause {
      case .comment: suppressed += 1
      case .baseline: known += 1
      }
    }
  }

  /// Files that were read and judged.
  package var read: Int { files - failures - skipped }

  /// The worst severity met; nil without findings.
  package var worst: Severity? {
    if errors > 0 { return .error }
    if warnings > 0 { return .warning }
    return infos > 0 ? .info : nil
  }
}
