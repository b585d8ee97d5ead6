import ArgumentParser
import SpecLint

/// `rpmscope config`: the settings that hold for a spec, or the schema of configurations.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the settings that apply to a spec.",
    discussion: "The output is itself a valid configuration. --schema prints the JSON schema for editors.")

  @Argument(help: "A spec or a folder; the current folder by default.", completion: FileCompletion.specs)
  var path = "."

  @Flag(help: "The JSON schema of \(Configuration.fileName).")
  var schema = false

  @OptionGroup(title: "Configuration")
  var configuration: ConfigurationArguments

  mutating func run() throws {
    if schema { return Console.write(ConfigurationSchema.bytes) }
    guard FileBytes.exists(path) else { throw LintFailure("cannot read '\(path)': no such file or directory") }
    let spec = SpecFolder.isFolder(path) ? (path.hasSuffix("/") ? path : path + "/") : path
    let found = try configuration.finder.configuration(for: spec)
    Console.write(EffectiveConfiguration.text(found, for: spec))
  }
}
