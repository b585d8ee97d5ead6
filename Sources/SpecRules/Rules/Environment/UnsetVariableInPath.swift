package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A path starts with a Go variable that is never set.
///
/// ## What it does
/// Reports `$GOPATH`, `$GOROOT`, `$GOBIN` and the like in a path, and variables that only another scriptlet has set, where the
/// scriptlet itself does not set them.
///
/// ## Why it matters
/// The path collapses: `$GOPATH/src/x` is `/src/x`. Go's own default for GOPATH is nothing the shell knows, and every build
/// scriptlet is a shell of its own, so what `%prep` exported is gone in `%build`.
///
/// Shown by: `lost-between-sections`.
///
/// ## Example
/// ```
/// %install
/// install -Dm0755 $GOPATH/bin/hello %{buildroot}%{_bindir}/hello
/// ```
///
/// ## Use instead
/// Ask go for its value, as in `$(go env GOPATH)`, or set the variable first.
/// ```
/// %install
/// install -Dm0755 "$(go env GOPATH)/bin/hello" %{buildroot}%{_bindir}/hello
/// ```
///
/// ## When it stays silent
/// `${GOPATH:-…}`, variables that rpm sets itself, and uses outside a path. Variables that are not Go's, where the scriptlet
/// reads settings from elsewhere (`. file`, `module load`).
///
/// ## Settings
/// None.
package struct UnsetVariableInPath: Rule {
  package static let severity: Severity = .warning

  package init() {}

  private static let goPaths: Set<String> = ["GOBIN", "GOCACHE", "GOMODCACHE", "GOPATH", "GOROOT", "GOTMPDIR"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let assigned = Dictionary(grouping: context.model.assignments.filter { $0.value != nil }, by: \.name)
    var seen: Set<String> = []
    return context.model.unsetUses.compactMap { use in
      let elsewhere = assigned[use.name]?.first { $0.section != use.section }
      guard use.isInPath || feedsPath(use, context),
        Self.goPaths.contains(use.name) || elsewhere != nil && !setsOutOfSight(use.section, context),
        assigned[use.name]?.contains(where: { $0.section == use.section }) != true, seen.insert(use.name).inserted
      else { return nil }
      let notes = elsewhere.map { [Note("'\(use.name)' is set in %\($0.section), a separate shell", at: context.place($0.source))] }
      return finding(.unset(use.name, in: use.section), at: ScriptPlace(use), in: context, notes: notes ?? [])
    }
  }
}

extension UnsetVariableInPath {
  /// Whether a use is the value of a variable that paths of the scriptlet begin with: `first=${GOPATH%%:*}`, `$first/bin`.
  private func feedsPath(_ use: VariableUse, _ context: RuleContext) -> Bool {
    let assignment = context.model.assignments.last { $0.section == use.section && $0.range.contains(use.range.lowerBound) }
    guard let assignment, let text = context.script.text(of: use.section)?.bytes,
      text[assignment.range].drop(while: { $0 != UInt8(ascii: "=") }).dropFirst().first.map({ "$\"".utf8.contains($0) }) ?? false
    else { return false }
    return ["$\(assignment.name)/", "${\(assignment.name)}/"].contains { path in
      text[assignment.range.upperBound...].firstRange(of: path.utf8) != nil
    }
  }

  /// Whether a scriptlet reads settings that cannot be followed: `module load openmpi` sets `MPI_LIB`.
  private func setsOutOfSight(_ section: SectionKeyword, _ context: RuleContext) -> Bool {
    context.model.shellCommands.contains { command in
      command.section == section && [".", "source", "eval", "module", "scl"].contains(command.words.first?.exactText)
    }
  }
}

extension String {
  fileprivate static func unset(_ name: String, in section: SectionKeyword) -> String {
    "'$\(name)' is never set in %\(section), so the path is missing its first part"
  }
}
