import ArgumentParser
import SpecLint

/// The options that leave out what was there before.
struct KnownFindingArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Suppress the findings listed in a file.", valueName: "FILE"), completion: FileCompletion.any)
  var baseline: String?

  @Flag(help: "Write the findings to the baseline (\(Baseline.defaultPath) by default) and exit with 0.")
  var writeBaseline = false

  @Option(help: ArgumentHelp("Only findings on lines changed since a git revision.", valueName: "REV"))
  var since: String?

  @Flag(help: "Add comments to the specs that suppress the findings.")
  var addIgnore = false

  func validate() throws {
    if writeBaseline, addIgnore { throw ValidationError("--write-baseline and --add-ignore cannot be combined") }
    if writeBaseline, since != nil { throw ValidationError("--write-baseline and --since cannot be combined") }
  }

  /// The reports without what is known, and what the baselines list but is fixed.
  func applied(
    to files: [FileReport], configurations: ConfigurationFinder
  ) throws(LintFailure) -> (files: [FileReport], fixed: [Baseline.Entry]) {
    var baselines = BaselineFiles(isWriting: writeBaseline)
    let changes = try since.map { revision throws(LintFailure) in try ChangedLines(since: revision) }
    var narrowed: [FileReport] = []
    var fixed: [Baseline.Entry] = []
    for var file in files {
      if let path = try baselinePath(for: file.path, configurations) { fixed += try baselines.apply(to: &file, at: path) }
      try changes?.restrict(&file)
      narrowed.append(file)
    }
    for (path, entries) in try baselines.write() { tell(path, entries, isConfigured: try isConfigured(files, configurations)) }
    return (narrowed, fixed)
  }

  private func isConfigured(_ files: [FileReport], _ configurations: ConfigurationFinder) throws(LintFailure) -> Bool {
    guard baseline == nil, let first = files.first else { return false }
    return try configurations.configuration(for: first.path)?.baseline != nil
  }

  /// Where the baseline is, and what makes the next run read it.
  private func tell(_ path: String, _ entries: Int, isConfigured: Bool) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let use =
      isConfigured
      ? "\(Configuration.fileName) names it"
      : "read it with '--baseline \(path)', or name it in \(Configuration.fileName): 'baseline: \(name)'"
    Console.complain("wrote \(Count.of(entries, "finding")) to '\(path)'; \(use)")
  }

  /// The baseline of a file, whose findings are not fixed either.
  func knownFindings(in file: String, configurations: ConfigurationFinder) throws(LintFailure) -> Baseline? {
    try baselinePath(for: file, configurations).map { path throws(LintFailure) in try Baseline(contentsOf: path) }
  }

  private func baselinePath(for file: String, _ configurations: ConfigurationFinder) throws(LintFailure) -> String? {
    if let baseline { return baseline }
    if let configured = try configurations.configuration(for: file)?.baseline { return configured }
    return writeBaseline ? Baseline.defaultPath : nil
  }
}
