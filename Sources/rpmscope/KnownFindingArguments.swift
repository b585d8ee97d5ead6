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

  /// The baseline of a file, whose findings are not fixed either.
  func knownFindings(in file: String, configurations: ConfigurationFinder) throws(LintFailure) -> Baseline? {
    try baselinePath(for: file, configurations).map { path throws(LintFailure) in try Baseline(contentsOf: path) }
  }

  func baselinePath(for file: String, _ configurations: ConfigurationFinder) throws(LintFailure) -> String? {
    if let baseline { return baseline }
    if let configured = try configurations.configuration(for: file)?.baseline { return configured }
    return writeBaseline ? Baseline.defaultPath : nil
  }
}
