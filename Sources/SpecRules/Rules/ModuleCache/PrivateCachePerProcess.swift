package import Diagnostics
import GoBuild

/// Every `go` process gets its own cache.
///
/// ## What it does
/// Reports module and build caches in use whose path holds `$$`, `$RANDOM`, the output of `mktemp` or a loop's word, where the go command
/// stands in a loop, runs in the background or under `xargs`.
///
/// ## Why it matters
/// N processes download and compile everything N times. Go's caches are made to be shared by processes: six of them on one empty
/// module cache fetched each of 24 archives exactly once, and none failed; with a cache each they fetched 144.
///
/// Shown by: `processes-share-a-cache`.
///
/// ## Example
/// ```
/// %build
/// for command in cmd/*; do
///   GOCACHE=$(mktemp -d) go build -mod=vendor ./$command
/// done
/// ```
///
/// ## Use instead
/// Let all commands share one cache; go locks what it writes.
/// ```
/// %build
/// for command in cmd/*; do
///   go build -mod=vendor ./$command
/// done
/// ```
///
/// ## When it stays silent
/// For caches that the command does not use, and for a single command with such a cache, which is `build-cache-per-build` or
/// `module-cache-per-build`.
///
/// ## Settings
/// `--builder official`: off. `--builder copr`: information.
package struct PrivateCachePerProcess: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard let severity = context.settings.cacheSeverity(Self.severity) else { return [] }
    return findings(.module, severity, context) + findings(.build, severity, context)
  }

  private func findings(
    _ kind: CacheKind, _ severity: Severity, _ context: RuleContext
  ) -> [Diagnostic] {
    context.caches.causes(kind).compactMap { cause in
      guard cause.confidence > .low, context.caches.faults(of: cause, kind).first == .perProcess else { return nil }
      return finding(
        .ownCache(kind, cause.command.title, cause.cache.path.display), at: ScriptPlace(cause.command), in: context, severity: severity,
        notes: context.caches.chainNotes(of: cause, kind, besides: .perProcess), under: cause.command.condition,
        fixes: fixes(cause, kind, context))
    }
  }
}

extension PrivateCachePerProcess {
  private func fixes(_ cause: CacheCause, _ kind: CacheKind, _ context: RuleContext) -> [FixIt] {
    guard cause.cache.decidedBy == kind.variable, let assignment = context.rewrites.writtenAssignment(of: kind.variable, to: cause.command)
    else {
      return []
    }
    return context.rewrites.dropRewrite(of: assignment, kind, because: "all processes then share one cache, which Go's locks make safe")
  }
}

extension String {
  fileprivate static func ownCache(_ kind: CacheKind, _ command: String, _ path: String) -> String {
    "the \(kind.rawValue) cache of '\(command)' is '\(path)', different for each process"
  }
}
