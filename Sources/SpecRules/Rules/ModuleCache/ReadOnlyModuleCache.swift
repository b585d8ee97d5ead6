package import Diagnostics
package import GoBuild
import MacroExpansion
import SpecSyntax

/// A read-only module cache is in a folder that rpm or the spec deletes, so the deletion fails.
///
/// ## What it does
/// Reports a module cache in use below `%{_builddir}/%{buildsubdir}` where neither `-modcacherw` nor a later `chmod -R u+w` or
/// `go clean -modcache` makes it writable, and rm commands of the spec's own on a cache that belongs to the build or that the last
/// build has left in `%{_builddir}`.
///
/// ## Why it matters
/// Go makes the folders of its module cache read-only (0555), so `rm -rf` fails for a normal user: `Permission denied`. Up to rpm
/// 4.19 the clean-up at a build's end and the next build's `%setup` both run it. Measured with rpm 4.18: every build with such a
/// cache ended with status 1, after the packages had been written. rpm ≥ 4.20 makes the folder writable first. Besides, the
/// cache dies with the build: that alone is `module-cache-per-build`.
///
/// Shown by: `read-only-clean-up`.
///
/// ## Example
/// ```
/// %prep
/// %setup -q -c -T
///
/// %build
/// export GOMODCACHE=%{_builddir}/%{buildsubdir}/.gomod
/// go mod download
/// ```
///
/// ## Use instead
/// Remove the setting, so that the caller's HOME decides; where the cache must stay there, make it writable with `-modcacherw`.
/// ```
/// %prep
/// %setup -q -c -T
///
/// %build
/// export GOFLAGS=-modcacherw
/// export GOMODCACHE=%{_builddir}/%{buildsubdir}/.gomod
/// go mod download
/// ```
/// The cache is `module-cache-per-build` then, and the download `download-in-build`.
///
/// ## When it stays silent
/// Beside the sources' folder (`GOPATH=%{_builddir}`), where nothing removes the cache; in a vendored build and in GOPATH mode,
/// which do not write it; from rpm 4.20 on, unless the spec removes the cache itself. Where the target is only a guess, or the spec asks for
/// Enterprise Linux, whose releases 8 and 9 have an older rpm, the finding says so and has medium confidence.
///
/// ## Settings
/// `--builder official`: off. `--builder copr`: off as well, for mock leaves the removal out (`--noclean`).
package struct ReadOnlyModuleCache: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium, .low]
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.caches.causes(.module).compactMap { cause in
      guard context.caches.faults(of: cause, .module).first == .readOnly else { return nil }
      guard let removal = context.caches.failingRemovals(of: cause).first, !context.caches.resistsCleanup(cause) else {
        let command = context.caches.readOnlyUser(of: cause) ?? cause.command
        let isCertain = !context.hasFolderPerBuild
        return finding(
          .resists(command.title, cause.cache.path.display, isCertain ? "" : " up to rpm 4.19"), at: ScriptPlace(command), in: context,
          confidence: isCertain ? cause.confidence : min(cause.confidence, .medium),
          notes: context.caches.chainNotes(of: cause, .module, besides: .readOnly), under: command.condition, fixes: fixes(cause, context))
      }
      return finding(
        .cannotRemove(removal.shown, cause.cache.path.display), at: ScriptPlace(removal), in: context, confidence: cause.confidence,
        notes: [Note("'\(cause.command.title)' fills it", at: context.place(cause.command.sourceReference))]
          + context.caches.chainNotes(of: cause, .module, besides: .readOnly),
        fixes: fixes(cause, context))
    }
  }
}

extension ReadOnlyModuleCache {
  /// In every scriptlet whose go commands fill the cache, where the first of them starts or gets its GOFLAGS.
  private func fixes(_ cause: CacheCause, _ context: RuleContext) -> [FixIt] {
    var given: Set<FlagsPlace> = []
    let users = context.caches.readOnlyUsers(of: cause).filter { command in
      given.insert(FlagsPlace(section: command.section, assignment: command.environment["GOFLAGS"]?.setAt)).inserted
    }
    let edits = users.map { context.rewrites.addingToGoFlags("-modcacherw", for: $0) }
    guard !edits.contains(nil) else { return [] }
    // One macro may hold the assignments of several scriptlets.
    return FixIt.safe(
      "keep the modules writable with '-modcacherw'", Array(Set(edits.compactMap(\.self).flatMap(\.self))), changing: .sets("GOFLAGS"))
  }

  private struct FlagsPlace: Hashable {
    let section: SectionKeyword
    let assignment: ByteRange?
  }
}

extension CacheFacts {
  /// Whether rpm's own `rm -rf` fails on a module cache: its folders are read-only, and nothing makes them writable.
  package func resistsCleanup(_ cause: CacheCause) -> Bool {
    guard settings.builder != .official, settings.builder != .copr, mayShareBuildFolder, liesBelowSources(cause.cache) else { return false }
    return readOnlyUser(of: cause) != nil && !model.shellCommands.contains { makesWritable($0, cause) }
      && !model.commands.contains {
        $0.cleansModuleCache && $0.moduleCache.path == cause.cache.path && ScriptPlace($0).isLater(than: ScriptPlace(cause.command))
      }
  }

