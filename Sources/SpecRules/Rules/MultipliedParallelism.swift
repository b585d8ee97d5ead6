package import Diagnostics
import GoBuild

/// Several go builds run at once, each with as many processes as the machine has CPUs.
///
/// ## What it does
/// Reports go commands that build, of which at least two run at the same time (`xargs -P`, GNU parallel, `&` twice or in a loop),
/// without a `-p` or GOMAXPROCS of their own.
///
/// ## Why it matters
/// Each go process starts one compiler per CPU. Measured, four at once with `-p=4` each: 16 compilers, 1,085 MB and 27 seconds
/// where one go process took 9. What two processes compile at the same moment is compiled twice: 205 packages instead of 107. Nothing is
/// corrupted, for the caches are made to be shared.
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
/// ```
/// %build
/// go build -o bin/ ./cmd/one ./cmd/two
/// ```
/// One go process compiles in parallel by itself. Otherwise `-p`, a part of `%{_smp_build_ncpus}` for each.
///
/// ## When it stays silent
/// A plain `%make_build`, whose go commands the spec does not show; a single command in the background; commands with `-p`.
///
/// ## Settings
/// None.
package struct MultipliedParallelism: Rule {
  package static let severity: Severity = .info

  package init() {}

  private static let compilingSubcommands: Set<String> = ["build", "install", "test", "vet"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var reported: Set<String> = []
    return context.model.commands.compactMap { command in
      guard Self.isUnbounded(command), runsAtOnce(command, context), reported.insert(command.section).inserted else { return nil }
      return finding(.multiplied(command.title), at: ScriptPlace(command), in: context, under: command.condition)
    }
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
    let words = self.words.map(\.value.display)
    guard let name = words.first?.split(separator: "/").last else { return false }
    if name == "parallel" { return !words.contains("-j1") && !zip(words, words.dropFirst()).contains { $0 == "-j" && $1 == "1" } }
    guard name == "xargs" else { return false }
    for (index, word) in words.enumerated() {
      if word == "-P" || word == "--max-procs" { return index + 1 < words.count && words[index + 1] != "1" }
      if word.hasPrefix("-P") { return word != "-P1" }
      if word.hasPrefix("--max-procs=") { return word != "--max-procs=1" }
    }
    return false
  }
}

extension String {
  fileprivate static func multiplied(_ command: String) -> String {
    "'\(command)' runs several times at once, each with a process for every CPU"
  }
}
