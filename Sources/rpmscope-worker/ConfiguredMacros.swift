import Glibc
import MacroExpansion
import MacroTargets
import RPMMacros
import SpecEvaluation

/// rpm's macros as the configuration asks for them, read once and inherited by every fork.
struct ConfiguredMacros {
  let engine: MacroEngine
  /// "auto", "host" or a bundled target's name.
  let target: String
  private let configuration: WorkerConfiguration
  /// Whether this host's /bin/sh, which librpm gives `%(…)` to, is bash.
  let shellIsBash = ConfiguredMacros.hostShell.hasSuffix("bash")
  /// Why no spec can be read as asked; the operator's to mend.
  let problems: [String]
  /// What librpm says of its macro files, and reads on, as it does for rpm itself.
  let warnings: [String]
  /// Whether the command line itself says where sources are.
  let definesSourceDirectory: Bool
  /// What a spec may read besides its own folder.
  let readableFiles: ReadableFiles
  let environment: InheritedEnvironment
  /// The worker itself, of which every reader is a fork.
  let process = getpid()

  init(_ configuration: WorkerConfiguration) {
    engine = MacroEngine()
    target = configuration.target
    self.configuration = configuration
    definesSourceDirectory = configuration.defines.contains { $0.name == "_sourcedir" }
    var problems: [String] = []
    if target != "auto", target != "host", MacroTarget.named(target) == nil {
      let known = MacroTarget.all.map(\.name).joined(separator: ", ")
      problems.append("the target '\(target)' is not known; there are auto, host, \(known)")
    }
    if let folder = configuration.configurationDirectory { setenv("RPM_CONFIGDIR", folder, 1) }
    let isRead = Self.readConfiguration(with: engine, ignoringUserMacros: configuration.ignoresUserMacros)
    warnings = Self.errors(of: engine)
    // librpm does not mind when its own macro file is missing, but there is no rpm without the text that begins every scriptlet.
    if isRead, engine.isDefined("___build_pre".utf8) {
      problems += Self.applyCommandLine(configuration, to: engine)
    } else {
      problems.append(
        "rpm's configuration cannot be read from '\(engine.configurationDirectory)'; install rpm (on Debian, rpm-common)"
          + (getenv("RPM_CONFIGDIR") == nil ? "" : ", or correct RPM_CONFIGDIR"))
    }
    self.problems = problems
    // Makes librpm start Lua before the forks, so that none of them has to.
    _ = engine.text("%{lua:}")
    readableFiles = ReadableFiles(engine: engine, loadFiles: configuration.loadFiles)
    environment = InheritedEnvironment()
  }

