package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// Linker flags are set, but no command reads them.
///
/// ## What it does
/// Reports a variable such as LDFLAGS or GO_LDFLAGS with Go's `-X` in its value, where every go command of the scriptlet is a plain one
/// and none of them names the variable.
///
/// ## Why it matters
/// Go reads no variable of that name: version and date are missing from the program, without a word.
///
/// Shown by: `unread-ldflags`.
///
/// ## Example
/// ```
/// %build
/// export LDFLAGS="-X main.version=%{version}"
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Pass the flags with `-ldflags`.
/// ```
/// %build
/// export LDFLAGS="-X main.version=%{version}"
/// go build -mod=vendor -ldflags "$LDFLAGS" -o hello .
/// ```
///
/// ## When it stays silent
/// Where `make`, a script or a macro of the distribution's may read it (`%gobuild` reads GO_LDFLAGS and LDFLAGS), and where it is named
/// again in the scriptlet.
///
/// ## Settings
/// None.
package struct UnusedLdflags: Rule {
  package static let severity: Severity = .warning

  package init() {}

  private static let names: Set<String> = ["LDFLAGS", "GO_LDFLAGS", "GOLDFLAGS", "LD_FLAGS"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<String> = []
    return context.model.assignments.compactMap { assignment in
      guard Self.names.contains(assignment.name), assignment.section.isBuildScriptlet, assignment.value?.display.contains("-X ") == true,
        !isRead(assignment, context), seen.insert("\(assignment.section) \(assignment.name)").inserted,
        let build = context.model.commands.first(where: { isPlainBuild($0, after: assignment) })
      else { return nil }
      return finding(
        .isUnread(assignment.name), at: ScriptPlace(assignment), in: context,
        notes: [Note("'\(build.title)' runs without them", at: context.place(build.sourceReference))])
    }
  }

  private func isPlainBuild(_ command: GoCommand, after assignment: Assignment) -> Bool {
    command.section == assignment.section && command.range.lowerBound >= assignment.range.upperBound
      && ["build", "install"].contains(command.invocation?.subcommand)
  }

  /// Whether the scriptlet's text names the variable elsewhere, or something in it may read its environment.
  private func isRead(_ assignment: Assignment, _ context: RuleContext) -> Bool {
    guard let text = context.script.text(of: assignment.section)?.bytes else { return true }
    if context.model.commands.contains(where: { $0.section == assignment.section && $0.kind == .indirect }) { return true }
    // A macro of the target's reads variables of its own.
    let usesMacros = context.model.commands.contains { command in
      guard command.section == assignment.section, let word = command.arguments.first?.range else { return false }
      if case .target = context.script.author(of: word, in: command.section) { return true }
      return false
    }
    if usesMacros { return true }
    if context.spec.undefinedMacros.contains(where: { $0.section == assignment.section }) { return true }
    let scripts = context.model.shellCommands.contains { command in
      command.section == assignment.section
        && (command.words.first?.value.display).map { $0.contains("/") && !$0.hasPrefix("/") || $0.contains("*") } ?? true
    }
    return scripts
      || ["$\(assignment.name)", "${\(assignment.name)", "{\(assignment.name)"].contains { text.firstRange(of: Array($0.utf8)) != nil }
  }
}

extension String {
  fileprivate static func isUnread(_ name: String) -> String { "no command reads '\(name)', so what it sets is missing from the program" }
}
