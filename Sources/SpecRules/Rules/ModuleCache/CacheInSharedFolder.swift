package import Diagnostics
import GoBuild
import MacroExpansion

/// A Go cache is at a fixed place in a folder that all users of the machine share.
///
/// ## What it does
/// Reports module and build caches in use below `/tmp`, `/var/tmp` or `%{_tmppath}`, whose names are the same for every user, and caches
/// below `/usr`.
///
/// ## Why it matters
/// Anybody may make a folder of that name first: the build then fails, or compiles what somebody else has put there, for go trusts what
/// its caches hold. Whoever builds first owns the folder, and the next user's build fails with `permission denied`. Nothing ever removes
/// it.
///
/// Shown by: `unwritable-cache`.
///
/// ## Example
/// ```
/// %build
/// export GOCACHE=/tmp/go-build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Remove the setting; without it the cache is in the caller's home.
/// ```
/// %build
/// go build -mod=vendor -o hello .
/// ```
/// Without the export the cache lies in the caller's home.
///
/// ## When it stays silent
/// For `mktemp -d` and names with `$$`, for a name with the version in it, which is `build-cache-per-build` or `module-cache-per-build`, for
/// GOPATH mode, and where the command is not known to use the cache.
///
/// ## Settings
/// `--builder official` and `--builder copr`: off, because no other user is in the chroot.
package struct CacheInSharedFolder: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard [.local, .any].contains(context.settings.builder) else { return [] }
    return findings(.module, context) + findings(.build, context)
  }

  private func findings(_ kind: CacheKind, _ context: RuleContext) -> [Diagnostic] {
    context.caches.causes(kind).compactMap { cause in
      let isFetched = kind == .module && cause.command.downloads == .get
      // One cause, one finding: what makes the cache the build's own speaks first.
      guard context.caches.faults(of: cause, kind).isEmpty, cause.confidence > .low || isFetched, cause.cache.setAt != nil,
        !cause.cache.yieldsToCaller, !cause.cache.isOwnedByProcess,
        !cause.cache.isInBuildRoot, let folder = Self.sharedFolder(of: cause.cache, in: context)
      else { return nil }
      return finding(
        .isShared(kind, cause.command.title, cause.cache.path.display, folder), at: ScriptPlace(cause.command), in: context,
        confidence: .medium, notes: context.caches.originNotes(of: cause.cache), under: cause.command.condition,
        fixes: fixes(cause, kind, context))
    }
  }

  private func fixes(_ cause: CacheCause, _ kind: CacheKind, _ context: RuleContext) -> [FixIt] {
    guard cause.cache.decidedBy == kind.variable, let assignment = context.rewrites.writtenAssignment(of: kind.variable, to: cause.command)
    else { return [] }
    return context.rewrites.dropRewrite(of: assignment, kind, because: "the cache is then in the caller's HOME")
  }

  /// The folder that all users share and in which a path lies; nil for others. The build's own may lie below `/var/tmp` too.
  private static func sharedFolder(of cache: CachePath, in context: RuleContext) -> String? {
    guard cache.path.isAlways({ $0.exact != nil }), let path = cache.path.exact else { return nil }
    if let builddir = context.spec.macros["_builddir"], path.starts(with: builddir) { return nil }
    return ["/tmp", "/var/tmp", "/usr"].first { cache.path.starts(withFolder: Array($0.utf8)) }
  }
}

extension String {
  fileprivate static func isShared(_ kind: CacheKind, _ command: String, _ path: String, _ folder: String) -> String {
    "the \(kind.rawValue) cache of '\(command)' is '\(path)', the same place in '\(folder)' for every user"
  }
}
