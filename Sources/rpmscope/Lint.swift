import ArgumentParser
import SpecLint

/// `rpmscope lint`: findings in specs.
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lint", abstract: "Lint spec files (the default command).")

  @Argument(
    help: "Specs, folders of specs, or '-' for standard input; the current folder by default.",
    completion: FileCompletion.specs)
  var paths: [String] = []

  @Option(help: ArgumentHelp("The file name to report for standard input.", valueName: "NAME"))
  var stdinFilename = "stdin.spec"

  @Flag(help: "Print the names of the specs that would be linted, and lint none.")
  var listFiles = false

  @OptionGroup(title: "Findings")
  var findings: FindingArguments

  @OptionGroup(title: "Known and old findings")
  var known: KnownFindingArguments

  @OptionGroup(title: "Fixes")
  var fixes: FixArguments

  @OptionGroup(title: "Reports")
  var reports: ReportArguments

  @OptionGroup(title: "Reading")
  var evaluation: EvaluationArguments

  func validate() throws {
    if fixes.isAsked, known.since != nil || known.writeBaseline {
      throw ValidationError("--fix and --diff cannot be combined with --since or --write-baseline")
    }
  }

  mutating func run() throws {
    let start = ContinuousClock.now
    let configurations = evaluation.configuration.finder
    let inputs = try SpecInputs(paths, standardInputName: stdinFilename, configurations: configurations)
    if listFiles { return try list(inputs) }
    var options = evaluation.lintOptions
    options.checksGuideline = reports.requested.contains { $0.format == .review }
    var plan = try LintPlan(
      inputs, options: options, settings: try findings.settings(evaluation: evaluation), configurations: configurations)
    plan.cancellation = Interruption.awaited()
    var judged = try fixes.isAsked ? fixed(plan, configurations) : judged(plan, configurations)
    if plan.cancellation?.isCancelled == true { endInterrupted(judged, of: plan) }
    if let fixing = judged.fixing {
      summarize(fixing)
      if fixes.diff { throw exitCode(ofDiff: fixing, judged.files) }
    }
    if known.addIgnore {
      var known = try KnownFindings(known, configurations)
      judged.files = try known.narrowed(plan.suppress(judged.files, of: judged.all))
      judged.known = known
    }
    let effort = LintEffort(
      specs: plan.count, evaluations: judged.evaluations, seconds: (ContinuousClock.now - start) / .seconds(1))
    // Standard output is the fixed text's.
    try reports.write(run(of: judged, effort), toStandardError: judged.fixing?.standardInputName != nil, stream: judged.stream)
    if judged.files.contains(where: { $0.failure != nil }) { throw ExitCode(2) }
    if judged.files.contains(where: \.fails) { throw ExitCode(1) }
    if fixes.exitNonZeroOnFix, let fixing = judged.fixing, fixing.fixed > 0 { throw ExitCode(1) }
  }

  /// What a run found.
  private struct Judged {
    /// All findings; with a stream only what it has written.
    let all: [FileReport]
    /// Without the known ones.
    var files: [FileReport]
    var known: KnownFindings
    let evaluations: Int
    /// Has written `files`.
    var stream: TextStream?
    var fixing: FixRun?
  }

  /// Judges the specs, and writes the findings as they come where nothing else is to become of them.
  private func judged(_ plan: LintPlan, _ configurations: ConfigurationFinder) throws(LintFailure) -> Judged {
    var progress = Progress(total: plan.count)
    var known = try KnownFindings(known, configurations)
    let isStreamed = reports.writesTextToStandardOutput && !self.known.writeBaseline && !self.known.addIgnore
    var stream = isStreamed ? reports.textStream : nil
    let (files, evaluations) = try plan.run(onFinish: { progress.advance() }) { file throws(LintFailure) in
      progress.hide()
      try tell(of: file, configurations)
      guard stream != nil else { return }
      try known.narrow(&file)
      stream?.write(&file)
    }
    progress.hide()
    let narrowed = stream == nil && plan.cancellation?.isCancelled != true ? try known.narrowed(files) : files
    return Judged(all: files, files: narrowed, known: known, evaluations: evaluations, stream: stream)
  }

  /// Judges and rewrites the specs.
  private func fixed(_ plan: LintPlan, _ configurations: ConfigurationFinder) throws(LintFailure) -> Judged {
    var progress = Progress(total: plan.count)
    var fixing = try fixRun(configurations)
    let (files, evaluations) = try fixing.run(plan) { progress.advance() }
    progress.hide()
    for file in files { try tell(of: file, configurations) }
    var known = try KnownFindings(known, configurations)
    let narrowed = plan.cancellation?.isCancelled == true ? files : try known.narrowed(files)
    return Judged(all: files, files: narrowed, known: known, evaluations: evaluations, fixing: fixing)
  }

  private func run(of judged: Judged, _ effort: LintEffort? = nil) -> LintRun {
    LintRun(files: judged.files, fixed: judged.known.fixed, root: RootedPath.root(of: RootedPath.currentFolder), effort: effort)
  }

  private func list(_ inputs: SpecInputs) throws {
    var reports: [FileReport] = []
    for entry in inputs.entries {
      switch entry {
      case .spec(let input): Console.write(input.pathBytes + [0x0A])
      case .report(let report): reports.append(report)
      }
    }
    for report in reports { complain(of: report) }
    if reports.contains(where: { $0.failure != nil }) { throw ExitCode(2) }
  }

  /// "x.spec: read for fedora (it says %fedora), settings from .rpmscope.yml", on standard error.
  private func tellReading(of file: FileReport, _ configurations: ConfigurationFinder) throws(LintFailure) {
    guard let target = file.target else { return }
    let reason = file.targetReason.isEmpty ? "" : " (\(file.targetReason))"
    let settings = try configurations.configuration(for: file.path).map { "settings from \($0.path)" } ?? "no \(Configuration.fileName)"
    Console.writeError(TerminalText.display("\(file.path): read for \(target)\(reason), \(settings)") + "\n")
  }

  /// What is known has gone to standard output as far as it is text: files for other programs and baselines would look whole.
  private func endInterrupted(_ judged: Judged, of plan: LintPlan) -> Never {
    let count = judged.files.count { $0.failure == nil }
    if var stream = judged.stream, count > 0 { stream.end(run(of: judged)) }
    Console.complain("interrupted: \(plan.count - count) of \(Count.of(plan.count, "spec")) were not judged")
    Interruption.end()
  }

  private func fixRun(_ configurations: ConfigurationFinder) throws(LintFailure) -> FixRun {
    FixRun(
      try fixes.options(), isDiff: fixes.diff, standardInputName: paths.contains("-") ? stdinFilename : nil,
      knownFindings: { path throws(LintFailure) in try known.knownFindings(in: path, configurations: configurations) },
      onEvent: tell)
  }

  private func tell(_ event: FixRun.Event) {
    switch event {
    case .packaged(let path): Console.complain("'\(path)' lies in a source package and is not fixed")
    case .unsettled(let path): Console.complain("'\(path)' still changes after \(SpecFixer.roundLimit) rounds of fixes")
    case .fixed(let path, let fix):
      guard !reports.quiet, !fixes.diff else { return }
      Console.writeError("\(TerminalText.display(path)): \(fix.rule): \(TerminalText.display(fix.title))\n")
    case .output(let bytes): Console.write(bytes)
    }
  }

  /// "fixed 3 findings in 2 files", on standard error.
  private func summarize(_ run: FixRun) {
    guard !reports.quiet, run.changed > 0 else { return }
    let verb = fixes.diff ? "would fix" : "fixed"
    Console.writeError("\(verb) \(Count.of(run.fixed, "finding")) in \(Count.of(run.changed, "file"))\n")
  }

  private func exitCode(ofDiff run: FixRun, _ files: [FileReport]) -> ExitCode {
    if files.contains(where: { $0.failure != nil }) { return ExitCode(2) }
    return ExitCode(run.changed > 0 ? 1 : 0)
  }

  /// What is said of a file on standard error.
  private func tell(of file: FileReport, _ configurations: ConfigurationFinder) throws(LintFailure) {
    complain(of: file)
    if reports.verbose { try tellReading(of: file, configurations) }
  }

  private func complain(of file: FileReport) {
    switch file.outcome {
    case .judged: break
    case .failed(let reason), .unwritten(let reason):
      Console.complain(reason.contains("'\(file.path)'") ? reason : "\(file.path): \(reason)")
    case .skipped(let reason): Console.complain("\(file.path) is skipped: \(reason)")
    }
  }
}
