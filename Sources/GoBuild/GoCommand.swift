package import Diagnostics
package import MacroExpansion
package import SpecSyntax

/// One `go` command of the build and everything it will see.
package struct GoCommand: Sendable {
  /// How the command comes to run.
  package enum Kind: Sendable, Hashable {
    /// The scriptlet itself runs `go`.
    case direct
    /// Something that is known to run go, or may (`make`, `./build.sh`, mage …), inherits this environment.
    case indirect
  }
  package let kind: Kind
  /// "prep", "build" …
  package var section: SectionKeyword
  /// Of the command's words, in the section's expanded text.
  package var range: ByteRange
  /// Index of the file and byte range in it: the words themselves, or the macro call they came from.
  package var source: SourceReference
  package let arguments: [Argument]
  /// The command's words told apart; nil for what only may run go.
  package let invocation: GoInvocation?
  package var directory: Value
  /// The shell condition under which it runs, as far as it is known: "if [ -d vendor ]".
  package var condition: String?
  package var isBackground: Bool
  /// It stands in a loop, and may run more than once.
  package var isRepeated: Bool
  /// The same shell has read a file before whose contents are not known, and which may have changed any variable.
  package var followsUnknownScript: Bool
  /// Exported variables, Go's and those behind them; unset ones are absent, an unset/set doubt is a Value of its own.
  package var environment: [String: Binding]
  /// What go takes for its variables, whoever sets them: the environment, `go env -w`, the target's `go.env`, or go itself.
  package var settings: [String: GoSetting]
  package var moduleMode: ModuleMode
  package var moduleCache: CachePath
  package var buildCache: CachePath
  package var parallelism: Parallelism
  /// The module that it works on, where the archives among the sources tell.
  package var module: SourceModule?

  package init(
    kind: Kind = .direct, section: SectionKeyword, range: ByteRange, source: SourceReference, arguments: [Argument],
    directory: Value,
    condition: String? = nil, isBackground: Bool = false, isRepeated: Bool = false,
    followsUnknownScript: Bool = false, environment: [String: Binding],
    settings: [String: GoSetting] = [:],
    moduleMode: ModuleMode, moduleCache: CachePath, buildCache: CachePath, parallelism: Parallelism, module: SourceModule? = nil
  ) {
    self.kind = kind
    self.section = section
    self.range = range
    self.source = source
    self.arguments = arguments
    invocation = kind == .direct && !arguments.isEmpty ? GoInvocation(arguments: Array(arguments.dropFirst())) : nil
    self.directory = directory
    self.condition = condition
    self.isBackground = isBackground
    self.isRepeated = isRepeated
    self.followsUnknownScript = followsUnknownScript
    self.environment = environment
    self.settings = settings
    self.moduleMode = moduleMode
    self.moduleCache = moduleCache
    self.buildCache = buildCache
    self.parallelism = parallelism
    self.module = module
  }
}

/// A word of a command after expansion, and where it was written.
package struct Argument: Sendable, Hashable {
  package var value: Value
  /// In the section's expanded text; the same for all words that one expansion split into.
  package var range: ByteRange

  package init(value: Value, range: ByteRange) {
    self.value = value
    self.range = range
  }
}

/// A variable's value and where it was given.
package struct Binding: Sendable, Hashable {
  package var value: Value
  /// In the section's expanded text; nil when rpm or the caller set it.
  package var setAt: ByteRange?
  /// The same in the source: index of the file, and the assignment or the macro call that holds it.
  package var source: SourceReference?
  /// Whether it is only a default, `NAME="${NAME:-VALUE}"`: a caller who sets the variable wins.
  package var yieldsToCaller: Bool

  package init(value: Value, setAt: ByteRange? = nil, source: SourceReference? = nil, yieldsToCaller: Bool = false) {
    self.value = value
    self.setAt = setAt
    self.source = source
    self.yieldsToCaller = yieldsToCaller
  }
}

package enum ModuleMode: String, Sendable { case modules, vendor, gopath, unknown }

/// What a cache path depends on.
package enum Key: String, Sendable, CaseIterable, Comparable {
  case name, version, release, builddir, buildroot, arch, process, random
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Go's two caches.
package enum CacheKind: String, Sendable, CaseIterable {
  case module, build

  package func cache(of command: GoCommand) -> CachePath {
    switch self {
    case .module: command.moduleCache
    case .build: command.buildCache
    }
  }

  var path: WritableKeyPath<GoCommand, CachePath> {
    switch self {
    case .module: \.moduleCache
    case .build: \.buildCache
    }
  }
}

package struct CachePath: Sendable {
  /// After Go's own resolution (GOMODCACHE, else GOPATH, else HOME …).
  package var path: Value
  /// Whether the command reads or writes it at all; nil when the spec alone cannot tell.
  package var isUsed: Bool?
  /// Why it is (not) used: "vendored: -mod=vendor".
  package var reason: String
  package var keyedBy: [Key]
  /// The variable that decided: "GOMODCACHE", "GOPATH", "HOME", "XDG_CACHE_HOME"; nil for none.
  package var decidedBy: String?
  package var setAt: SourceReference?
  /// Whether a caller who sets the variable that decided has the last word.
  package var yieldsToCaller: Bool

  package init(
    path: Value, isUsed: Bool?, reason: String, keyedBy: [Key], decidedBy: String?, setAt: SourceReference?, yieldsToCaller: Bool = false
  ) {
    self.path = path
    self.isUsed = isUsed
    self.reason = reason
    self.keyedBy = keyedBy
    self.decidedBy = decidedBy
    self.setAt = setAt
    self.yieldsToCaller = yieldsToCaller
  }
}

package struct Parallelism: Sendable, Hashable {
  /// `-p`; nil for go's default or an unknown number.
  package var p: Int?
  /// GOMAXPROCS; nil when unset or unknown.
  package var gomaxprocs: Int?
  package init(p: Int?, gomaxprocs: Int?) {
    self.p = p
    self.gomaxprocs = gomaxprocs
  }
}
