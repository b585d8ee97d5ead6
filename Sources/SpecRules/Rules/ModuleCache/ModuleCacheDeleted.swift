package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The build deletes a module cache.
///
/// ## What it does
/// Reports `go clean -modcache` and `rm -rf` of a module cache that a go command of the build uses, or of the folder around it.
///
/// ## Why it matters
/// Others may share the cache: the next build downloads everything again. Between two commands of the same build it makes the
/// second one download again.
///
/// Shown by: `deleted-module-cache`, `cleaned-caches`.
///
/// ## Example
/// ```
/// %build
/// go mod download
/// go build -o hello .
/// go clean -modcache
/// ```
/// The download itself is `download-in-build`.
///
/// ## Use instead
/// Leave the cache alone.
/// ```
/// %build
/// go mod download
/// go build -o hello .
/// ```
/// Where read-only files of a private cache make rpm's own clean-up fail, `GOFLAGS=-modcacherw` is the cure.
///
/// ## When it stays silent
/// Where it is not certain that a command of the build uses a cache that the spec chose. A cache of the build's own is info, because its
/// deletion works around something: read-only files that rpm's clean-up stumbles over, or a cache in the module's tree. Where such an
/// `rm` fails by itself, `read-only-module-cache` speaks.
///
/// ## Settings
/// `--builder official`: off.
package struct ModuleCacheDeleted: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.settings.builder != .official else { return [] }
    return callersCaches(context)
      + context.caches.causes(.module).filter { $0.confidence > .low && $0.cache.path.exact?.isEmpty == false }.flatMap { cause in
        let isReadOnly = context.caches.faults(of: cause, .module).first == .readOnly
        let failing = isReadOnly ? context.caches.failingRemovals(of: cause) : []
        let cleanings = context.model.commands.filter { $0.cleansModuleCache && $0.moduleCache.path == cause.cache.path }
        let removals = context.model.shellCommands.filter { removal in
          // Before its first use a cache of the build's own is not there yet, or what the last build has left.
          !failing.contains(removal) && context.deletes(removal, cause)
            && (ScriptPlace(removal).isLater(than: ScriptPlace(cause.command))
              || !context.caches.isOwnedByBuild(cause.cache) && !context.caches.isLeftForNextBuild(cause.cache))
        }
        return cleanings.map { deletion(of: cause, by: "go clean -modcache", at: ScriptPlace($0), context, under: $0.condition) }
          + removals.map { deletion(of: cause, by: $0.shown, at: ScriptPlace($0), context) }
      }
  }

  /// The caller's own cache, of which no command of the build has anything to delete.
  private func callersCaches(_ context: RuleContext) -> [Diagnostic] {
    let causes = context.caches.causes(.module).filter { $0.confidence > .low }
    let notes = causes.first.map { cause in
      [Note("the build's own modules are in '\(cause.cache.path.display)'", at: context.place(cause.command.sourceReference))]
    }
    let cleanings = context.model.commands.filter { command in
      command.cleansModuleCache && command.moduleCache.decidedBy == "HOME" && command.moduleCache.setAt == nil
        && !causes.contains { $0.cache.path == command.moduleCache.path }
    }
    return cleanings.map { command in
      finding(
        .deletes("go clean -modcache", command.moduleCache.path.display), at: ScriptPlace(command), in: context,
        notes: notes ?? [], under: command.condition, fixes: fixes(ScriptPlace(command), context))
    }
      + callersFolders(causes, context).map { command, cache in
        finding(
          .deletes(command.shown, String(decoding: cache, as: UTF8.self)), at: ScriptPlace(command), in: context, notes: notes ?? [],
          fixes: fixes(ScriptPlace(command), context))
      }
  }

  /// Each `rm` of the folder where go keeps the caller's modules, as far as no command of the build does.
  private func callersFolders(_ causes: [CacheCause], _ context: RuleContext) -> [(command: ShellCommand, cache: [UInt8])] {
    let homes = context.model.commands.map(\.moduleCache).filter { $0.decidedBy == "HOME" && $0.setAt == nil }
    guard let cache = homes.compactMap(\.path.exact).first, !cache.isEmpty, !causes.contains(where: { $0.cache.path.exact == cache }) else {
      return []
    }
    return context.model.shellCommands.filter { $0.section.isBuildScriptlet && context.deletes($0, cache) }.map { ($0, cache) }
  }

  private func deletion(
    of cause: CacheCause, by command: String, at place: ScriptPlace, _ context: RuleContext, under condition: String? = nil
  ) -> Diagnostic {
    let next = context.model.commands.first {
      context.go.usesModuleCache($0) && $0.moduleCache.path == cause.cache.path && ScriptPlace($0).isLater(than: place)
    }
    let isOwn = context.caches.isOwnedByAnyBuild(cause.cache) || cause.cache.isOwnedByProcess || cause.cache.isInBuildRoot
    let notes =
      next.map { [Note("'\($0.title)' downloads the modules again", at: context.place($0.sourceReference))] } ?? (isOwn ? Self.cures : [])
    return finding(
      .deletes(command, cause.cache.path.display), at: place, in: context, severity: isOwn && next == nil ? .info : Self.severity,
      notes: notes, under: condition, fixes: fixes(place, context))
  }

  /// What the deletion of a cache of the build's own works around.
  private static let cures = [
    Note(
      "rpm's clean-up fails on its read-only files: '-modcacherw' in GOFLAGS prevents that ('\(ReadOnlyModuleCache.id)')",
      naming: [ReadOnlyModuleCache.id]),
    Note(
      "without an export, the caller chooses the cache ('\(ModuleCachePerBuild.id)', '\(ModuleCacheInSourceTree.id)')",
      naming: [ModuleCachePerBuild.id, ModuleCacheInSourceTree.id]),
  ]
}

extension ModuleCacheDeleted {
  private func fixes(_ place: ScriptPlace, _ context: RuleContext) -> [FixIt] {
    FixIt.unsafe(
      "leave the cache alone", context.rewrites.removingLine(of: place.range, in: place.section),
      because: "its files then remain after the build",
      changing: FixPromise(effects: [.commands]))
  }
}

extension RuleContext {
  /// Whether an `rm` deletes a module cache, its `pkg` or the GOPATH element that holds it; the build's whole folder goes anyway.
  fileprivate func deletes(_ command: ShellCommand, _ cause: CacheCause) -> Bool {
    cause.cache.path.exact.map { deletes(command, $0) } ?? false
  }

  fileprivate func deletes(_ command: ShellCommand, _ cache: [UInt8]) -> Bool {
    guard command.programName == "rm" else { return false }
    return command.operandPaths.contains { path in
      !isBuildFolder(path) && ["", "/mod", "/pkg/mod"].contains { path + Array($0.utf8) == cache }
    }
  }

  /// Whether a path is `%{_builddir}` or the sources' folder in it.
  private func isBuildFolder(_ path: [UInt8]) -> Bool {
    guard let builddir = spec.macros["_builddir"] else { return false }
    return path == builddir || path == builddir + [UInt8(ascii: "/")] + (spec.macros["buildsubdir"] ?? [])
  }
}

extension String {
  fileprivate static func deletes(_ command: String, _ path: String) -> String { "'\(command)' deletes the module cache '\(path)'" }
}
