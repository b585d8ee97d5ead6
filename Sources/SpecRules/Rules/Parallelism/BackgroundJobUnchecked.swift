package import Diagnostics
import GoBuild
import SpecSyntax

/// A `go` command runs in the background and its exit status is never checked.
///
/// ## What it does
/// Reports go commands started with `&` when no `wait` follows in the same scriptlet, or only a `wait` without a process.
///
/// ## Why it matters
/// At the end of a scriptlet rpm kills what still runs, so the build is cut off without a word. A bare `wait` returns 0 however
/// the command ended: a failed build goes on to be packaged.
///
/// Shown by: `background-jobs`.
///
/// ## Example
/// ```
/// %build
/// go build -o bin/one ./cmd/one &
/// go build -o bin/two ./cmd/two &
/// wait
/// ```
/// That both run at once is `multiplied-parallelism`.
///
/// ## Use instead
/// Build all packages with one command, or call `wait` with the process of each.
/// ```
/// %build
/// go build -o bin/ ./cmd/one ./cmd/two
/// ```
/// go itself compiles in parallel. Otherwise `wait $pid`, for each.
///
/// ## When it stays silent
/// `wait` with a process or a job, and `wait -n`.
///
/// ## Settings
/// None.
package struct BackgroundJobUnchecked: Rule {
  package static let severity: Severity = .error
  package static let fixes: Set<FixIt.Applicability> = [.safe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var reported: Set<SectionKeyword> = []
    return context.model.commands.compactMap { command in
      guard command.kind == .direct, command.isBackground, !reported.contains(command.section) else { return nil }
      let waits = context.model.shellCommands.filter { other in
        other.section == command.section && other.range.lowerBound > command.range.lowerBound && other.words.first?.exactText == "wait"
      }
      guard !waits.contains(where: { $0.words.count > 1 }) else { return nil }
      reported.insert(command.section)
      let notes = waits.first.map { [Note("'wait' without a process ID always returns 0", at: context.place($0.source))] }
      return finding(
        waits.isEmpty ? .killed(command.title) : .unchecked(command.title), at: ScriptPlace(command), in: context, notes: notes ?? [],
        under: command.condition, fixes: fixes(of: command, insteadOf: waits, context))
    }
  }
}

extension BackgroundJobUnchecked {
  private func fixes(of command: GoCommand, insteadOf waits: [ShellCommand], _ context: RuleContext) -> [FixIt] {
    let jobs = context.model.commands.filter { $0.kind == .direct && $0.isBackground && $0.section == command.section }
    guard waits.count <= 1, waits.allSatisfy({ wait in jobs.allSatisfy { $0.range.upperBound <= wait.range.lowerBound } }) else {
      return []
    }
    return FixIt.safe("wait for each process", context.rewrites.waiting(for: jobs, insteadOf: waits.first))
  }
}

extension String {
  fileprivate static func killed(_ command: String) -> String {
    "'\(command)' runs in the background and is killed when the scriptlet ends"
  }
  fileprivate static func unchecked(_ command: String) -> String {
    "'\(command)' runs in the background and its exit status is never checked"
  }
}
