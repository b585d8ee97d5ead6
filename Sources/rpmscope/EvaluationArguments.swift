import ArgumentParser
import SpecLint

/// The options that say how specs are read; the same for all commands that read any.
struct EvaluationArguments: ParsableArguments {
  @Option(help: "Macros to read with: auto, host, or a bundled set.")
  var target = "auto"

  @Option(name: .customLong("define"), help: ArgumentHelp("Define a macro.", valueName: "NAME BODY"))
  var defines: [String] = []

  @Option(name: .customLong("undefine"), help: ArgumentHelp("Forget a macro.", valueName: "NAME"))
  var undefines: [String] = []

  @Option(name: .customLong("load"), help: ArgumentHelp("Read a file of macros.", valueName: "FILE"))
  var macroFiles: [String] = []

  @Flag(help: "Run the commands in %(…) and Lua for real. Only for specs you trust.")
  var allowShell = false

  @Option(help: ArgumentHelp("Seconds after which a spec is given up.", valueName: "S"))
  var timeout = 10.0

  @Option(help: ArgumentHelp("Specs read at the same time; one per core by default.", valueName: "N"))
  var jobs = 0

  func validate() throws {
    guard timeout > 0, timeout <= 86_400 else { throw ValidationError("--timeout must be more than 0 and at most 86400 seconds") }
    guard (0...1024).contains(jobs) else { throw ValidationError("--jobs must be between 0 and 1024") }
    for define in defines where !EvaluationOptions.isDefinition(define) {
      throw ValidationError("--define takes 'NAME BODY', not '\(define)'")
    }
    for file in macroFiles {
      do throws(LintFailure) { _ = try SpecInput(contentsOf: file) } catch { throw ValidationError(error.description) }
    }
  }

  var options: EvaluationOptions {
    var options = EvaluationOptions()
    options.target = target
    options.defines = defines
    options.undefines = undefines
    options.macroFiles = macroFiles
    options.allowsShell = allowShell
    options.timeLimit = timeout
    options.jobs = jobs
    return options
  }
}
