import ArgumentParser
import GoBuild
import MacroExpansion
import SpecLint

/// `rpmscope resolve`: every go command of a build with what it will see.
struct Resolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print every go command of a build with its caches, its flags and where each was set.")

  @ArgumentParser.Argument(help: "A spec, or '-' for standard input.")
  var file: String

  @Flag(help: "As JSON, with the whole environment.")
  var json = false

  @OptionGroup(title: "Reading")
  var evaluation: EvaluationArguments

  mutating func run() throws {
    let build = try SpecInput(argument: file).build(evaluation.options(for: file))
    let resolution = Resolution(spec: build.spec, model: build.model, file: file)
    Console.write(json ? resolution.json : Array(resolution.text.utf8))
  }
}
