internal import MacroExpansion

/// A go command as go itself sees it: mode, caches, parallelism.
struct GoView {
  let invocation: GoInvocation
  private let environment: GoEnvironment
  private let isIndirect: Bool
  /// The module that is built, where the archives among the sources tell.
  let module: SourceModule?
  private let vendor: VendorState

  init(arguments: [Argument], environment: GoEnvironment, module: SourceModule?, vendor: VendorState) {
    self.module = module
    self.vendor = vendor
    isIndirect = arguments.isEmpty
    invocation = GoInvocation(arguments: arguments)
    self.environment = environment
  }

  // MARK: Flags

  private enum FlagValue: Equatable {
    case absent, unknown
    case value(String)
  }

  /// A flag's value in go's precedence: the last one on the command line, else the last in GOFLAGS.
  private func flag(_ name: String) -> FlagValue {
    if let flag = invocation.flag(name) {
      guard let value = flag.value else { return .unknown }
      return value.exact.map { .value(String(decoding: $0, as: UTF8.self)) } ?? .unknown
    }
    if !invocation.isExact { return .unknown }
    guard let flags = environment.value("GOFLAGS") else { return .absent }
    return flags.answer { inGoFlags(name, $0) } ?? .unknown
  }

  private func inGoFlags(_ name: String, _ value: Value) -> FlagValue {
    for word in GoFlagsWord.words(of: value, release: environment.target.release).reversed() {
      // A part that is not known may hold this flag as well.
      guard word.isExact else { return .unknown }
      if word.name == name { return word.value.map { .value($0) } ?? .unknown }
    }
    return .absent
  }

  // MARK: Module mode

  var moduleMode: ModuleMode {
    switch moduleSetting {
    case .off: return .gopath
    case .unknown: return .unknown
    case .on: break
    }
    if alwaysUsesModules { return .modules }
    switch flag("mod") {
    case .value("vendor"): return .vendor
    case .value("mod"), .value("readonly"), .value(""): return .modules
    // What go refuses builds nothing.
    case .value: return .unknown
    case .unknown: return .unknown
    case .absent: break
    }
    switch vendor {
    case .present: return .vendor
    case .absent: return .modules
    case .unknown: return .unknown
    }
  }

  private enum ModuleSetting { case on, off, unknown }

  private var moduleSetting: ModuleSetting {
    guard let value = environment.value("GO111MODULE") else { return .on }
    return value.answer { alternative in
      guard let text = alternative.exact else { return nil }
      switch String(decoding: text, as: UTF8.self) {
      case "off": return .off
      // Module mode exactly when there is a go.mod, which only the sources show.
      case "auto": return module == nil ? .unknown : .on
      default: return .on
      }
    } ?? .unknown
  }

  /// Subcommands that never look at vendor/.
  private var alwaysUsesModules: Bool {
    guard let subcommand = invocation.subcommand else { return false }
    if subcommand.hasPrefix("mod ") || subcommand == "get" { return true }
    return ["install", "run"].contains(subcommand) && namesVersion
  }

  /// `package@version`
  private var namesVersion: Bool {
    invocation.operands.contains { operand in
      guard let text = operand.exactText else { return false }
      return text.contains("@") && !text.hasPrefix("-")
    }
  }

  // MARK: Caches

  private static let needModules: Set<String> = [
    "build", "install", "test", "run", "vet", "get", "list", "generate", "fix", "tool", "mod download", "mod vendor", "mod tidy",
    "mod verify",
    "mod graph", "mod why", "work sync", "work vendor",
  ]
  private static let compile: Set<String> = ["build", "install", "test", "run", "vet", "get", "generate", "tool", "fix", "list"]

  private var moduleUse: (isUsed: Bool?, reason: String) {
    if isIndirect {
      switch moduleMode {
      case .vendor: return (false, "vendored: \(vendorReason)")
      case .gopath: return (false, "GOPATH mode: GO111MODULE=off")
      case .modules, .unknown: return (nil, "another program may run go")
      }
    }
    guard let subcommand = invocation.subcommand else { return (nil, "the subcommand is not known") }
    guard Self.needModules.contains(subcommand) else { return (false, "'go \(subcommand)' needs no modules") }
    switch moduleMode {
    case .vendor: return (false, "vendored: \(vendorReason)")
    case .gopath: return (false, "GOPATH mode: GO111MODULE=off")
    case .unknown: return (nil, "the spec does not show whether there is a vendor/ folder")
    case .modules:
      if module?.requiresModules == false, !alwaysUsesModules { return (false, "its go.mod requires no module") }
      if ["generate", "tool", "fix", "vet", "list"].contains(subcommand) { return (nil, "'go \(subcommand)' may need modules") }
      return (true, "module mode")
    }
  }

  private var vendorReason: String {
    if case .value("vendor") = flag("mod") { return "-mod=vendor" }
    if case .present(let reason) = vendor { return "vendor/ \(reason)" }
    return "vendor/"
  }

  var moduleCache: CachePath {
    let path = environment.moduleCache
    let use = moduleUse
    return cachePath(path, use.isUsed, use.reason)
  }

  var buildCache: CachePath {
    let isUsed: Bool? = isIndirect ? nil : invocation.subcommand.map { Self.compile.contains($0) }
    return cachePath(environment.buildCache, isUsed, isUsed == false ? "'go \(invocation.subcommand ?? "")' compiles nothing" : "compiles")
  }

  private func cachePath(_ path: GoEnvironment.Path, _ isUsed: Bool?, _ reason: String) -> CachePath {
    let value = path.value.cleanedPath
    return CachePath(
      path: value, isUsed: isUsed, reason: reason, keyedBy: Self.keys(shownBy: value), decidedBy: path.decidedBy,
      setAt: path.variable?.source, yieldsToCaller: path.variable?.yieldsToCaller ?? false)
  }

  /// What the shell itself makes a path change with; for what the spec's identity does see `PathKeyStudy`.
  private static func keys(shownBy path: Value) -> [Key] {
    let keys = path.reasons.compactMap { reason -> Key? in
      switch reason {
      case .process: .process
      case .random, .temporary: .random
      case .architecture: .arch
      case .time, .loopWord, .fileNames, .branches, .caller, .output, .contents, .arguments, .status, .shell, .varying, .notFollowed: nil
      }
    }
    return Key.allCases.filter(keys.contains)
  }

  /// What go takes for its variables, by name.
  var settings: [String: GoSetting] {
    var settings: [String: GoSetting] = [:]
    for name in GoSetting.names { settings[name] = environment.effective(name) }
    return settings
  }

  // MARK: Parallelism

  var parallelism: Parallelism {
    var p: Int?
    if case .value(let text) = flag("p") { p = Int(text) }
    let processors = environment.value("GOMAXPROCS")?.exact.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    return Parallelism(p: p, gomaxprocs: processors)
  }
}

extension Value {
  /// An absolute path as go's filepath.Clean writes it; where parts are unknown only doubled slashes go.
  fileprivate var cleanedPath: Value {
    guard alternatives.count == 1 else { return map(\.cleanedPath) }
    guard case .known(let start)? = parts.first, start.first == UInt8(ascii: "/") else { return self }
    if let exact { return Value(FolderPath.cleaned(exact)) }
    return Value(
      parts: parts.map { part in
        guard case .known(let bytes) = part else { return part }
        var single: [UInt8] = []
        for byte in bytes where byte != UInt8(ascii: "/") || single.last != byte { single.append(byte) }
        return .known(single)
      })
  }
}
