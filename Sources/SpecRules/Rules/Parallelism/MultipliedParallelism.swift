package import Diagnostics
import GoBuild
import SpecSyntax

/// Several Go builds run at once, each with as many processes as the machine has CPUs.
///
/// ## What it does
/// Reports go commands that build, of which at least two run at the same time (`xargs -P`, GNU parallel, `&` twice or in a loop),
/// without a `-p` or GOMAXPROCS of their own.
///
/// ## Why it matters
/// Each go process starts one compiler per CPU. Measured, four at once with `-p=4` each: 16 compilers where one
/// go process runs 4. What two processes compile at the same moment is compiled twice: 96 packages instead of 48. Nothing is
/// corrupted, because the caches are made to be shared.
///
/// Shown by: `multiplied-compilers`, `compiled-twice`.
///
/// ## Example
/// ```
/// %build
/// go build -o bin/one ./cmd/one &
/// first=$!
/// go build -o bin/two ./cmd/two &
/// wait $! && wait $first
/// ```
///
/// ## Use instead
/// Build all packages with one command, which compiles in parallel.
/// ```
/// %build
/// go build -o bin/ ./cmd/one ./cmd/two
/// ```
/// One go process compiles in parallel by itself. Otherwise `-p`, a part of `%{_smp_build_ncpus}` for each: the rewrite does that
/// where it is known how many run at once.
///
/// ## When it stays silent
/// A plain `%make_build`, whose go commands the spec does not show; a single command in the background; commands with `-p`.
///
/// ## Settings
/// None.
package struct MultipliedParallelism: Rule {
  package static let severity: Severity = .info
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  private static let compilingSubcommands: Set<String> = ["build", "install", "test", "vet"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var reported: Set<SectionKeyword> = []
    return context.model.commands.compactMap { command in
      guard Self.isUnbounded(command), runsAtOnce(command, context), reported.insert(command.section).inserted else { return nil }
      return finding(
        .multiplied(command.title), at: ScriptPlace(command), in: context, under: command.condition, fixes: fixes(for: command, context))
    }
  }

  /// A part of rpm's number of CPUs for each of the processes, rounded up.
  private func fixes(for command: GoCommand, _ context: RuleContext) -> [FixIt] {
    guard let (commands, count) = atOnce(with: command, context), count > 1 else { return [] }
    var edits: [TextEdit] = []
    for command in commands {
      guard let edit = context.rewrites.adding("-p $(((%{_smp_build_ncpus} + \(count - 1)) / \(count)))", to: command) else { return [] }
      if !edits.contains(edit) { edits.append(edit) }
    }
    return FixIt.unsafe(
      "give each of the \(count) processes its share of the CPUs", edits, because: "a process that outlasts the others leaves CPUs idle",
      changing: .arguments)
  }

  /// The commands that run at the same time, and how many processes they are; nil where that cannot be known.
  private func atOnce(with command: GoCommand, _ context: RuleContext) -> (commands: [GoCommand], count: Int)? {
    if let several = context.model.shellCommands.first(where: {
      $0.section == command.section && $0.range == command.range && $0.runsSeveral
    }) {
      return several.processes.map { ([command], $0) }
    }
    let commands = context.model.commands.filter { $0.section == command.section && $0.isBackground && Self.isUnbounded($0) }
    // Turns of a loop whose words are known are commands of their own.
    guard commands.allSatisfy({ !$0.isRepeated || $0.directory.exact != nil && $0.arguments.allSatisfy { $0.exactText != nil } }) else {
      return nil
    }
    return (commands, commands.count)
  }

  private static func isUnbounded(_ command: GoCommand) -> Bool {
    guard let invocation = command.invocation, let subcommand = invocation.subcommand, compilingSubcommands.contains(subcommand) else {
      return false
    }
    guard invocation.flag("p") == nil, command.environment["GOMAXPROCS"] == nil else { return false }
    guard let flags = command.environment["GOFLAGS"]?.value else { return true }
    return flags.exact != nil && !GoFlagsWord.words(of: flags).contains { $0.name == "p" }
  }

  private func runsAtOnce(_ command: GoCommand, _ context: RuleContext) -> Bool {
    if context.model.shellCommands.contains(where: { $0.section == command.section && $0.range == command.range && $0.runsSeveral }) {
      return true
    }
    guard command.isBackground else { return false }
    if command.isRepeated { return true }
    let others = context.model.commands.filter { $0.section == command.section && $0.isBackground && Self.isUnbounded($0) }
    return others.contains { other in
      other.range != command.range && !context.waits(between: command, and: other)
    }
  }
}

extension RuleContext {
  fileprivate func waits(between command: GoCommand, and other: GoCommand) -> Bool {
    let low = min(command.range.upperBound, other.range.upperBound)
    let high = max(command.range.lowerBound, other.range.lowerBound)
    return model.shellCommands.contains {
      $0.section == command.section && $0.words.first?.exactText == "wait" && $0.range.lowerBound >= low && $0.range.upperBound <= high
    }
  }
}

extension ShellCommand {
  /// `xargs -P 4`, `parallel`: more than one process at a time.
  fileprivate var runsSeveral: Bool {
    guard let limit = processLimit else { return false }
    return limit != "1"
  }

  /// nil where no number is written.
  fileprivate var processes: Int? { processLimit.flatMap { Int($0) } }

  /// How many processes it may start at once, as written; nil for one after the other.
  private var processLimit: String? {
    let words = self.words.map(\.value.display)
    switch words.first?.split(separator: "/").last {
    case "parallel": return option(["-j", "--jobs"], in: words) ?? "one for each CPU"
    case "xargs": return option(["-P", "--max-procs"], in: words)
    default: return nil
    }
  }

  /// `-P 4`, `-P4`, `--max-procs=4`
  private func option(_ names: [String], in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if names.contains(word) { return index + 1 < words.count ? words[index + 1] : nil }
      for name in names where word.hasPrefix(name.hasPrefix("--") ? "\(name)=" : name) {
        return String(word.dropFirst(name.hasPrefix("--") ? name.count + 1 : name.count))
      }
    }
    return nil
  }
}

extension String {
  fileprivate static func multiplied(_ command: String) -> String {
    "'\(command)' runs several times at once, each with one process per CPU"
  }
}
