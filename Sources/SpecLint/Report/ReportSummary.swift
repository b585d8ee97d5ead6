package import Diagnostics

/// How many findings of each severity there are in how many files.
package struct ReportSummary: Sendable, Hashable {
  package private(set) var files = 0
  package private(set) var failures = 0
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var infos = 0

  package init(_ reports: [FileReport] = []) {
    for report in reports { add(report) }
  }

  package mutating func add(_ report: FileReport) {
    files += 1
    if report.failure != nil { failures += 1 }
    for diagnostic in report.diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
  }

  /// The worst severity met; nil without findings.
  package var worst: Severity? {
    if errors > 0 { return .error }
    if warnings > 0 { return .warning }
    return infos > 0 ? .info : nil
  }
}
