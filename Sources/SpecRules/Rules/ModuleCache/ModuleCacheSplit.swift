package import Diagnostics
import GoBuild

/// Two `go` commands in the same build use different module caches.
///
/// ## What it does
/// Compares the module caches of all commands that certainly use one, and reports the first command whose cache is not that of the
/// commands before it.
///
/// ## Why it matters
/// Everything is downloaded twice: measured with 24 modules, 144 proxy requests for 72, 48 archives for 24. The tests also
/// compile their dependencies again, because the compiler's cache keys hold the path of the module cache.
///
/// Shown by: `split-module-cache`.
///
/// ## Example
/// ```
/// %build
/// export GOPATH=%{_builddir}/go
/// go mod download
///
/// %check
/// go test ./...
/// ```
/// The download itself is `download-in-build`. From rpm 4.20 on, `%{_builddir}` is each build's own, so this GOPATH is also a case of
/// `module-cache-per-build`.
///
/// ## Use instead
/// Use one cache: remove the setting, or set it in every scriptlet through one macro.
/// ```
/// %build
/// go mod download
///
/// %check
/// go test ./...
/// ```
/// Without an export both use the same one. Where it must be set, set it in both, best through one macro.
///
/// ## When it stays silent
/// Where one of the two does not use the module cache, or may not, and where a path cannot be known exactly. A cache per process
/// is `private-cache-per-process`.
///
/// ## Settings
/// None.
package struct ModuleCacheSplit: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let users = context.model.commands.filter { command in
      command.kind == .direct && context.go.usesModuleCache(command) && command.showsItsModules(in: context)
        && command.moduleCache.path.exact?.isEmpty == false
    }
    guard let first = users.first, let other = users.first(where: { $0.moduleCache.path != first.moduleCache.path }) else { return [] }
    let before = Note(
      "'\(first.title)' in %\(first.section) uses '\(first.moduleCache.path.display)'", at: context.place(first.sourceReference))
    return [
      finding(
        .usesAnother(other.title, other.moduleCache.path.display, first.title), at: ScriptPlace(other), in: context,
        notes: [before] + context.settingNotes(first.moduleCache.decidedBy, at: first.moduleCache.setAt)
          + context.settingNotes(other.moduleCache.decidedBy, at: other.moduleCache.setAt), under: other.condition,
        fixes: fixes(first, other, context))
    ]
  }
}

extension ModuleCacheSplit {
  /// The first command's cache for the later one too.
  private func fixes(_ first: GoCommand, _ other: GoCommand, _ context: RuleContext) -> [FixIt] {
    guard first.section != other.section, let deciding = first.moduleCache.decidedBy, other.environment["GOMODCACHE"] == nil else {
      return []
    }
    let promise = FixPromise.sets("GOMODCACHE", effects: [.moduleCache])
    let title = "use the module cache of %\(first.section) here too"
    guard let assignment = context.rewrites.writtenAssignment(of: deciding, to: first) else {
      return FixIt.safe(title, context.rewrites.atUse("GOMODCACHE", first.moduleCache.path, of: other), changing: promise)
    }
    switch deciding {
    case "GOMODCACHE": return FixIt.safe(title, context.rewrites.repeating([deciding], of: first, before: other), changing: promise)
    case "GOPATH":
      let value = context.rewrites.specWords(assignment.value)
      guard !value.contains(where: ":'\"\\".contains) else { return [] }
      return FixIt.safe(title, context.rewrites.exporting("GOMODCACHE=\(value)/pkg/mod", before: other), changing: promise)
    default: return []
    }
  }
}

extension String {
  fileprivate static func usesAnother(_ command: String, _ path: String, _ first: String) -> String {
    "'\(command)' uses the module cache '\(path)', not the one that '\(first)' filled"
  }
}
