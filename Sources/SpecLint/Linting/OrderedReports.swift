/// Reports that are ready in any order and handed out in that of the command line.
struct OrderedReports {
  private var reports: [FileReport?]
  private var next = 0
  /// Why no more are handed out.
  private(set) var failure: LintFailure?

  /// - Parameter reports: A place for each; nil for those that are still to come.
  init(_ reports: [FileReport?]) { self.reports = reports }

  /// In order, without those that never came.
  var known: [FileReport] { reports.compactMap { $0 } }

  mutating func insert(_ report: FileReport, at index: Int) { reports[index] = report }

  /// Hands out what is ready up to the first that is not.
  ///
  /// - Parameter passingGaps: Also what lies behind reports that will never come, because the run was cancelled.
  mutating func handOut(_ receive: (inout FileReport) throws(LintFailure) -> Void, passingGaps: Bool = false) {
    while failure == nil, next < reports.count, passingGaps || reports[next] != nil {
      if var report = reports[next] {
        // Not two copies of it, where the receiver makes it smaller.
        reports[next] = nil
        do throws(LintFailure) { try receive(&report) } catch { failure = error }
        reports[next] = report
      }
      next += 1
    }
  }
}
