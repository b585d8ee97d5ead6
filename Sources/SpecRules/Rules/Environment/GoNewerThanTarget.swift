package import Diagnostics
import GoBuild
import MacroExpansion

/// The sources need a newer Go than the target has.
///
/// ## What it does
/// Compares the `go` line of the go.mod in the archive beside the spec, or of what scriptlets have made of it, with the Go of the target.
///
/// ## Why it matters
/// From Go 1.21 on go refuses a module whose `go` line names a later release: `go.mod requires go >= 1.99.0 (running go 1.24.4;
/// GOTOOLCHAIN=local)`. A `toolchain` line alone is then ignored.
///
/// Shown by: `newer-toolchain`.
///
/// ## Example
/// ```
/// Source0: hello-1.2.tar.gz
///
/// %build
/// go build -mod=vendor -o hello .
/// ```
/// where go.mod in the archive says `go 1.99.0`.
///
/// ## Use instead
/// Build for a target that has that Go, or package a version that does without it.
///
/// Lower the line with `go mod edit -go=…` only where the sources compile with the older Go.
///
/// ## When it stays silent
/// Where no archive lies beside the spec, in GOPATH mode, where GOTOOLCHAIN is not `local` (`toolchain-download`), in branches that the
/// target does not take, and where the target is only a guess. Only minor releases are compared, because a target's updates bring
/// others. Where patches are applied confidence is low: one of them may change go.mod.
///
/// ## Settings
/// The target, or the Go release that the configuration names.
package struct GoNewerThanTarget: Rule {
  package static let severity: Severity = .error

  package init() {}

  /// The first release that refuses; earlier ones try.
  private static let firstRefusing = GoVersion(minor: 21)

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.isTakenByTarget, context.settings.namesTarget || context.spec.isTargetSure, let version = context.goVersion,
      version >= Self.firstRefusing
    else { return [] }
    let command = context.model.commands.first { command in
      command.isBuilder && command.moduleMode != .gopath && command.settings["GOTOOLCHAIN"]?.value.exact == Array("local".utf8)
        && command.module?.goMinor.map { $0 > version.minor } ?? false
    }
    guard let command, let module = command.module, let asked = module.goVersion else { return [] }
    let isPatched = context.spec.tags.contains { $0.name.lowercased().hasPrefix("patch") }
    return [
      finding(
        .refuses(command.title, module.archive, asked, version), at: ScriptPlace(command), in: context,
        confidence: isPatched && !module.isEdited ? .low : .high, under: command.condition)
    ]
  }
}

extension String {
  fileprivate static func refuses(_ command: String, _ archive: String, _ asked: String, _ version: GoVersion) -> String {
    "'\(command)' fails because go.mod in '\(archive)' requires Go \(asked), but the target has Go 1.\(version.minor)"
  }
}
