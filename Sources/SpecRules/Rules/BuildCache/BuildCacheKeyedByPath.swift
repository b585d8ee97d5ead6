package import Diagnostics
import GoBuild
import MacroExpansion
import MacroTargets
import SpecSyntax

/// A shared build cache never hits because package paths change with every build.
///
/// ## What it does
/// Reports the first command of a vendored build that compiles with a build cache that outlives the build (HOME's default, or
/// one that the spec sets) in a folder that changes with the version, without `-trimpath`.
///
/// ## Why it matters
/// The compiler's cache keys hold the absolute path of every package. Measured with 24 modules: the next version's vendored build
/// compiles all their 48 packages again with a warm cache, and none with `-trimpath`; another path of the module cache costs the same.
/// Linker flags, `-tags`, `-p` and GOMAXPROCS change nothing for dependencies: `-p` does not fragment a cache.
/// For a per-build module cache, see `module-cache-per-build`.
///
/// Shown by: `private-module-cache-trimmed`, `vendored-path`, `flags-that-are-no-key`, `parallelism-is-no-key`.
///
/// ## Example
/// ```
/// %global debug_package %{nil}
///
/// %prep
/// %setup -q -c -T -n hello-%{version}
///
/// %build
/// export GOCACHE=/srv/go-build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Build with `-trimpath` where the package has no debuginfo.
/// ```
/// %global debug_package %{nil}
///
/// %prep
/// %setup -q -c -T -n hello-%{version}
///
/// %build
/// export GOCACHE=/srv/go-build
/// go build -mod=vendor -trimpath -o hello .
/// ```
/// Only where no debuginfo is built: with `-trimpath` find-debuginfo stops at an empty `debugsourcefiles.list`. Where it is built,
/// a folder without the version (`%autosetup -n hello`) shares the paths instead. The rewrite gives the flag to every command that
/// shares the cache, those of `%check` too, which else would compile all packages once more; it is refused where a branch or a target
/// builds debuginfo.
///
/// ## When it stays silent
/// With `-trimpath`, with `-a`, which reads no cache, for tests in `%check`, and where the build cache is the build's own
/// (`build-cache-per-build`). Where debuginfo is built, confidence is low, because `-trimpath` does not help there; and for a cache that
/// the spec does not set, which few who build keep.
///
/// ## Settings
/// `--builder local`: HOME's own cache is taken for kept. `--builder official` and `--builder copr`: off, for no cache outlives a build there.
package struct BuildCacheKeyedByPath: Rule {
  package static let severity: Severity = .info
  package static let confidences: Set<Confidence> = [.medium, .low]
  package static let fixes: Set<FixIt.Applicability> = [.safe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let keyed = context.caches.commandsKeyedByPath
    // For tests alone nobody keeps a cache.
    guard let command = keyed.first(where: { $0.section != .check }), !context.model.commands.contains(where: Self.rebuilds) else {
      return []
    }
    return [
      finding(
        .recompiles(command.title, command.directory.display), at: ScriptPlace(command), in: context,
        confidence: context.spec.buildsDebuginfo || !context.keepsBuildCache(of: command) ? .low : .medium,
        notes: context.settingNotes(command.buildCache.decidedBy, at: command.buildCache.setAt),
        under: command.condition,
        fixes: FixIt.safe("build with '-trimpath'", context.rewrites.trimmingPaths(of: keyed), changing: .trimsPaths))
    ]
  }

  /// `-a` reads no cache, and what it compiled is not told from what others compiled.
  private static func rebuilds(_ command: GoCommand) -> Bool {
    command.section != .check && command.compilesPackages && command.mayHaveFlag("a")
  }
}

extension RuleContext {
  /// Whether the spec sets a build cache for more than one build, or the builder is the packager's own machine, where HOME stays.
  fileprivate func keepsBuildCache(of command: GoCommand) -> Bool {
    settings.builder == .local || command.buildCache.setAt != nil
  }
}

extension String {
  fileprivate static func recompiles(_ command: String, _ folder: String) -> String {
    "'\(command)' without -trimpath compiles every dependency again for the next version because the build cache is keyed by '\(folder)'"
  }
}
