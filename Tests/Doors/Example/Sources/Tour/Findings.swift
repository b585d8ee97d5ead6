import SpecLint

/// What is found in a spec, what can be done about it, and how it is written down.
enum Findings {
  static func show(_ input: SpecInput) throws(LintFailure) {
    let linter = try Linter(options())
    let cancellation = LintCancellation()
    linter.cancellation = cancellation
    var reports: [FileReport] = []
    // Another thread might call `cancel()`.
    linter.lint([input], onProgress: { print("\($0) of \($1)") }, onReport: { reports.append($0) })
    cancellation.cancel()
    print("cancelled: \(cancellation.isCancelled)")
    linter.cancellation = nil
    for report in reports { show(report, of: input, linter) }
    for format in ReportFormat.allCases { print("\(format.rawValue): \(format.bytes(of: reports, isColored: false).count > 0)") }
    show(linter.fix(input, appliesUnsafe: true, only: [try DescribedRule("rejected-flag")]))
    let byPath = try linter.lint(path: input.path)
    print(byPath.diagnostics.count == linter.lint(input).diagnostics.count)
  }

  private static func options() throws(LintFailure) -> LintOptions {
    var options = LintOptions()
    options.evaluation = try Tour.evaluation()
    options.fixes = .verified
    options.branches = .all
    options.builder = .copr
    options.persona = .pedantic
    let epel: LintOptions.Profile = .epel
    options.profile = epel
    options.select = []
    options.ignore = [try DescribedRule("missing-exclusive-arch")]
    options.severities = [try DescribedRule("unused-macro"): .warning]
    options.minimumConfidence = .high
    options.failOn = .error
    return options
  }

  private static func show(_ report: FileReport, of input: SpecInput, _ linter: Linter) {
    print(
      "\(report.path), read for \(report.target ?? "nothing") \(report.targetReason): \(report.failure ?? "\(report.diagnostics.count) findings")"
    )
    let findings: [Diagnostic] = report.diagnostics
    for finding in findings {
      print("\(place(finding.place)): \(finding.severity)[\(finding.rule)] (\(finding.confidence)): \(finding.message)")
      if let condition = finding.condition { print("  when \(condition)") }
      print("  on \(finding.targets)")
      let notes: [Note] = finding.notes
      for note in notes { print("  \(note.message) \(note.place.map(place) ?? "")") }
      for fix in linter.verified(finding, in: input).fixes { show(fix, of: input) }
    }
  }

  private static func show(_ fix: FixIt, of input: SpecInput) {
    print("  \(fix.title): \(fix.applicability) \(fix.reason ?? "")")
    let edits: [TextEdit] = fix.edits
    for edit in edits {
      let range: ByteRange = edit.range
      print("  '\(String(decoding: input.bytes[range], as: UTF8.self))' -> '\(String(decoding: edit.newText, as: UTF8.self))'")
    }
  }

  static func place(_ place: FileRange) -> String {
    let (start, end): (SourceLocation, SourceLocation) = (place.start, place.end)
    return "\(place.file):\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private static func show(_ fixed: FixedSpec) {
    let applied: [FixedSpec.AppliedFix] = fixed.applied
    for fix in applied { print("\(fix.rule): \(fix.title)") }
    print("\(fixed.bytes.count) bytes, settled: \(fixed.isSettled), left: \(fixed.report.diagnostics.count)")
  }
}
