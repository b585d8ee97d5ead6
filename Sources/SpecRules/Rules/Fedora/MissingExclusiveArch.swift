package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A Fedora package with a Go program does not list the architectures on which Go is available.
///
/// ## What it does
/// Reports a spec that compiles a Go program and has neither `ExclusiveArch` nor `ExcludeArch`.
///
/// ## Why it matters
/// Fedora's Go packaging guideline, under *Go Language Architectures*: binaries SHOULD set `ExclusiveArch`, so that builds are only tried
/// where there is a Go compiler. `%gometa` sets it to `%{golang_arches}`, `%gometa -f` to `%{golang_arches_future}`, which are the same
/// without `%ix86`.
///
/// ## Example
/// ```
/// BuildRequires: go-rpm-macros
///
/// %build
/// %gobuild -o hello .
/// ```
///
/// ## Use instead
/// Add `ExclusiveArch: %{golang_arches_future}`.
/// ```
/// BuildRequires: go-rpm-macros
/// ExclusiveArch: %{golang_arches_future}
///
/// %build
/// %gobuild -o hello .
/// ```
///
/// ## When it stays silent
/// With `%gometa`, for `noarch` packages, where a macro in the preamble is not known, and in branches that the target does not take.
///
/// ## Settings
/// `--target fedora` holds any spec against the guideline.
package struct MissingExclusiveArch: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.fedora.followsFedora, let command = context.fedora.programBuilds.first, !context.go.isPartlyUnread,
      !context.spec.undefinedMacros.contains(where: { $0.section == .preamble })
    else { return [] }
    // ExcludeArch names some of those that Go lacks, and not those of tomorrow.
    let names = ["ExclusiveArch", "BuildArch", "BuildArchitectures"]
    guard !names.contains(where: { name in context.fedora.tags(named: name).contains { $0.package == nil } }) else { return [] }
    guard let tag = context.fedora.packageName else { return [] }
    return [
      Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: context.fedora.tags(named: "ExcludeArch").isEmpty ? .high : .medium,
        message: .missing,
        place: context.fedora.place(of: tag), notes: [Note("a program is compiled here", at: context.place(command.sourceReference))])
    ]
  }
}

extension String {
  fileprivate static let missing = "missing 'ExclusiveArch: %{golang_arches_future}'"
}
