package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// `go install` puts the program into the builder's home directory.
///
/// ## What it does
/// Reports `go install` in build scriptlets where neither GOBIN nor GOPATH is set.
///
/// ## Why it matters
/// The program then lies in `$HOME/go/bin`, outside of the build: the next build finds the old one there, and a user who builds packages
/// by hand gets it on the PATH.
///
/// Shown by: `installed-into-home`.
///
/// ## Example
/// ```
/// %build
/// go install -mod=vendor ./cmd/hello
/// ```
///
/// ## Use instead
/// Build with `go build -o`, or set GOBIN to a folder of the build.
/// ```
/// %build
/// go build -mod=vendor -o bin/hello ./cmd/hello
/// ```
///
/// ## When it stays silent
/// With GOBIN or GOPATH of the spec's or the distribution's, where HOME is the spec's own, for packages of the standard library, and for
/// `go install path@version`, which is `download-in-build`.
///
/// ## Settings
/// None.
package struct InstallsIntoHome: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    // Photon's go package sets GOPATH for every login shell.
    guard !["photon", "vmware"].contains(context.spec.target) else { return [] }
    let command = context.model.commands.first { command in
      guard command.section.isBuildScriptlet, let invocation = command.invocation, invocation.subcommand == "install",
        command.moduleCache.decidedBy == "HOME" || command.moduleCache.decidedBy == "GOMODCACHE" && command.environment["GOPATH"] == nil,
        command.environment["GOBIN"] == nil, command.environment["HOME"]?.source == nil, !command.followsUnknownScript
      else { return false }
      return !invocation.operands.contains { $0.exactText.map { $0 == "std" || $0 == "cmd" || $0.contains("@") } ?? true }
    }
    guard let command else { return [] }
    return [finding(.leaves, at: ScriptPlace(command), in: context, under: command.condition)]
  }
}

extension String {
  fileprivate static var leaves: String { "'go install' puts the program into '$HOME/go/bin', outside of the build" }
}
