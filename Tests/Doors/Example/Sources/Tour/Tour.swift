import SpecLint

/// Everything that the library has, once: `Tour SPEC`.
@main
struct Tour {
  static func main() {
    do throws(LintFailure) {
      guard CommandLine.arguments.count > 1 else { return print("usage: Tour SPEC") }
      let input = try SpecInput(contentsOf: CommandLine.arguments[1], evaluation())
      try Findings.show(input)
      try Builds.show(input)
      try Catalogue.show()
    } catch {
      print(error.description)
    }
  }

  /// How specs are read: for Fedora and EPEL 9, with a macro more and one less.
  static func evaluation() throws(LintFailure) -> EvaluationOptions {
    var options = EvaluationOptions()
    options.targets = [try Target("fedora"), try Target("epel9")]
    options.defines = [try Definition("dist .tour")]
    options.undefines = ["gobuild"]
    options.macroFiles = []
    options.ignoresUserMacros = true
    options.allowsShell = false
    options.timeLimit = 5
    options.jobs = 2
    // nil: RPMSCOPE_WORKER, else beside this executable.
    options.workerPath = nil
    return options
  }
}
