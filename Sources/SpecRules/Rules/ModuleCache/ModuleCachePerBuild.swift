package import Diagnostics
import GoBuild

/// A `go` command that needs modules uses a module cache that belongs to this build alone.
///
/// ## What it does
/// Follows Go's own resolution of the module cache (GOMODCACHE, else the first element of GOPATH, else HOME) through exports,
/// assignments and macros, and reports the first command of a build that uses a cache whose path changes with the version,
/// the release or the build's own folder.
///
/// ## Why it matters
/// Every build downloads every module again, and, without `-trimpath`, compiles every dependency again, because the compiler's
/// cache keys hold the path. Measured with 24 modules, for the next version: 72 proxy requests and 48 packages compiled with a
/// private module cache, none of either with a shared one. Go's module cache is safe to share: it locks every module version.
/// Where the source archive lies beside the spec, its go.sum says how many modules a build fetches.
///
/// Shown by: `private-module-cache`, `shared-caches`, `private-module-cache-trimmed`, `vendored-build-downloads-nothing`,
/// `processes-share-a-cache`, `module-cache-place`, `two-rpm-builds`.
///
/// ## Example
/// ```
/// %build
/// export GOPATH=%{_builddir}/%{name}-%{version}/_build
/// go mod download
/// ```
/// The download itself is `download-in-build`.
///
/// ## Use instead
/// Remove the setting, so that the caller's HOME decides and what the caller wants shared is shared; where a default must stay, let
/// the caller's value win.
/// ```
/// %build
/// export GOMODCACHE="${GOMODCACHE:-%{_builddir}/gomodcache}"
/// go mod download
/// ```
///
/// ## When it stays silent
/// A vendored build (`-mod=vendor`, or a kept `vendor/`) and GOPATH mode (`GO111MODULE=off`, also `%gobuild`'s default) do not
/// use the module cache, wherever it lies. Of a spec that shows neither, nothing is known: its findings have low confidence.
/// A cache in `%{buildroot}` is `cache-in-buildroot`, one per process `private-cache-per-process`, one that cannot be removed
/// `read-only-module-cache`, one in the module's tree `module-cache-in-source-tree`: these speak instead and name this rule.
///
/// ## Settings
/// `--builder official`: off, for nothing can be shared there; vendor the modules. `--builder copr`: information.
/// `%{_builddir}` itself is the build's own folder from rpm 4.20 on only.
package struct ModuleCachePerBuild: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium, .low]
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard let severity = context.settings.cacheSeverity(Self.severity) else { return [] }
    return context.caches.causes(.module).compactMap { cause in
      guard context.caches.faults(of: cause, .module).first == .perBuild else { return nil }
      return finding(
        .keepsModules(
          cause.command.title, in: cause.cache.path.display, context.caches.ownership(of: cause.cache),
          context.settings.privateCacheCost("downloads them again")),
        at: ScriptPlace(cause.command), in: context, severity: severity,
        confidence: context.caches.isOwnedByNewerBuild(cause.cache) ? min(cause.confidence, .medium) : cause.confidence,
        notes: context.caches.chainNotes(of: cause, .module, besides: .perBuild), under: cause.command.condition,
        fixes: context.rewrites.sharingRewrites(of: cause, .module))
    }
  }
}

extension String {
  fileprivate static func keepsModules(_ command: String, in path: String, _ ownership: String, _ cost: String) -> String {
    "'\(command)' keeps its modules in '\(path)', \(ownership), \(cost)"
  }
}
