/// Which specs are linted with which options.
///
/// Folders may have configurations of their own, and a worker knows one set of macros: specs with the same options share a linter,
/// and the reports come back in the order of the command line.
package struct LintPlan {
  private var entries: [(entry: SpecInputs.Entry, options: LintOptions)] = []
  /// Ends `run` early; specs that were not judged by then have no report.
  package var cancellation: LintCancellation?

  /// - Parameter settings: What the command line says, which goes over all configurations.
  package init(
    _ inputs: SpecInputs, options: LintOptions, settings: LintSettings, configurations: ConfigurationFinder
  ) throws(LintFailure) {
    for entry in inputs.entries {
      guard case .spec(let input) = entry else {
        entries.append((entry, options))
        continue
      }
      let configured = try configurations.configuration(for: input.path)?.settings(for: input.path) ?? LintSettings()
      entries.append((entry, configured.overridden(by: settings).applied(to: options)))
    }
  }

  /// How many specs there are to read.
  package var count: Int { entries.count { if case .spec = $0.entry { true } else { false } } }

  /// Lints them all.
  ///
  /// - Parameters:
  ///   - onFinish: Called as each is judged, in any order.
  ///   - onReport: Called with each report in the order of the command line, as soon as those before it are there; what it leaves of a
  ///     report is what is returned. What it throws ends the run.
  /// - Returns: their reports, and how often specs were read.
  package func run(
    onFinish: () -> Void, onReport: (inout FileReport) throws(LintFailure) -> Void = { _ in }
  ) throws(LintFailure) -> (reports: [FileReport], evaluations: Int) {
    var evaluations = 0
    var reports = OrderedReports(entries.map { if case .report(let report) = $0.entry { report } else { nil } })
    for (options, members) in groups where !isCancelled {
      let linter = try Linter(options)
      linter.cancellation = cancellation
      var next = members.makeIterator()
      linter.lint(members.map(\.input)) { report in
        if let member = next.next(), !isCancelled || report.failure == nil {
          var report = report
          report.packagedFiles = member.input.packagedFiles
          reports.insert(report, at: member.index)
          reports.handOut(onReport)
          // The other reports would not be used.
          if reports.failure != nil { linter.cancellation?.cancel() }
        }
        onFinish()
      }
      if let failure = reports.failure { throw failure }
      evaluations += linter.evaluations
    }
    reports.handOut(onReport, passingGaps: true)
    if let failure = reports.failure { throw failure }
    return (reports.known, evaluations)
  }

  /// Writes comments into the specs that make their findings silent.
  ///
  /// - Parameters:
  ///   - shown: What `run` gave, with the findings that are meant only.
  ///   - reports: What `run` gave.
  /// - Returns: the reports that the specs have now.
  package func suppress(_ shown: [FileReport], of reports: [FileReport]) throws(LintFailure) -> [FileReport] {
    var after = reports
    for (options, members) in groups {
      let linter = try Linter(options)
      for (index, input) in members where !shown[index].diagnostics.isEmpty {
        guard input.packagedFiles == nil else { throw LintFailure("cannot write comments into '\(input.path)': it is packed") }
        guard let edited = try linter.suppressing(shown[index], of: reports[index], in: input) else { continue }
        try FileReplacement.replace(input.path, holding: input.bytes, with: edited.bytes)
        after[index] = edited.report
      }
    }
    return after
  }

  /// Lets each spec be judged with the linter it has.
  ///
  /// - Parameter judge: What becomes of one spec.
  /// - Returns: its reports, and how often specs were read.
  package func run(
    _ judge: (SpecInput, Linter) throws(LintFailure) -> FileReport
  ) throws(LintFailure) -> (reports: [FileReport], evaluations: Int) {
    var evaluations = 0
    var reports: [FileReport?] = entries.map { if case .report(let report) = $0.entry { report } else { nil } }
    for (options, members) in groups where !isCancelled {
      let linter = try Linter(options)
      linter.cancellation = cancellation
      for member in members where !isCancelled {
        let report = try judge(member.input, linter)
        guard !isCancelled || report.failure == nil else { break }
        reports[member.index] = report
        reports[member.index]?.packagedFiles = member.input.packagedFiles
      }
      evaluations += linter.evaluations
    }
    return (reports.compactMap { $0 }, evaluations)
  }

  private var isCancelled: Bool { cancellation?.isCancelled == true }

  /// Specs by their options, in the order in which the options are first met.
  private var groups: [(options: LintOptions, members: [(index: Int, input: SpecInput)])] {
    var groups: [(options: LintOptions, members: [(index: Int, input: SpecInput)])] = []
    var known: [LintOptions: Int] = [:]
    for (index, entry) in entries.enumerated() {
      guard case .spec(let input) = entry.entry else { continue }
      if let group = known[entry.options] {
        groups[group].members.append((index, input))
      } else {
        known[entry.options] = groups.count
        groups.append((entry.options, [(index, input)]))
      }
    }
    return groups
  }
}
