import ArgumentParser
import SpecLint

/// The options that say which rewrites are applied.
struct FixArguments: ParsableArguments {
  @Flag(
    help: """
      Apply the safe fixes, then report what is left. A file is replaced all or nothing; its mode, owner, access lists and symbolic \
      links stay, and one with further hard links is refused. Of standard input the fixed text is printed.
      """)
  var fix = false

  @Flag(help: "With --fix or --diff, also apply fixes that only you can judge.")
  var unsafeFixes = false

  @Flag(help: "Print what --fix would change as a diff for 'git apply'; exit with 1 if there are changes.")
  var diff = false

  @Option(help: ArgumentHelp("Like --fix, for these rules only; several with commas.", valueName: "RULES"), completion: RuleCompletion.kind)
  var fixOnly: [String] = []

  @Flag(help: "Exit with 1 even when all findings are fixed.")
  var exitNonZeroOnFix = false

  var isAsked: Bool { fix || diff || !fixOnly.isEmpty }

  func validate() throws {
    guard isAsked || !unsafeFixes && !exitNonZeroOnFix else {
      throw ValidationError("--unsafe-fixes and --exit-non-zero-on-fix need --fix")
    }
  }

  func options() throws(LintFailure) -> FixOptions {
    var options = FixOptions()
    options.appliesUnsafe = unsafeFixes
    options.only = try FindingArguments.rules(fixOnly)
    return options
  }
}
