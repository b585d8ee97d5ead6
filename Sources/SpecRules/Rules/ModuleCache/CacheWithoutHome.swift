package import Diagnostics
import GoBuild
import SpecSyntax

/// A `go` command has no location for its caches.
///
/// ## What it does
/// Reports go commands that compile where neither GOCACHE nor XDG_CACHE_HOME nor HOME is set, or HOME is a folder that no user can
/// write, and commands that download where neither GOMODCACHE nor GOPATH nor HOME is set.
///
/// ## Why it matters
/// Go has no default of its own without HOME: `build cache is required, but could not be located: GOCACHE is not defined and
/// neither $XDG_CACHE_HOME nor $HOME are defined`, or `module cache not found: neither GOMODCACHE nor GOPATH is set`. rpmbuild
/// leaves HOME as the caller has it, and mock sets `/builddir`, so only a spec that takes it away gets there.
///
/// Shown by: `without-home`.
///
/// ## Example
/// ```
/// %build
/// unset HOME
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Leave HOME set, or set GOCACHE and GOPATH.
/// ```
/// %build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## When it stays silent
/// Where HOME may be set, and for commands that need no cache (`go env`, `go version`). GOCACHE alone is enough for a vendored
/// build.
///
/// ## Settings
/// None.
package struct CacheWithoutHome: Rule {
  package static let severity: Severity = .error

  package init() {}

  /// Folders that exist to be no home, or do not exist (`getent passwd nobody`).
  private static let emptyHomes = ["/nonexistent", "/dev/null", "/var/empty"]
  private static let compilingSubcommands: Set<String> = ["build", "install", "run", "test", "vet"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var reported: Set<SectionKeyword> = []
    return context.model.commands.compactMap { command in
      guard let kind = missingCache(of: command), reported.insert(command.section).inserted else { return nil }
      return finding(
        .hasNone(kind, command.title, home: command.environment["HOME"]?.value.display), at: ScriptPlace(command), in: context,
        notes: notes(command, context), under: command.condition)
    }
  }

  private func missingCache(of command: GoCommand) -> CacheKind? {
    guard let subcommand = command.invocation?.subcommand else { return nil }
    if Self.compilingSubcommands.contains(subcommand), isMissing(command.buildCache, below: "/.cache/go-build", command) { return .build }
    if command.moduleCache.isUsed == true, isMissing(command.moduleCache, below: "/go/pkg/mod", command) { return .module }
    return nil
  }

  private func isMissing(_ cache: CachePath, below suffix: String, _ command: GoCommand) -> Bool {
    guard let decidedBy = cache.decidedBy else { return true }
    guard decidedBy == "HOME", command.environment["HOME"]?.source != nil else { return false }
    return Self.emptyHomes.contains { cache.path.exact == Array(($0 + suffix).utf8) }
  }

  private func notes(_ command: GoCommand, _ context: RuleContext) -> [Note] {
    if let home = command.environment["HOME"] { return context.settingNotes("HOME", at: home.source) }
    let removal = context.model.assignments.last {
      $0.name == "HOME" && $0.section == command.section && $0.range.lowerBound < command.range.lowerBound
    }
    return removal.map { [Note("'HOME' is unset here", at: context.place($0.source))] } ?? []
  }
}

extension String {
  fileprivate static func hasNone(_ kind: CacheKind, _ command: String, home: String?) -> String {
    let cause = home.flatMap { $0.isEmpty ? nil : "HOME is '\($0)'" } ?? "HOME is not set"
    return "'\(command)' has no location for its \(kind.rawValue) cache and fails because \(cause)"
  }
}
