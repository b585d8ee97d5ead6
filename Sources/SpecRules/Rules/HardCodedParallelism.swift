package import Diagnostics
import GoBuild

/// The spec fixes how many processes go may run.
///
/// ## What it does
/// Reports `-p N` and `GOMAXPROCS=N` with a number written in the spec.
///
/// ## Why it matters
/// Go's default is one process per CPU. A number that fitted one machine makes another idle, or run out of memory; rpm knows the
/// builder's limits.
///
/// ## Example
/// ```
/// %build
/// go build -p 4 -o hello .
/// ```
///
/// ## Use instead
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

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    flags(context) + variables(context)
  }

  private func flags(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.compactMap { command in
      guard let invocation = command.invocation, let subcommand = invocation.subcommand,
        (GoFlags.flags(of: subcommand) ?? GoFlags.test)["p"] != nil, let flag = invocation.flag("p"), let number = Self.number(flag.value),
        context.isWritten(flag.range, in: command.section), number != 1 || !context.isCommented(command.range, in: command.section)
      else { return nil }
      return finding(.fixed(flag.display), at: ScriptPlace(flag.range, of: command), in: context, under: command.condition)
    }
  }

  private func variables(_ context: RuleContext) -> [Diagnostic] {
    context.distinctValues(of: "GOMAXPROCS").compactMap { command, binding in
      guard let number = Self.number(binding.value), let range = binding.setAt, context.isWritten(range, in: command.section),
        number != 1 || !context.isCommented(range, in: command.section)
      else { return nil }
      return finding(.fixed("GOMAXPROCS=\(number)"), at: ScriptPlace(range, of: command), in: context, under: command.condition)
    }
  }

  private static func number(_ value: Value?) -> Int? { value?.exact.flatMap { Int(String(decoding: $0, as: UTF8.self)) } }
}

extension String {
  fileprivate static func fixed(_ setting: String) -> String { "'\(setting)' fits one builder and not another" }
}
