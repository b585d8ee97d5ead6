import ArgumentParser
import SpecLint

/// The options that say where the configuration is.
struct ConfigurationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read this configuration instead of the nearest \(Configuration.fileName).", valueName: "FILE"),
    completion: FileCompletion.any)
  var config: String?

  @Flag(help: "Read no configuration.")
  var noConfig = false

  func validate() throws {
    if config != nil, noConfig { throw ValidationError("--config and --no-config cannot be combined") }
  }

  var finder: ConfigurationFinder {
    if noConfig { return ConfigurationFinder(.none) }
    return ConfigurationFinder(config.map { .file($0) } ?? .nearest)
  }
}
