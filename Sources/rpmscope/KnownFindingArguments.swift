import ArgumentParser
import SpecLint

/// The options that leave out what was there before.
struct KnownFindingArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Be silent about the findings that a file lists.", valueName: "FILE"))
  var baseline: String?

  @Flag(help: "List what is found in the baseline (.rpmscope-baseline by default) and exit with 0.")
  var writeBaseline = false

  @Option(help: ArgumentHelp("Only findings on lines changed since a git revision.", valueName: "REV"))
  var since: String?

  func validate() throws {
    if writeBaseline, since != nil { throw ValidationError("--write-baseline and --since cannot be combined") }
  }

  /// The reports without what is known, and what the baseline lists but is fixed.
  func applied(to files: [FileReport]) throws(LintFailure) -> (files: [FileReport], fixed: [Baseline.Entry]) {
    let known = try baseline.flatMap { path throws(LintFailure) in
      writeBaseline && !FileBytes.exists(path) ? nil : try Baseline(contentsOf: path)
    }
    if writeBaseline {
      let path = baseline ?? Baseline.defaultPath
      var written = known ?? Baseline(path: path)
      for file in files { written.replace(with: file) }
      try written.write(to: path)
      return (
        try files.map { file throws(LintFailure) in
          var file = file
          _ = written.apply(to: &file)
          return file
        }, []
      )
    }
    let changes = try since.map { revision throws(LintFailure) in try ChangedLines(since: revision) }
    var narrowed: [FileReport] = []
    var fixed: [Baseline.Entry] = []
    for var file in files {
      fixed += known?.apply(to: &file) ?? []
      try changes?.restrict(&file)
      narrowed.append(file)
    }
    return (narrowed, fixed)
  }
}
