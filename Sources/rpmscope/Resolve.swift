import ArgumentParser
import SpecLint

/// `rpmscope resolve`: every go command of a build with what it will see.
struct Resolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Print every go command of a build with its caches, its flags and where each was set.")

  @Argument(help: "A spec, or '-' for standard input.", completion: FileCompletion.specs)
  var file: String

  @Flag(help: "Print JSON, with the whole environment.")
  var json = false

  @OptionGroup(title: "Reading")
  var evaluation: EvaluationArguments

  mutating func run() throws {
    let input = try SpecInput(argument: file)
    let resolutions = try Linter(evaluation.options(for: file)).resolve(input)
    if json {
      Console.write(Resolution.json(of: resolutions))
    } else {
      Console.write(resolutions.map { $0.text(isNamed: resolutions.count > 1) }.joined(separator: "\n"))
    }
  }
}
