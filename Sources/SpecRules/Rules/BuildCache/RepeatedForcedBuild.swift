package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// Several builds of one package each recompile everything, because the distribution's macro passes `-a`.
///
/// ## What it does
/// Reports the first `go build` or `go install` to which a macro of the target's gives `-a`, where a second one follows for the same
/// platform and build mode, or where it stands in a loop.
///
/// ## Why it matters
/// Fedora's `%gobuild` passes `-a`, which the packager cannot take away. Each call then compiles all dependencies and the standard library
/// anew: two commands with `-a` compiled 96 packages of 24 modules where one without needed 48. One command for all programs pays for it
/// once.
///
/// Shown by: `forced-twice`.
///
/// ## Example
/// ```
/// %build
/// %gobuild -o bin/one ./cmd/one
/// %gobuild -o bin/two ./cmd/two
/// ```
///
/// ## Use instead
/// Build all packages with one command.
/// ```
/// %build
/// %gobuild -o bin/ ./cmd/one ./cmd/two
/// ```
///
/// ## When it stays silent
/// For one build, for builds that differ in GOOS, GOARCH, `-tags` or `-buildmode`, which cannot share a command, for a loop in the target's own
/// macro, and for an `-a` of the spec's own, which is `forced-rebuild`. A loop over words that are not known may run once: medium confidence.
///
/// ## Settings
/// None.
package struct RepeatedForcedBuild: Rule {
  package static let severity: Severity = .info
  package static let confidences: Set<Confidence> = [.high, .medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var groups: [(kind: Kind, commands: [GoCommand])] = []
    for command in context.model.commands where Self.isForcedByTarget(command, context) {
      let kind = Kind(command, in: context)
      // A macro that loops over its arguments is one call.
      if groups.contains(where: { group in group.commands.contains { Self.isSameCall($0, command, context) } }) { continue }
      if let index = groups.firstIndex(where: { $0.kind == kind }) {
        groups[index].commands.append(command)
      } else {
        groups.append((kind, [command]))
      }
    }
    guard let commands = groups.lazy.map(\.commands).first(where: { $0.count > 1 || Self.mayRunAgain($0[0], context) }) else { return [] }
    return [finding(of: commands, context)]
  }

  private func finding(of commands: [GoCommand], _ context: RuleContext) -> Diagnostic {
    let first = commands[0]
    var others: Set<SourceReference> = [first.sourceReference]
    let notes = commands.filter { others.insert($0.sourceReference).inserted }.prefix(4).map { command in
      Note("'\(command.title)' compiles everything again here", at: context.place(command.sourceReference))
    }
    let isSure = commands.count > 1
    return finding(
      isSure ? .builds(commands.count, first.title) : .loops(first.title), at: ScriptPlace(first), in: context,
      confidence: isSure && commands.allSatisfy { $0.condition == nil } ? .high : .medium, notes: Array(notes), under: first.condition)
  }

  /// What two builds must share for one command to do both.
  private struct Kind: Hashable {
    let values: [String]

    init(_ command: GoCommand, in context: RuleContext) {
      let variables = ["GOOS", "GOARCH", "GOARM", "GOAMD64", "CGO_ENABLED"].map { command.environment[$0]?.value.display ?? "" }
      let flags = ["buildmode", "tags"].map { command.invocation?.flag($0)?.value?.display ?? "" }
      // What stands before the command may reach the macro's own script: `TAGS=netgo %golang_build`.
      let start = command.arguments.first?.range.lowerBound ?? command.range.lowerBound
      let prefix = context.script.text(of: command.section)?.bytes[min(command.range.lowerBound, start)..<start] ?? []
      values = variables + flags + [String(decoding: prefix, as: UTF8.self)]
    }
  }

  private static func isForcedByTarget(_ command: GoCommand, _ context: RuleContext) -> Bool {
    guard command.section != .check, let invocation = command.invocation, ["build", "install"].contains(invocation.subcommand),
      let flag = invocation.flag("a"), flag.value?.exact != Array("false".utf8)
    else { return false }
    if case .target = context.script.author(of: flag.range, in: command.section) { return true }
    return false
  }

  /// Whether two commands come from one call of a macro whose own text loops.
  private static func isSameCall(_ first: GoCommand, _ second: GoCommand, _ context: RuleContext) -> Bool {
    first.sourceReference == second.sourceReference && isLoopOfMacro(first, context)
  }

  /// Whether the loop around a command is the macro's own: the spec has opened none where it calls it.
  private static func isLoopOfMacro(_ command: GoCommand, _ context: RuleContext) -> Bool {
    guard let text = context.script.text(of: command.section) else { return false }
    let written = text.runs.filter { run in
      guard case .verbatim = run.origin else { return false }
      return run.offset < command.range.lowerBound
    }
    let words = written.flatMap { text.bytes[$0.offset..<$0.offset + $0.length].split { " \t\n;".utf8.contains($0) } }
    return words.count { $0.elementsEqual("do".utf8) } <= words.count { $0.elementsEqual("done".utf8) }
  }

  /// Whether it stands in a loop of the spec's whose words are not known.
  private static func mayRunAgain(_ command: GoCommand, _ context: RuleContext) -> Bool {
    command.isRepeated && command.runsOnUnknownWords && !isLoopOfMacro(command, context)
  }
}

extension GoCommand {
  /// Whether a loop's variable whose words are not known stands in its arguments.
  fileprivate var runsOnUnknownWords: Bool {
    arguments.contains {
      $0.value.reasons.contains { $0 == .loopWord || $0 == .fileNames || $0 == .output(of: "basename") || $0 == .branches }
    }
  }
}

extension String {
  fileprivate static func builds(_ count: Int, _ command: String) -> String {
    "\(count) runs of '\(command)' each recompile everything because the macro passes '-a'; one command for several packages compiles once"
  }
  fileprivate static func loops(_ command: String) -> String {
    "each run of this '\(command)' recompiles everything because the macro passes '-a'; one command for several packages compiles once"
  }
}
