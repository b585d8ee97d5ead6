public import Diagnostics
import GoBuild
import MacroExpansion
import SpecRules
import SpecSyntax

/// One `go` command of a build and everything it will see.
public struct ResolvedCommand: Sendable, Hashable {
  /// Where go takes the modules of a command from (`go help modules`).
  public enum ModuleMode: String, Sendable { case modules, vendor, gopath, unknown }

  /// The section that runs it: "prep", "build" …
  public let section: String
  /// Its words in the spec, or the macro call they came from.
  public let place: FileRange
  /// After expansion, the program's own name first.
  public let arguments: [ResolvedValue]
  /// The folder it runs in.
  public let directory: ResolvedValue
  /// The shell condition under which it runs: "if [ -d vendor ]"; nil where it always does.
  public let condition: String?
  public let moduleMode: ModuleMode
  /// Go's variables and those behind them (`HOME`, `XDG_CACHE_HOME`, `TMPDIR` …), by name, as far as they are exported.
  public let environment: [String: ResolvedValue]
  /// What go takes for its variables, whoever sets them: the environment, `go env -w`, the target's `go.env`, or go itself.
  public let settings: [String: ResolvedValue]
  public let moduleCache: ResolvedCache
  public let buildCache: ResolvedCache
  /// `-p`; nil for go's default or an unknown number.
  public let processes: Int?
  /// GOMAXPROCS; nil where it is unset or unknown.
  public let gomaxprocs: Int?

  init(_ command: GoCommand, in context: RuleContext) {
    func place(_ reference: SourceReference?) -> FileRange? { reference.map { context.place($0) } }
    section = command.section.rawValue
    self.place = context.spec.place(command.source)
    arguments = command.arguments.map { ResolvedValue($0.value) }
    directory = ResolvedValue(command.directory)
    condition = command.condition
    moduleMode = ModuleMode(command.moduleMode)
    environment = command.environment.mapValues { ResolvedValue($0.value, setAt: place($0.source)) }
    settings = Dictionary(
      uniqueKeysWithValues: command.settings.map { name, setting in
        let source = setting.origin == .environment ? command.environment[name]?.source : nil
        return (name, ResolvedValue(setting.value, setAt: place(source)))
      })
    moduleCache = ResolvedCache(command.moduleCache, setAt: place(command.moduleCache.setAt))
    buildCache = ResolvedCache(command.buildCache, setAt: place(command.buildCache.setAt))
    processes = command.parallelism.p
    gomaxprocs = command.parallelism.gomaxprocs
  }
}

/// What is known of a text that a shell will compute.
public struct ResolvedValue: Sendable, Hashable {
  /// With `*` for each part that cannot be known; what is not valid UTF-8 becomes U+FFFD.
  public let text: String
  /// Whether no part is unknown.
  public let isExact: Bool
  /// The assignment in the spec; nil where rpm, the caller or go sets it.
  public let setAt: FileRange?

  init(_ value: Value, setAt: FileRange? = nil) {
    text = value.display
    isExact = value.exact != nil
    self.setAt = setAt
  }
}

/// A cache of go's as one command sees it.
public struct ResolvedCache: Sendable, Hashable {
  /// After go's own resolution: GOMODCACHE, else GOPATH, else HOME …
  public let path: ResolvedValue
  /// Whether the command reads or writes it; nil where the spec alone cannot tell.
  public let isUsed: Bool?
  /// Why it is used or not: "vendored: -mod=vendor".
  public let reason: String
  /// What the path changes with: "name", "version", "release", "builddir", "buildroot", "arch", "process", "random"; empty for none.
  public let keyedBy: [String]

  init(_ cache: CachePath, setAt: FileRange?) {
    path = ResolvedValue(cache.path, setAt: setAt)
    isUsed = cache.isUsed
    reason = cache.reason
    keyedBy = cache.keyedBy.map(\.rawValue)
  }
}

extension ResolvedCommand.ModuleMode {
  fileprivate init(_ mode: GoBuild.ModuleMode) {
    switch mode {
    case .modules: self = .modules
    case .vendor: self = .vendor
    case .gopath: self = .gopath
    case .unknown: self = .unknown
    }
  }
}
