package import Diagnostics
import GoBuild
import MacroExpansion

/// go.mod and vendor/modules.txt in the source archive disagree.
///
/// ## What it does
/// Compares the go.mod in the archive beside the spec with the list of its vendor folder, where a go command builds from that folder.
///
/// ## Why it matters
/// Every module that go.mod requires must be in vendor/modules.txt, marked `## explicit` and in the same version; else go stops with
/// "inconsistent vendoring", and the build fails.
///
/// Shown by: `edited-go-mod`.
///
/// ## Example
/// ```
/// Source0: hello-1.2.tar.gz
///
/// %build
/// go build -mod=vendor -o hello .
/// ```
/// where go.mod in the archive asks for another version than vendor/modules.txt lists.
///
/// ## Use instead
/// Recreate the archive's vendor folder with `go mod vendor`.
///
/// ## When it stays silent
/// Where no archive lies beside the spec, with `replace` lines, for a go.mod of before Go 1.14, and after a scriptlet has changed go.mod,
/// which is `go-mod-edited-after-vendoring`. Where patches are applied confidence is low: one of them may mend it.
///
/// ## Settings
/// None.
package struct InconsistentVendoring: Rule {
  package static let severity: Severity = .error

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let command = context.model.commands.first { command in
      command.isBuilder && command.moduleMode == .vendor && command.module?.unlistedRequirement != nil && command.module?.isEdited == false
    }
    guard let command, let module = command.module, let requirement = module.unlistedRequirement else { return [] }
    let isPatched = context.spec.tags.contains { $0.name.lowercased().hasPrefix("patch") }
    return [
      finding(
        .disagree(command.title, requirement, module.archive), at: ScriptPlace(command), in: context, confidence: isPatched ? .low : .high,
        under: command.condition)
    ]
  }
}

extension String {
  fileprivate static func disagree(_ command: String, _ requirement: String, _ archive: String) -> String {
    "'\(command)' fails with inconsistent vendoring: go.mod in '\(archive)' requires '\(requirement)', which vendor/modules.txt does not list"
  }
}
