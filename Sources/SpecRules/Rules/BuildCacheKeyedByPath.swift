package import Diagnostics
import GoBuild
import MacroExpansion
import MacroTargets

/// A shared build cache is of no use, because the packages' paths are other ones in every build.
///
/// ## What it does
/// Reports the first command of a vendored build that compiles with a build cache that outlives the build (HOME's default, or
/// one that the spec sets) in a folder that changes with the version, without `-trimpath`.
///
/// ## Why it matters
/// The compiler's cache keys hold the absolute path of every package. Measured with 48 packages: the next version's vendored build
/// compiles 49 again with a warm cache, and one with `-trimpath`; another path of the module cache costs the same 48 of 48. Flags
/// of the linker, `-tags`, `-p` and GOMAXPROCS change nothing for dependencies: `-p` fragments no cache. Of a module cache that
/// belongs to the build `module-cache-per-build` speaks.
///
/// ## Example
/// ```
/// %global debug_package %{nil}
///
/// %prep
/// %setup -q -c -T -n hello-%{version}
///
/// %build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// ```
/// %global debug_package %{nil}
///
/// %prep
/// %setup -q -c -T -n hello-%{version}
///
/// %build
/// go build -mod=vendor -trimpath -o hello .
/// ```
/// Only where no debuginfo is built: with `-trimpath` find-debuginfo stops at an empty `debugsourcefiles.list`. Where it is built,
/// a folder without the version (`%autosetup -n hello`) shares the paths instead.
///
/// ## When it stays silent
/// With `-trimpath`, with `-a`, which reads no cache, for tests in `%check`, and where the build cache is the build's own (`build-cache-per-build`). Where
/// debuginfo is built, confidence is low, for `-trimpath` is no way out there.
///
/// ## Settings
/// `--builder official` and `--builder copr`: off, for no cache outlives a build there.
package struct BuildCacheKeyedByPath: Rule {
  package static let severity: Severity = .info

  package init() {}

  private static let compilingSubcommands: Set<String> = ["build", "install", "test"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard [.local, .any].contains(context.settings.builder) else { return [] }
    let compiling = context.model.commands.filter { command in
      guard let subcommand = command.invocation?.subcommand, command.section != "check" else { return false }
      return Self.compilingSubcommands.contains(subcommand)
    }
    let command = compiling.first { command in
      command.moduleMode == .vendor && context.isShared(command.buildCache) && context.changesWithVersion(command.directory)
        && !Self.hasFlag("trimpath", command)
    }
    guard let command, !compiling.contains(where: { Self.hasFlag("a", $0) }) else { return [] }
    return [
      finding(
        .recompiles(command.title, command.directory.display), at: ScriptPlace(command), in: context,
        confidence: context.buildsDebuginfo ? .low : .medium,
        notes: context.settingNotes(command.buildCache.decidedBy, at: command.buildCache.setAt),
        under: command.condition)
    ]
  }

  /// Also where GOFLAGS may hold it.
  private static func hasFlag(_ name: String, _ command: GoCommand) -> Bool {
    if command.invocation?.flag(name) != nil || command.invocation?.isExact == false { return true }
    guard let flags = command.environment["GOFLAGS"]?.value else { return false }
    return flags.exact == nil || GoFlagsWord.words(of: flags).contains { $0.name == name }
  }
}

extension RuleContext {
  /// Whether a build cache is there for the next build.
  fileprivate func isShared(_ cache: CachePath) -> Bool {
    cache.decidedBy != nil && !isOwnedByBuild(cache) && !cache.isOwnedByProcess && !cache.isInBuildRoot && cache.path.display.hasPrefix("/")
  }

  fileprivate func changesWithVersion(_ folder: Value) -> Bool {
    guard let path = folder.exact, let version = spec.macros["version"], !version.isEmpty else { return false }
    return path.firstRange(of: version) != nil
  }

  /// Whether debuginfo packages are made: then `-trimpath` would break them.
  fileprivate var buildsDebuginfo: Bool {
    if let definition = spec.definitions.last(where: { $0.name == "debug_package" }) {
      return !definition.body.elementsEqual("%{nil}".utf8) && !definition.body.isEmpty
    }
    return target?.buildsDebuginfo ?? true
  }
}

extension String {
  fileprivate static func recompiles(_ command: String, _ folder: String) -> String {
    "'\(command)' without -trimpath compiles every dependency again for the next version, for the build cache is keyed by '\(folder)'"
  }
}