  private static var hostShell: String {
    guard let path = realpath("/bin/sh", nil) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// What `--load`, `--undefine` and `--define` ask for, over whatever is defined.
  ///
  /// - Returns: what could not be done.
  private static func applyCommandLine(_ configuration: WorkerConfiguration, to engine: MacroEngine) -> [String] {
    var problems: [String] = []
    for file in configuration.loadFiles where !engine.load(file) {
      problems.append((["the macro file '\(file)' cannot be read"] + errors(of: engine).prefix(1)).joined(separator: ": "))
    }
    for name in configuration.undefines { engine.pop(name) }
    for define in configuration.defines {
      let name = define.name + (define.options.map { "(\($0))" } ?? "")
      if !engine.define(Array(name.utf8) + [0x20] + define.body, level: .commandLine) {
        problems.append((["the macro '\(define.name)' cannot be defined"] + errors(of: engine).prefix(1)).joined(separator: ": "))
      }
    }
    return problems
  }

  private static func errors(of engine: MacroEngine) -> [String] {
    engine.takeMessages().filter(\.isError).map { String(decoding: $0.text, as: UTF8.self) }
  }

  /// The macros for a spec: what was asked for, or those of the distribution that it is for.
  func choice(for spec: [UInt8]) -> ChosenMacros {
    let choice =
      target == "auto"
      ? MacroTarget.choice(
        for: spec, hostRPM: RPMDialect(version: engine.version), hostShellIsBash: shellIsBash, isDefined: { engine.isDefined($0.utf8) })
      : nil
    let name = choice?.name ?? target
    // A distribution of its own is a guess; for a target that the user named there is nothing to guess.
    let layers =
      MacroTarget.named(name) == nil
      ? [] : MacroLayer.all.filter { $0.isSpoken(in: spec) && (choice != nil || $0.distribution == nil) }
    let reasons = [choice?.reason].compactMap(\.self) + layers.map { "with the macros of \($0.summary)" }
    return ChosenMacros(
      target: name, layers: layers.map(\.name), reason: reasons.joined(separator: "; "), isSure: choice?.isSure ?? true,
      isNamed: choice == nil)
  }

  /// Makes this process ready for readers of a selection to be forked from it.
  func load(_ selection: MacroSelection) {
    if let chosen = MacroTarget.named(selection.target) {
      loadBase(of: chosen)
      for text in chosen.macros { _ = engine.load(text: text) }
      if !chosen.lua.isEmpty { _ = engine.text("%{lua:\(chosen.lua)}") }
      for layer in Self.layers(selection.layers) {
        for macro in layer.undefined { while engine.isDefined(macro.utf8) { engine.pop(macro) } }
        _ = engine.load(text: layer.macros)
      }
      _ = Self.applyCommandLine(configuration, to: engine)
    }
    guard !selection.allowsShell else { return }
    environment.reduce()
    _ = engine.text("%{lua:" + LuaPrelude.text + "}")
  }

  private static func layers(_ names: [String]) -> [MacroLayer] { MacroLayer.all.filter { names.contains($0.name) } }

  /// What a reader needs to know of the macros that it finds loaded.
  func target(_ chosen: ChosenMacros) -> LoadedTarget {
    guard let target = MacroTarget.named(chosen.target) else {
      let distributions = Distribution.allCases.filter { $0.identity.map { engine.isDefined($0.utf8) } ?? false }
      return LoadedTarget(
        name: chosen.target, reason: chosen.reason, isSure: chosen.isSure, dialect: RPMDialect(version: engine.version),
        names: TargetNames(distributions: distributions, isNamed: chosen.isNamed, isSure: chosen.isSure))
    }
    let distributions =
      Self.layers(chosen.layers).compactMap(\.distribution) + [Distribution(target: chosen.target)].compactMap(\.self)
    return LoadedTarget(
      name: chosen.target, reason: chosen.reason, isSure: chosen.isSure, dialect: target.dialect,
      names: TargetNames(distributions: distributions, isNamed: chosen.isNamed, isSure: chosen.isSure))
  }

  /// Puts the macros of the target's rpm in the place of the machine's; what is known of the machine itself stays.
  private func loadBase(of target: MacroTarget) {
    engine.forgetDefinitions(keeping: Self.machineMacros)
    for name in target.dialect.missingBuiltins { while engine.isDefined(name.utf8) { engine.pop(name) } }
    for text in BaseMacros.texts(for: target.dialect) { _ = engine.load(text: text) }
    for (name, text) in BuiltInMacros.definitions(for: target.dialect) where !engine.isDefined(name.utf8) { _ = engine.load(text: text) }
    engine.push("rpmversion", body: target.dialect.version.utf8, level: .configuration, isLiteral: true)
    if target.dialect.missingBuiltins.contains("rpmversion") { engine.pop("rpmversion") }
    guard !configuration.ignoresUserMacros, let home = getenv("HOME") else { return }
    for file in ["/.rpmmacros", "/.config/rpm/macros"] where access(String(cString: home) + file, R_OK) == 0 {
      _ = engine.load(String(cString: home) + file)
    }
  }

  /// What librpm finds out about the machine (rpmrc, and rpm's own file for the platform).
  private static let machineMacros: Set<String> = [
    "_target", "_target_cpu", "_target_os", "_host_cpu", "_arch", "_build_arch", "__isa_name", "__isa_bits", "optflags",
    "_transaction_color",
  ]

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
