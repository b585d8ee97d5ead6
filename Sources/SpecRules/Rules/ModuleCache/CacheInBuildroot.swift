package import Diagnostics
import GoBuild

/// A Go cache is inside the build root.
///
/// ## What it does
/// Reports module and build caches in use whose path is below `%{buildroot}`.
///
/// ## Why it matters
/// The build root is what gets packaged: rpm stops at thousands of unpackaged files, or packages them. It also empties the build root
/// before `%install`, and what was cached is gone.
///
/// Shown by: `cache-in-buildroot`.
///
/// ## Example
/// ```
/// %install
/// export GOCACHE=%{buildroot}/.cache
/// go build -mod=vendor ./...
/// ```
///
/// ## Use instead
/// Remove the setting, or choose a folder outside the build root.
/// ```
/// %install
/// GOBIN=%{buildroot}%{_bindir} go install -mod=vendor ./...
/// ```
///
/// ## When it stays silent
/// GOPATH mode, which writes sources there on purpose (`%{buildroot}%{gopath}`), and caches that the command does not use.
///
/// ## Settings
/// None.
package struct CacheInBuildroot: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    findings(.module, context) + findings(.build, context)
  }

  private func findings(_ kind: CacheKind, _ context: RuleContext) -> [Diagnostic] {
    context.caches.causes(kind).compactMap { cause in
      guard cause.confidence > .low, context.caches.faults(of: cause, kind).first == .buildRoot else { return nil }
      return finding(
        .inBuildRoot(kind, of: cause.command.title), at: ScriptPlace(cause.command), in: context,
        notes: context.caches.chainNotes(of: cause, kind, besides: .buildRoot), under: cause.command.condition)
    }
  }
}

extension String {
  fileprivate static func inBuildRoot(_ kind: CacheKind, of command: String) -> String {
    "the \(kind.rawValue) cache of '\(command)' is inside the build root, whose contents are packaged"
  }
}
