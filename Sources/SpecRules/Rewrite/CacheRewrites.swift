package import Diagnostics
package import GoBuild
import MacroExpansion

/// Rewrites of private caches.
extension Rewrites {
  /// Let the caller decide where a cache lies, with today's place as the default; or let go decide.
  package func sharingRewrites(of cause: CacheCause, _ kind: CacheKind) -> [FixIt] {
    guard let deciding = cause.cache.decidedBy else { return [] }
    let variable = kind.variable
    guard deciding == variable else {
      return FixIt.safe(
        "let the caller's \(variable) win",
        defaulted(variable, place(of: kind, below: deciding, cause), after: deciding, for: cause.command)
          ?? atUse(variable, cause.cache.path, of: cause.command),
        changing: FixPromise(variables: [variable]))
    }
    guard let assignment = writtenAssignment(of: variable, to: cause.command) else { return [] }
    return FixIt.safe("let the caller's \(variable) win", yieldingToCaller(assignment), changing: .sets(variable))
      + dropRewrite(of: assignment, kind, because: "the cache is then in the caller's HOME")
  }

  /// The same on a line before the command, where a macro of the target decides that the cache lies below `%{gobuilddir}`, and the
  /// spec has nothing to edit.
  package func atUse(_ variable: String, _ path: Value, of command: GoCommand) -> [TextEdit]? {
    guard command.environment[variable] == nil, let place = belowBuildFolder(path) else { return nil }
    return exporting("\(variable)=\"${\(variable):-\(place)}\"", before: command)
  }

  /// `%{gobuilddir}/pkg/mod`
  private func belowBuildFolder(_ path: Value) -> String? {
    guard let place = path.exact, let folder = spec.macros["gobuilddir"], !folder.isEmpty, place.starts(with: folder),
      let rest = String(validating: place.dropFirst(folder.count), as: UTF8.self), rest.hasPrefix("/")
    else { return nil }
    return "%{gobuilddir}\(rest)"
  }

  /// Go's own default instead of an assignment.
  package func dropRewrite(of assignment: WrittenAssignment, _ kind: CacheKind, because reason: String) -> [FixIt] {
    FixIt.unsafe(
      "drop '\(assignment.name)'", [dropping(assignment)], because: reason, changing: .sets(assignment.name, effects: [kind.effect]))
  }

  /// Where go puts the cache below another variable's folder, in the spec's words (`go help environment`, os.UserCacheDir).
  private func place(of kind: CacheKind, below variable: String, _ cause: CacheCause) -> String? {
    switch (kind, variable) {
    case (.module, "GOPATH"):
      guard cause.command.environment["GOPATH"]?.value.display.contains(":") == true else { return "$GOPATH/pkg/mod" }
      // Of several folders go takes the first; a `%` is written twice in a spec.
      return belowBuildFolder(cause.cache.path) ?? "${GOPATH%%%%:*}/pkg/mod"
    case (.module, "HOME"): return "$HOME/go/pkg/mod"
    case (.build, "XDG_CACHE_HOME"): return "$XDG_CACHE_HOME/go-build"
    case (.build, "HOME"): return "$HOME/.cache/go-build"
    case (.module, _), (.build, _): return nil
    }
  }

  /// `export NAME="${NAME:-PLACE}"` on a line after the assignment that decides now.
  private func defaulted(_ variable: String, _ place: String?, after deciding: String, for command: GoCommand) -> [TextEdit]? {
    guard let place, command.environment[variable] == nil, let setAt = command.environment[deciding]?.setAt,
      !context.script.isPrefix(setAt, of: command)
    else { return nil }
    return lineInserted("export \(variable)=\"${\(variable):-\(place)}\"", after: setAt, in: command.section).map { [$0] }
  }
}

extension CacheKind {
  /// The variable that names the cache itself.
  package var variable: String {
    switch self {
    case .module: "GOMODCACHE"
    case .build: "GOCACHE"
    }
  }

  package var effect: FixPromise.Effect {
    switch self {
    case .module: .moduleCache
    case .build: .buildCache
    }
  }
}
