package import Diagnostics
import GoBuild

/// `-p` is given where it has no effect.
///
/// ## What it does
/// Reports `-p` in a GOFLAGS that only commands see which download but do not build (`go mod download`, `go mod vendor`,
/// `go mod tidy` …), and `-p` of `go get`, which builds nothing since Go 1.18.
///
/// ## Why it matters
/// `-p` is the number of programs, compilers and test binaries, that go runs at once. Downloads follow GOMAXPROCS: measured,
/// exactly as many archives are under way at once as GOMAXPROCS says (1, 2, 4, 8), and `GOFLAGS=-p=N` changes nothing. Neither
/// of the two is part of a cache key, so that neither fragments a cache, and downloads at the same time corrupt none.
///
/// Shown by: `compilers-at-once`, `downloads-at-once`, `archives-at-once`, `parallelism-is-no-key`.
///
/// ## Example
/// ```
/// %build
/// GOFLAGS=-p=1 go mod download
/// go build -o hello .
/// ```
///
/// ## Use instead
/// Set GOMAXPROCS to limit downloads; pass `-p` to the commands that build.
/// ```
/// %build
/// GOMAXPROCS=1 go mod download
/// go build -o hello .
/// ```
/// The number is then `hard-coded-parallelism`, and the download `download-in-build`, here as there.
///
/// ## When it stays silent
/// Where a command that builds or tests sees the same GOFLAGS. `go mod download -p 1` is `rejected-flag`.
///
/// ## Settings
/// None.
package struct ParallelismWithoutEffect: Rule {
  package static let severity: Severity = .info
  package static let fixes: Set<FixIt.Applicability> = [.safe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    flags(context) + variables(context)
  }

  /// `go get` downloads only (Go 1.18's release notes).
  private func flags(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.compactMap { command in
      guard let invocation = command.invocation, invocation.subcommand == "get", let flag = invocation.flag("p"),
        context.goVersion.map({ $0 >= GoVersion(minor: 18) }) ?? true, command.environment["GO111MODULE"]?.value.exact != Array("off".utf8)
      else { return nil }
      return finding(
        .noEffect(flag.display, command.title), at: ScriptPlace(flag.range, of: command), in: context, under: command.condition,
        fixes: FixIt.safe("remove '\(flag.display)'", context.rewrites.removing(flag, from: command), changing: .arguments(of: "get")))
    }
  }

  private func variables(_ context: RuleContext) -> [Diagnostic] {
    context.go.distinctValues(of: "GOFLAGS").compactMap { _, binding in
      let users = context.model.commands.filter { $0.environment["GOFLAGS"] == binding }
      guard let word = GoFlagsWord.words(of: binding.value).first(where: { $0.name == "p" && $0.isNameExact && $0.value != nil }),
        users.allSatisfy(\.runsNoActions), let command = users.first(where: \.downloadsOnly)
      else { return nil }
      return finding(
        .noEffect("\(word.text) in GOFLAGS", command.title), at: ScriptPlace(command), in: context,
        notes: context.settingNotes("GOFLAGS", at: binding.source), under: command.condition,
        fixes: FixIt.safe(
          "remove '\(word.text)' from GOFLAGS", context.rewrites.removingFromGoFlags(word.text, for: command),
          changing: .sets("GOFLAGS", effects: [.parallelism])))
    }
  }
}

extension GoCommand {
  /// Whether it takes `-p` from GOFLAGS and has nothing to do at once that `-p` bounds.
  package var runsNoActions: Bool { downloadsOnly || ["env", "version"].contains(invocation?.subcommand) }

  fileprivate var downloadsOnly: Bool {
    ["get", "mod download", "mod tidy", "mod vendor", "mod verify"].contains(invocation?.subcommand)
  }
}

extension String {
  fileprivate static func noEffect(_ flag: String, _ command: String) -> String {
    "'\(flag)' has no effect on '\(command)', whose downloads follow GOMAXPROCS"
  }
}
