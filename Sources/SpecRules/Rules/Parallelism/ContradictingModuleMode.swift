package import Diagnostics
import GoBuild

/// A `go` command is told both to use modules and not to use them.
///
/// ## What it does
/// Reports commands that run with `GO111MODULE=off` and either carry a flag that only modules have (`-mod`, `-modfile`,
/// `-modcacherw`), name a version (`example.com/tool@v1.2.3`), or are `go mod` itself. `-mod` in GOFLAGS is ignored there: that
/// is information.
///
/// ## Why it matters
/// The command fails: `build flag -mod=vendor only valid when using modules`, `modules disabled by GO111MODULE=off`. Fedora's
/// `%gobuild` sets `GO111MODULE=off` where nothing else is said, so `%gobuild -mod=vendor` is the usual case.
///
/// Shown by: `contradicting-modes`.
///
/// ## Example
/// ```
/// %build
/// export GO111MODULE=off
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Choose one: leave `GO111MODULE` unset for modules.
/// ```
/// %build
/// go build -mod=vendor -o hello .
/// ```
/// With Fedora's macros: `%global gomodulesmode GO111MODULE=on`.
///
/// ## When it stays silent
/// Where GO111MODULE is not certain to be `off`; `go env`, `go clean`, `go generate` and `go version`, which work in either mode.
///
/// ## Settings
/// None.
package struct ContradictingModuleMode: Rule {
  package static let severity: Severity = .error
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  /// Tried with Go 1.19, 1.21 and 1.27.
  private static let buildingSubcommands: Set<String> = ["build", "install", "list", "run", "test", "vet"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.flatMap { command -> [Diagnostic] in
      guard let mode = command.environment["GO111MODULE"], mode.value.exact == Array("off".utf8), let invocation = command.invocation,
        let subcommand = invocation.subcommand
      else { return [] }
      let notes = context.settingNotes("GO111MODULE", at: mode.source)
      if subcommand.hasPrefix("mod ") {
        return [
          finding(
            .needsModules(command.title), at: ScriptPlace(command), in: context, notes: notes, under: command.condition,
            fixes: modulesOn(for: command, context))
        ]
      }
      if let fault = flagFault(command, invocation, subcommand, context) ?? versionFault(command, invocation, subcommand) {
        return [
          finding(
            fault.message, at: fault.place, in: context, notes: notes, under: command.condition, fixes: modulesOn(for: command, context))
        ]
      }
      return []
    } + ignoredFlags(context)
  }

  /// What a target's macro says by itself is the target's affair.
  private func flagFault(
    _ command: GoCommand, _ invocation: GoInvocation, _ subcommand: String, _ context: RuleContext
  ) -> (message: String, place: ScriptPlace)? {
    guard Self.buildingSubcommands.contains(subcommand) else { return nil }
    let flag = invocation.flags.first {
      $0.isNameExact && (["modfile", "modcacherw"].contains($0.name) || $0.name == "mod" && $0.value?.exact?.isEmpty == false)
        && context.script.isOwnWord($0.name, at: $0.range, of: command)
    }
    return flag.map { (.flagNeedsModules($0.display, command.title), ScriptPlace($0.range, of: command)) }
  }

  private func versionFault(_ command: GoCommand, _ invocation: GoInvocation, _ subcommand: String) -> (
    message: String, place: ScriptPlace
  )? {
    let candidates = subcommand == "run" ? Array(invocation.operands.prefix(1)) : invocation.operands
    guard ["get", "install", "run"].contains(subcommand) else { return nil }
    let operand = candidates.first { $0.exactText?.contains("@") == true }
    return operand.map { (.versionNeedsModules($0.value.display, command.title), ScriptPlace($0.range, of: command)) }
  }

  private func ignoredFlags(_ context: RuleContext) -> [Diagnostic] {
    context.go.distinctValues(of: "GOFLAGS").compactMap { command, binding in
      guard command.environment["GO111MODULE"]?.value.exact == Array("off".utf8), let subcommand = command.invocation?.subcommand,
        Self.buildingSubcommands.contains(subcommand),
        let word = GoFlagsWord.words(of: binding.value).first(where: { $0.name == "mod" && $0.isNameExact })
      else { return nil }
      return finding(
        .ignored(word.text, command.title), at: ScriptPlace(command), in: context, severity: .info,
        notes: context.settingNotes("GOFLAGS", at: binding.source), under: command.condition,
        fixes: FixIt.safe(
          "remove '\(word.text)' from GOFLAGS", context.rewrites.removingFromGoFlags(word.text, for: command), changing: .sets("GOFLAGS")))
    }
  }
}

extension ContradictingModuleMode {
  /// GO111MODULE=on where the spec says off; the command fails today, others may not.
  private func modulesOn(for command: GoCommand, _ context: RuleContext) -> [FixIt] {
    let promise = FixPromise.sets("GO111MODULE", effects: [.moduleMode, .moduleCache])
    guard let binding = command.environment["GO111MODULE"],
      let assignment = context.rewrites.writtenAssignment(of: "GO111MODULE", to: command)
    else {
      return FixIt.unsafe(
        "set GO111MODULE=on", context.rewrites.exporting("GO111MODULE=on", before: command), because: "Go then looks for go.mod",
        changing: promise)
    }
    guard let off = StandaloneWords.only(Array("off".utf8), in: context.rewrites.specBytes, within: assignment.value) else { return [] }
    let others = context.model.commands.filter { $0.environment["GO111MODULE"]?.setAt == binding.setAt && $0.section == command.section }
    let edits = [context.rewrites.replacement(of: off, with: "on")]
    guard others.count > 1 else { return FixIt.safe("set GO111MODULE=on", edits, changing: promise) }
    return FixIt.unsafe(
      "set GO111MODULE=on", edits, because: "it reaches other go commands that succeed without modules", changing: promise)
  }
}

extension String {
  fileprivate static func needsModules(_ command: String) -> String { "'\(command)' fails with GO111MODULE=off" }
  fileprivate static func flagNeedsModules(_ flag: String, _ command: String) -> String {
    "'\(flag)' makes '\(command)' fail with GO111MODULE=off"
  }
  fileprivate static func versionNeedsModules(_ operand: String, _ command: String) -> String {
    "'\(operand)' makes '\(command)' fail with GO111MODULE=off"
  }
  fileprivate static func ignored(_ word: String, _ command: String) -> String {
    "'\(command)' ignores '\(word)' in GOFLAGS because GO111MODULE is off"
  }
}
