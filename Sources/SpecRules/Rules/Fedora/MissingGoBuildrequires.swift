package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A Fedora package uses Go macros or `go` without requiring the package that provides them.
///
/// ## What it does
/// Reports the first macro of go-rpm-macros or go-vendor-tools, or the first go command, that has no `BuildRequires`.
///
/// ## Why it matters
/// Fedora's Go packaging guideline, under *Macro dependencies*: packages MUST have `BuildRequires: go-rpm-macros`, which brings the macros
/// and the compiler (`%gometa` adds it), and those that use the macros of go-vendor-tools MUST require that. Without them the macros are
/// not defined in a clean build root, where rpm leaves `%gobuild` unexpanded and the shell fails on it. go-vendor-tools does not
/// require go-rpm-macros for its user.
///
/// Shown by: `undefined-gobuild`.
///
/// ## Example
/// ```
/// BuildRequires: golang
///
/// %build
/// %gobuild -o hello .
///
/// %check
/// %gocheck
/// ```
/// That nothing restricts the architectures is `missing-exclusive-arch`.
///
/// ## Use instead
/// Add `BuildRequires: go-rpm-macros`.
/// ```
/// BuildRequires: go-rpm-macros
///
/// %build
/// %gobuild -o hello .
///
/// %check
/// %gocheck
/// ```
///
/// ## When it stays silent
/// With `%gometa` or `compiler(go-compiler)`, which go-rpm-macros provides, where the spec names the package under a condition, or where
/// it defines the macro itself. Where a macro in the preamble is not known, as it may expand to the requirement. In branches that the
/// target does not take.
///
/// ## Settings
/// `--target fedora` holds any spec against the guideline.
package struct MissingGoBuildrequires: Rule {
  package static let severity: Severity = .error

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.fedora.followsFedora, !context.go.isPartlyUnread,
      !context.spec.undefinedMacros.contains(where: { $0.section == .preamble })
    else { return [] }
    let required = context.fedora.buildRequirements
    // As `%if !%{defined gobuild}` has it: without the macro, in the branch that is not taken here.
    let isNamed = context.spec.files[0].bytes.firstRange(of: "go-rpm-macros".utf8) != nil
    if !isNamed, !required.contains(where: Self.bringsMacros), let found = firstCall(of: FedoraGuideline.buildMacros, in: context) {
      return [diagnostic(.missing("%\(found.name)", "go-rpm-macros"), at: context.place(found.call))]
    }
    if context.spec.files[0].bytes.firstRange(of: "go-vendor-tools".utf8) == nil,
      let found = firstCall(of: FedoraGuideline.vendorMacros, in: context)
    {
      return [diagnostic(.missing("%\(found.name)", "go-vendor-tools"), at: context.place(found.call))]
    }
    guard !required.contains(where: Self.bringsGo), let command = context.model.commands.first(where: { isPackagedGo($0, in: context) })
    else { return [] }
    return [finding(.missing("'\(command.title)'", "golang"), at: ScriptPlace(command), in: context, under: command.condition)]
  }

  private func diagnostic(_ message: String, at place: FileRange) -> Diagnostic {
    Diagnostic(rule: Self.id, severity: Self.severity, message: message, place: place)
  }

  private func firstCall(of names: Set<String>, in context: RuleContext) -> (name: String, call: SourceReference)? {
    let defined = context.fedora.definedMacros
    for run in context.spec.text.runs {
      guard case .macro(let file, let call, let name) = run.origin, names.contains(name), !defined.contains(name) else { continue }
      return (name, SourceReference(file: file, range: call))
    }
    return nil
  }

  /// go-vendor-tools is none of them: its own spec says that packages require go-rpm-macros themselves.
  private static func bringsMacros(_ name: String) -> Bool {
    name == "go-rpm-macros" || name.hasPrefix("compiler(go")
  }

  /// golang, go-toolset, go-rpm-macros, golang(…), /usr/bin/go … : whatever may bring a go.
  private static func bringsGo(_ name: String) -> Bool {
    name.hasPrefix("go") || name.hasPrefix("compiler(go") || name.hasPrefix("gcc-go") || name.contains("/go") || name.contains("golang")
  }

  /// `go` as PATH has it; a scriptlet that sets PATH may bring its own.
  private func isPackagedGo(_ command: GoCommand, in context: RuleContext) -> Bool {
    command.kind == .direct && command.arguments.first?.exactText == "go"
      && !context.model.assignments.contains { $0.name == "PATH" }
  }
}

extension String {
  fileprivate static func missing(_ what: String, _ package: String) -> String { "\(what) needs 'BuildRequires: \(package)'" }
}
