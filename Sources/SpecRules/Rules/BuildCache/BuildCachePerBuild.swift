package import Diagnostics
import GoBuild
import SpecSyntax

/// A `go` command uses a build cache that belongs to this build alone.
///
/// ## What it does
/// Follows Go's own resolution of the build cache (GOCACHE, else XDG_CACHE_HOME, else HOME) through exports, assignments and
/// macros, and reports the first command that uses a cache whose path changes with the version, the release or the build's own
/// folder.
///
/// ## Why it matters
/// Every build compiles everything again. Measured with 24 modules, for the next version: all their 48 packages, where a shared cache
/// has them, and from Go 1.20 on what they use of the standard library. The cache is content-addressed and safe to share; Go trims
/// what has not been used for five days.
///
/// Shown by: `shared-caches`, `private-build-cache`, `trimmed-cache`, `build-cache-place`.
///
/// ## Example
/// ```
/// %build
/// export GOCACHE=%{_builddir}/%{name}-%{version}/.cache
/// go build -o hello .
/// ```
///
/// ## Use instead
/// Remove the setting, so that HOME decides; where a default must stay, let the caller's value win.
/// ```
/// %build
/// export GOCACHE="${GOCACHE:-%{_builddir}/gocache}"
/// go build -o hello .
/// ```
///
/// ## When it stays silent
/// Where nothing sets it, and where the cache lies beside the build's folder. A vendored build uses the build cache too, so it
/// is judged like any other. In `%check` alone it is information.
///
/// ## Settings
/// `--builder official`: off. `--builder copr`: information.
package struct BuildCachePerBuild: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium]
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard let severity = context.settings.cacheSeverity(Self.severity) else { return [] }
    return context.caches.causes(.build).compactMap { cause in
      guard context.caches.faults(of: cause, .build).first == .perBuild else { return nil }
      // An exported GOCACHE reaches every go that make may start.
      let isUnsure = cause.command.kind == .indirect || context.caches.isOwnedByNewerBuild(cause.cache)
      let confidence: Confidence = isUnsure ? .medium : cause.confidence
      return finding(
        .keepsObjects(
          cause.command.title, in: cause.cache.path.display, context.caches.ownership(of: cause.cache),
          context.settings.privateCacheCost("compiles everything again")),
        at: ScriptPlace(cause.command), in: context, severity: cause.sections == [.check] ? min(severity, .info) : severity,
        confidence: confidence, notes: context.caches.chainNotes(of: cause, .build, besides: .perBuild), under: cause.command.condition,
        fixes: context.rewrites.sharingRewrites(of: cause, .build))
    }
  }
}

extension String {
  fileprivate static func keepsObjects(_ command: String, in path: String, _ ownership: String, _ cost: String) -> String {
    "'\(command)' keeps what it compiles in '\(path)', \(ownership), \(cost)"
  }
}