  /// The spec's own `rm` commands on a cache of the build's, where they fail for a normal user.
  package func failingRemovals(of cause: CacheCause) -> [ShellCommand] {
    guard settings.builder != .official, readOnlyUser(of: cause) != nil else { return [] }
    if isOwnedByAnyBuild(cause.cache) {
      return model.shellCommands.filter { removes($0, cause) && !isWritable(for: $0, cause) }
    }
    guard isLeftForNextBuild(cause.cache) else { return [] }
    return model.shellCommands.filter { removesLastBuilds($0, cause) && !isWritable(forNext: $0, cause) }
  }

  /// Whether a cache is in the builder's folder, where the spec's next build meets it.
  package func isLeftForNextBuild(_ cache: CachePath) -> Bool {
    guard !hasFolderPerBuild, let builddir = spec.macros["_builddir"], !builddir.isEmpty else { return false }
    return cache.path.starts(withFolder: builddir) && !cache.yieldsToCaller
  }

  /// An `rm` before the cache is filled, which in the next build meets what this one has left.
  private func removesLastBuilds(_ command: ShellCommand, _ cause: CacheCause) -> Bool {
    guard command.words.first?.exactText == "rm", let cache = cause.cache.path.exact else { return false }
    return !ScriptPlace(command).isLater(than: ScriptPlace(cause.command))
      && command.operandPaths.contains { FolderPath.holds($0, cache) }
  }

  private func isWritable(forNext removal: ShellCommand, _ cause: CacheCause) -> Bool {
    model.shellCommands.contains { command in
      makesWritable(command, cause) || opensUp(command, cause) && ScriptPlace(removal).isLater(than: ScriptPlace(command))
    } || model.commands.contains { $0.cleansModuleCache && $0.moduleCache.path == cause.cache.path }
  }

  /// The first command that leaves read-only folders in a cache.
  fileprivate func readOnlyUser(of cause: CacheCause) -> GoCommand? { readOnlyUsers(of: cause).first }

  fileprivate func readOnlyUsers(of cause: CacheCause) -> [GoCommand] {
    if cause.confidence == .low { return cause.command.keepsModuleCacheWritable ? [] : [cause.command] }
    return model.commands.filter {
      context.go.usesModuleCache($0) && $0.moduleCache.path == cause.cache.path && !$0.keepsModuleCacheWritable
    }
  }

  private func removes(_ command: ShellCommand, _ cause: CacheCause) -> Bool {
    guard command.words.first?.exactText == "rm", let cache = cause.cache.path.exact else { return false }
    return ScriptPlace(command).isLater(than: ScriptPlace(cause.command))
      && command.operandPaths.contains { FolderPath.holds($0, cache) }
  }

  private func isWritable(for removal: ShellCommand, _ cause: CacheCause) -> Bool {
    model.shellCommands.contains { makesWritable($0, cause) && ScriptPlace(removal).isLater(than: ScriptPlace($0)) }
      || model.commands.contains {
        $0.cleansModuleCache && $0.moduleCache.path == cause.cache.path && ScriptPlace(removal).isLater(than: ScriptPlace($0))
      }
  }

  /// `chmod -R u+w` of the cache or of a folder around it; of a path that is not known as well.
  private func makesWritable(_ command: ShellCommand, _ cause: CacheCause) -> Bool {
    ScriptPlace(command).isLater(than: ScriptPlace(cause.command)) && opensUp(command, cause)
  }

  private func opensUp(_ command: ShellCommand, _ cause: CacheCause) -> Bool {
    let words = command.words.map(\.value.display)
    guard let first = words.first, first == "chmod" || first == "find" && words.contains("chmod") else { return false }
    guard first == "find" || words.contains(where: { $0 == "--recursive" || $0.hasPrefix("-") && $0.contains("R") }) else { return false }
    guard let cache = cause.cache.path.exact, command.words.dropFirst().allSatisfy({ $0.value.exact != nil }) else { return true }
    return command.operandPaths.contains { FolderPath.holds($0, cache) || FolderPath.holds(cache, $0) }
  }
}

extension GoCommand {
  /// `-modcacherw`, on the command line or in GOFLAGS.
  fileprivate var keepsModuleCacheWritable: Bool {
    if let flag = invocation?.flag("modcacherw") { return flag.value?.exact != Array("false".utf8) }
    guard let flags = environment["GOFLAGS"]?.value else { return false }
    return flags.exact == nil || GoFlagsWord.words(of: flags).contains { $0.name == "modcacherw" && $0.value != "false" }
  }
}

extension String {
  fileprivate static func resists(_ command: String, _ path: String, _ generation: String) -> String {
    "'\(command)' keeps its modules in '\(path)', read-only, so rpm's 'rm -rf' of the sources fails there for an unprivileged user\(generation)"
  }
  fileprivate static func cannotRemove(_ command: String, _ path: String) -> String {
    "'\(command)' fails for an unprivileged user because the module cache '\(path)' is read-only"
  }
}
