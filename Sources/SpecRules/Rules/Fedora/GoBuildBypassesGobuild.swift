package import Diagnostics
import GoBuild
import MacroExpansion

/// A Fedora package compiles its program with a plain `go build`.
///
/// ## What it does
/// Reports the first `go build` or `go install` that the spec of a Fedora or EPEL package writes out, in a scriptlet that takes none of
/// Fedora's flags from `%gobuild` or the `%gobuild_*flags` macros.
///
/// ## Why it matters
/// Fedora's Go packaging guideline, under *Preserve compiler flags*: packages MUST preserve Fedora's flags for Go, by `%gobuild` or by
/// handing `%gobuild_baseflags_shescaped` and its like to upstream's own build. Without them the program is not a position-independent
/// executable, is linked without the distribution's hardening, and, up to Go 1.23, has no build id, which debuginfo packages need.
///
/// Shown by: `plain-build`.
///
/// ## Example
/// ```
/// BuildRequires: go-rpm-macros
///
/// %build
/// go build -o hello .
/// ```
/// That nothing restricts the architectures is `missing-exclusive-arch`.
///
/// ## Use instead
/// Build with `%gobuild`, which passes the distribution's flags.
/// ```
/// BuildRequires: go-rpm-macros
///
/// %build
/// %gobuild -o hello .
/// ```
///
/// ## When it stays silent
/// For other targets, and where `--target auto` has chosen Fedora's macros for a spec that shows no sign of Fedora's packaging
/// (`%gometa`, go-rpm-macros, go-vendor-tools …). Where `%gobuild` compiles in the same scriptlet: what go builds beside it may be a
/// tool of the build. In branches that the target does not take.
///
/// ## Settings
/// `--target fedora` holds any spec against the guideline.
package struct GoBuildBypassesGobuild: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.fedora.followsFedora else { return [] }
    let builds = context.fedora.programBuilds.filter { isWritten($0, in: context) }
    guard let command = builds.first(where: { !context.fedora.takesFedoraFlags(in: $0.section) }) else { return [] }
    return [finding(.bypasses(command.title), at: ScriptPlace(command), in: context, under: command.condition)]
  }

  private func isWritten(_ command: GoCommand, in context: RuleContext) -> Bool {
    guard let word = command.arguments.first?.range, case .spec = context.script.author(of: word, in: command.section) else { return false }
    return true
  }
}

extension String {
  fileprivate static func bypasses(_ command: String) -> String { "'\(command)' compiles without the flags of %gobuild" }
}
