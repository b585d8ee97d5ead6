package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The spec hard-codes how many processes `go` may run.
///
/// ## What it does
/// Reports `-p N` and `GOMAXPROCS=N` with a number written in the spec, also in a variable of flags (`BUILDFLAGS="-v -p 4"`) and
/// in GOFLAGS (`-p=4`).
///
/// ## Why it matters
/// Go's default is one process per CPU. A number that fitted one machine makes another idle, or run out of memory; rpm knows the
/// builder's limits. A belief to leave behind: `-p` is not part of any cache key, so it does not fragment a cache; what fragments are
/// caches private to processes, scriptlets or builds.
///
/// Shown by: `compilers-at-once`, `parallelism-is-no-key`.
///
/// ## Example
/// ```
/// %build
/// go build -p 4 -o hello .
/// ```
///
/// ## Use instead
/// Remove the number, or take `%{_smp_build_ncpus}`.
/// ```
/// %build
/// go build -p %{_smp_build_ncpus} -o hello .
/// ```
/// or nothing.
///
/// ## When it stays silent
/// A number that a macro or a variable gives; `-p 1` with a comment on its line or above it; commands that do not define `-p`.
///
/// ## Settings
/// None.
package struct HardCodedParallelism: Rule {
  package static let severity: Severity = .info
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    flags(context) + variables(context) + goFlags(context)
  }

  private func flags(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.compactMap { command in
      guard let invocation = command.invocation, let subcommand = invocation.subcommand,
        (GoFlags.flags(of: subcommand) ?? GoFlags.test)["p"] != nil, let flag = invocation.flag("p"), let number = Self.number(flag.value),
        number != 1 || !context.script.isCommented(command.range, in: command.section)
      else { return nil }
      let place = ScriptPlace(flag.range, of: command)
      if context.script.isWritten(flag.range, in: command.section) {
        return finding(
          .fixed(flag.display), at: place, in: context, under: command.condition, fixes: fixes(of: flag, number, on: command, context))
      }
      guard let list = context.flagList(holding: flag, of: command) ?? context.variable(holding: number, in: flag, of: command) else {
        return nil
      }
      return finding(
        .fixed(flag.display), at: place, in: context, notes: [Note("'\(list.name)' is set here", at: context.place(list.source))],
        under: command.condition, fixes: fixes(of: flag, number, on: command, context))
    }
  }

  private func variables(_ context: RuleContext) -> [Diagnostic] {
    context.go.distinctValues(of: "GOMAXPROCS").compactMap { command, binding in
      guard let number = Self.number(binding.value), let range = binding.setAt,
        context.script.isWritten(range, in: command.section) || context.computesNumber(in: range, of: command.section),
        number != 1 || !context.script.isCommented(range, in: command.section)
      else { return nil }
      return finding(
        .fixed("GOMAXPROCS=\(number)"), at: ScriptPlace(range, of: command), in: context, under: command.condition,
        fixes: FixIt.unsafe(
          "drop 'GOMAXPROCS'", context.rewrites.writtenAssignment(of: "GOMAXPROCS", to: command).map { [context.rewrites.dropping($0)] },
          because: .mayBeALimit,
          changing: .sets("GOMAXPROCS", effects: [.parallelism])))
    }
  }

  /// `-p=4` in GOFLAGS, where it bounds something.
  private func goFlags(_ context: RuleContext) -> [Diagnostic] {
    context.go.distinctValues(of: "GOFLAGS").compactMap { command, binding in
      guard let word = GoFlagsWord.words(of: binding.value).last(where: { $0.name == "p" && $0.isExact }),
        let number = word.value.flatMap({ Int($0) }), let range = binding.setAt,
        let place = context.script.occurrence(of: word.text, in: range, of: command.section),
        context.script.isWritten(place, in: command.section),
        context.model.commands.contains(where: { $0.environment["GOFLAGS"] == binding && !$0.runsNoActions }),
        number != 1 || !context.script.isCommented(range, in: command.section)
      else { return nil }
      return finding(.fixed(word.text), at: ScriptPlace(place, of: command), in: context, under: command.condition)
    }
  }

  private static func number(_ value: Value?) -> Int? { value?.exact.flatMap { Int(String(decoding: $0, as: UTF8.self)) } }
}

extension RuleContext {
  /// Whether an assignment computes a number from others that the spec has: `GOMAXPROCS=$((3 * 2))`.
  fileprivate func computesNumber(in range: ByteRange, of section: SectionKeyword) -> Bool {
    guard let part = script.text(of: section)?[range], let equals = part.bytes.firstIndex(of: UInt8(ascii: "=")),
      part.runs.allSatisfy({ if case .verbatim = $0.origin { true } else { false } })
    else { return false }
    let value = part.bytes[part.bytes.index(after: equals)...].filter { $0 != UInt8(ascii: "\"") }
    return value.starts(with: "$((".utf8) && value.dropFirst().allSatisfy { "0123456789 ()+-*/%".utf8.contains($0) }
  }

  /// The variable that a flag's number comes from: `-p $n`, where the spec wrote the number, or what it is computed from.
  fileprivate func variable(holding number: Int, in flag: GoInvocation.Flag, of command: GoCommand) -> Assignment? {
    guard let word = script.text(of: command.section)?[flag.range].bytes else { return nil }
    return model.assignments.last { assignment in
      assignment.section == command.section && assignment.range.upperBound <= command.range.lowerBound
        && ["$\(assignment.name)", "${\(assignment.name)}"].contains { name in
          word.ends(with: name.utf8) || word.ends(with: "\(name)\"".utf8)
        } && assignment.value?.exact.map { $0.elementsEqual(String(number).utf8) } == true
        && (script.isWritten(assignment.range, in: assignment.section) || computesNumber(in: assignment.range, of: assignment.section))
    }
  }

  /// The variable that a flag and its number come from together: `$BUILDFLAGS`, where the spec wrote both.
  fileprivate func flagList(holding flag: GoInvocation.Flag, of command: GoCommand) -> Assignment? {
    guard let word = script.text(of: command.section)?[flag.range].bytes else { return nil }
    return model.assignments.last { assignment in
      guard assignment.section == command.section, assignment.range.upperBound <= command.range.lowerBound,
        word.firstRange(of: Array("$\(assignment.name)".utf8)) != nil || word.firstRange(of: Array("${\(assignment.name)".utf8)) != nil,
        let written = script.text(of: assignment.section)?[assignment.range]
      else { return false }
      return written.bytes.firstRange(of: Array(flag.display.utf8)) != nil && script.isWritten(assignment.range, in: assignment.section)
    }
  }
}

extension HardCodedParallelism {
  /// rpm's own number, `%{_smp_build_ncpus}`, in the place of the spec's.
  private func fixes(of flag: GoInvocation.Flag, _ number: Int, on command: GoCommand, _ context: RuleContext) -> [FixIt] {
    guard let place = context.rewrites.place(of: flag, on: command),
      String(number) == context.rewrites.specWords(place).suffix(String(number).count)
    else {
      return []
    }
    let digits = place.upperBound - String(number).utf8.count..<place.upperBound
    return FixIt.unsafe(
      "use '%{_smp_build_ncpus}' instead", [context.rewrites.replacement(of: digits, with: "%{_smp_build_ncpus}")],
      because: .mayBeALimit,
      changing: .arguments)
  }
}

extension String {
  fileprivate static var mayBeALimit: String { "the number may be a limit that the build needs" }
  fileprivate static func fixed(_ setting: String) -> String { "'\(setting)' ignores how many CPUs the builder has" }
}
