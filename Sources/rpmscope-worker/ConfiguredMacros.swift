import Glibc
import MacroExpansion
import RPMMacros
import SpecEvaluation

/// rpm's macros as the configuration asks for them, read once and inherited by every fork.
struct ConfiguredMacros {
  let engine: MacroEngine
  let target: String
  /// What could not be read, for the operator.
  let problems: [String]
  /// Whether the command line itself says where sources are.
  let definesSourceDirectory: Bool
  /// What a spec may read besides its own folder.
  let readableFiles: ReadableFiles
  let environment: InheritedEnvironment
  /// The worker itself, of which every reader is a fork.
  let process = getpid()

  init(_ configuration: WorkerConfiguration) {
    engine = MacroEngine()
    target = configuration.target == "auto" ? "host" : configuration.target
    definesSourceDirectory = configuration.defines.contains { $0.name == "_sourcedir" }
    var problems: [String] = []
    if target != "host" { problems.append("the macro set '\(target)' is not known") }
    if let folder = configuration.configurationDirectory { setenv("RPM_CONFIGDIR", folder, 1) }
    if !Self.readConfiguration(with: engine, ignoringUserMacros: configuration.ignoresUserMacros) {
      problems.append("rpm's configuration cannot be read")
    }
    for file in configuration.loadFiles where !engine.load(file) { problems.append("the macro file '\(file)' cannot be read") }
    for name in configuration.undefines { engine.pop(name) }
    for define in configuration.defines {
      let name = define.name + (define.options.map { "(\($0))" } ?? "")
      if !engine.define(Array(name.utf8) + [0x20] + define.body, level: .commandLine) {
        problems.append("the macro '\(define.name)' cannot be defined")
      }
    }
    problems += engine.takeMessages().filter(\.isError).map { String(decoding: $0.text, as: UTF8.self) }
    self.problems = problems
    // Makes librpm start Lua before the forks, so that none of them has to.
    _ = engine.text("%{lua:}")
    readableFiles = ReadableFiles(engine: engine, loadFiles: configuration.loadFiles)
    environment = InheritedEnvironment()
  }

  /// librpm finds the user's files through HOME and XDG_CONFIG_HOME; it has no other way to leave them out.
  private static func readConfiguration(with engine: MacroEngine, ignoringUserMacros: Bool) -> Bool {
    guard ignoringUserMacros else { return engine.readConfiguration() }
    let names = ["HOME", "XDG_CONFIG_HOME"]
    let values = names.map { name in getenv(name).map { String(cString: $0) } }
    for name in names { setenv(name, "/nonexistent", 1) }
    defer {
      for (name, value) in zip(names, values) {
        if let value { setenv(name, value, 1) } else { unsetenv(name) }
      }
    }
    return engine.readConfiguration()
  }
}
