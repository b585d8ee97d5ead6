import SpecLint

/// Leaves out of one report after the other what is known: what the baselines list, and what stands on lines that did not change.
struct KnownFindings {
  private let arguments: KnownFindingArguments
  private let configurations: ConfigurationFinder
  private var baselines: BaselineFiles
  private let changes: ChangedLines?
  private var isConfigured = false
  /// What the baselines list and nobody finds any more, so far.
  private(set) var fixed: [Baseline.Entry] = []

  init(_ arguments: KnownFindingArguments, _ configurations: ConfigurationFinder) throws(LintFailure) {
    self.arguments = arguments
    self.configurations = configurations
    baselines = BaselineFiles(isWriting: arguments.writeBaseline)
    changes = try arguments.since.map { revision throws(LintFailure) in try ChangedLines(since: revision) }
  }

  mutating func narrow(_ file: inout FileReport) throws(LintFailure) {
    if let path = try arguments.baselinePath(for: file.path, configurations) { fixed += try baselines.apply(to: &file, at: path) }
    try changes?.restrict(&file)
    if try configurations.configuration(for: file.path)?.baseline != nil { isConfigured = true }
  }

  /// Narrows all of them, and writes the baselines where that was asked for.
  mutating func narrowed(_ files: [FileReport]) throws(LintFailure) -> [FileReport] {
    let narrowed = try files.map { file throws(LintFailure) in
      var file = file
      try narrow(&file)
      return file
    }
    for (path, entries) in try baselines.write() { tell(path, entries) }
    return narrowed
  }

  /// Where the baseline is, and what makes the next run read it.
  private func tell(_ path: String, _ entries: Int) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let use =
      isConfigured && arguments.baseline == nil
      ? "\(Configuration.fileName) names it"
      : "read it with '--baseline \(path)', or name it in \(Configuration.fileName): 'baseline: \(name)'"
    Console.complain("wrote \(Count.of(entries, "finding")) to '\(path)'; \(use)")
  }
}
