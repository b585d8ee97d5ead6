package import Diagnostics
import GoBuild
import MacroExpansion

/// The build deletes a module cache.
///
/// ## What it does
/// Reports `go clean -modcache` and `rm -rf` of a module cache that a go command of the build uses, or of the folder around it.
///
/// ## Why it matters
/// Others may share the cache: the next build downloads everything again. Between two commands of the same build it makes the
/// second one download again.
///
/// ## Example
/// ```
/// %build
/// go mod download
/// go build -o hello .
/// go clean -modcache
/// ```
///
/// ## Use instead
/// ```
/// %build
/// go mod download
/// go build -o hello .
/// ```
/// Where read-only files of a private cache make rpm's own clean-up fail, `GOFLAGS=-modcacherw` is the cure.
///
/// ## When it stays silent
/// Where no command of the build surely uses the cache. A cache of the build's own is information.
///
/// ## Settings
/// None.
package struct ModuleCacheDeleted: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let users = context.model.commands.filter { $0.moduleCache.isUsed == true && $0.moduleCache.path.exact?.isEmpty == false }
    guard !users.isEmpty else { return [] }
    return cleaned(users, context) + removed(users, context)
  }

  private func cleaned(_ users: [GoCommand], _ context: RuleContext) -> [Diagnostic] {
    context.model.commands.compactMap { command in
      guard let invocation = command.invocation, invocation.subcommand == "clean", invocation.flag("modcache") != nil,
        let user = users.first(where: { $0.moduleCache.path == command.moduleCache.path })
      else { return nil }
      return finding(
        .deletes("go clean -modcache", user.moduleCache.path.display), at: ScriptPlace(command), in: context,
        severity: severity(of: user.moduleCache, context), under: command.condition)
    }
  }

  private func removed(_ users: [GoCommand], _ context: RuleContext) -> [Diagnostic] {
    context.model.shellCommands.compactMap { command in
      guard command.words.first?.exactText == "rm" else { return nil }
      for word in command.words.dropFirst() {
        guard let path = word.value.exact, let user = users.first(where: { Self.holds(path, $0.moduleCache.path) }) else { continue }
        // The build's whole folder goes at its end anyway.
        guard !context.isBuildFolder(path) else { continue }
        return finding(
          .deletes("rm \(word.value.display)", user.moduleCache.path.display), at: ScriptPlace(command), in: context,
          severity: severity(of: user.moduleCache, context))
      }
      return nil
    }
  }

  /// Whether a folder is the cache, its `pkg` or the GOPATH element that holds it, and no more.
  private static func holds(_ path: [UInt8], _ cache: Value) -> Bool {
    guard let cache = cache.exact else { return false }
    let folder = path.last == UInt8(ascii: "/") ? Array(path.dropLast()) : path
    return [[], Array("/mod".utf8), Array("/pkg/mod".utf8)].contains { folder + $0 == cache }
  }

  private func severity(of cache: CachePath, _ context: RuleContext) -> Severity {
    context.isOwnedByBuild(cache) || cache.isOwnedByProcess || cache.isInBuildRoot ? .info : Self.severity
  }
}

extension RuleContext {
  /// Whether a path is `%{_builddir}` or the sources' folder in it.
  fileprivate func isBuildFolder(_ path: [UInt8]) -> Bool {
    guard let builddir = spec.macros["_builddir"] else { return false }
    return path == builddir || path == builddir + [UInt8(ascii: "/")] + (spec.macros["buildsubdir"] ?? [])
  }
}

extension String {
  fileprivate static func deletes(_ command: String, _ path: String) -> String { "'\(command)' deletes the module cache '\(path)'" }
}
