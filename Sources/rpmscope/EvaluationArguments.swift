import ArgumentParser
import SpecLint

/// The options that say how specs are read; the same for all commands that read any.
struct EvaluationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Macros to read with: auto (the default), host, or a bundled set; several with commas, or all.", valueName: "TARGETS"),
    completion: TargetCompletion.kind)
  var target: String?

  @Option(name: .customLong("define"), help: ArgumentHelp("Define a macro.", valueName: "NAME BODY"))
  var defines: [String] = []

  @Option(name: .customLong("undefine"), help: ArgumentHelp("Undefine a macro.", valueName: "NAME"))
  var undefines: [String] = []

  @Option(name: .customLong("load"), help: ArgumentHelp("Read a file of macros.", valueName: "FILE"), completion: FileCompletion.any)
  var macroFiles: [String] = []

  @Flag(help: "Run the commands in %(…) and Lua for real. Only for specs you trust.")
  var allowShell = false

  @Flag(help: "Ignore the user's own macro files (~/.rpmmacros).")
  var noUserMacros = false

  @Option(help: ArgumentHelp("Give up on a spec after S seconds; 10 by default.", valueName: "S"))
  var timeout: Double?

  @Option(help: ArgumentHelp("Specs read at the same time; one per core by default.", valueName: "N"))
  var jobs = 0

  @OptionGroup(title: "Configuration")
  var configuration: ConfigurationArguments

  func validate() throws {
    do throws(LintFailure) { _ = try settings } catch { throw ValidationError(error.description) }
    if let timeout, !(timeout > 0 && timeout <= 86_400) { throw ValidationError("--timeout must be more than 0 and at most 86400 seconds") }
    guard (0...1024).contains(jobs) else { throw ValidationError("--jobs must be between 0 and 1024") }
    for file in macroFiles {
      do throws(LintFailure) { _ = try SpecInput(contentsOf: file) } catch { throw ValidationError(error.description) }
    }
  }

  /// What a configuration can say as well, to go over it.
  var settings: LintSettings {
    get throws(LintFailure) {
      var settings = LintSettings()
      settings.targets = try target.map { text throws(LintFailure) in try Target.list(text) }
      settings.defines = try defines.map { text throws(LintFailure) in try Definition(text) }
      settings.undefines = undefines
      settings.timeLimit = timeout
      return settings
    }
  }

  /// What only the command line can say.
  var lintOptions: LintOptions {
    var options = LintOptions()
    options.evaluation.macroFiles = macroFiles
    options.evaluation.allowsShell = allowShell
    options.evaluation.ignoresUserMacros = noUserMacros
    options.evaluation.jobs = jobs
    options.fixes = .verified
    return options
  }

  /// How one spec is read.
  func options(for spec: String) throws(LintFailure) -> LintOptions {
    let configured = try configuration.finder.configuration(for: spec)?.settings(for: spec) ?? LintSettings()
    return configured.overridden(by: try settings).applied(to: lintOptions)
  }
}
