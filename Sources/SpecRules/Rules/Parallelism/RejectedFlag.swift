package import Diagnostics
import GoBuild

/// A `go` command is given a flag that its subcommand does not define.
///
/// ## What it does
/// Reads every visible go command word by word, as Go's flag package does, and compares each flag with the table of flags
/// that the subcommand defines, by Go release.
///
/// ## Why it matters
/// Go refuses the whole command: `flag provided but not defined: -p`, exit status 2, in every release. Two mistakes are common.
/// `-p` belongs to the commands that build; `go mod download`, `go mod vendor` and `go mod verify` do not take it (downloads
/// follow GOMAXPROCS). `%{?_smp_mflags}` is make's `-jN`, and no go command has a `-j`.
///
/// Shown by: `mod-commands-and-p`, `build-and-j`.
///
/// ## Example
/// ```
/// %build
/// go mod download -p 4
/// go build %{?_smp_mflags} ./...
/// ```
/// The download itself is `download-in-build`.
///
/// ## Use instead
/// Remove the flag, or use one that `go help` lists for the command.
/// ```
/// %build
/// GOMAXPROCS=4 go mod download
/// go build -p %{_smp_build_ncpus} ./...
/// ```
///
/// ## When it stays silent
/// `go test` hands unknown flags on to the test binary, `go vet` and `go fix` to their tools. `--race=0`, `-mod vendor` and
/// `--tags=x` are spellings that Go accepts. A flag that some Go release defines is accepted when the release is not known;
/// a word whose start cannot be known is never judged.
///
/// ## Settings
/// The Go release of the target, where it is known, decides about flags that came or went: `-i` ended with Go 1.19, `-C` came
/// with 1.20.
package struct RejectedFlag: Rule {
  package static let severity: Severity = .error
  package static let confidences: Set<Confidence> = [.high, .medium]
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.flatMap { command -> [Diagnostic] in
      guard let invocation = command.invocation, let subcommand = invocation.subcommand,
        let defined = GoFlags.flags(of: subcommand)
      else { return [] }
      return invocation.flags.compactMap { flag in
        guard let rejection = Rejection(flag, defined: defined, goVersion: context.goVersion) else { return nil }
        return finding(
          .rejects(flag: flag.display, subcommand: subcommand, rejection), at: ScriptPlace(flag.range, of: command), in: context,
          confidence: rejection == .always ? .high : .medium, notes: advice(flag, subcommand: subcommand), under: command.condition,
          fixes: fixes(flag, subcommand, command, context))
      }
    }
  }

  private func advice(_ flag: GoInvocation.Flag, subcommand: String) -> [Note] {
    if flag.name == "p", subcommand.hasPrefix("mod ") {
      return [Note("downloads follow GOMAXPROCS; '-p' belongs to the commands that build")]
    }
    if flag.name.hasPrefix("j") {
      return [Note("'-jN' is a make option; Go's is '-p N', one per CPU by default")]
    }
    return []
  }
}

/// How far a subcommand does not define a flag.
private enum Rejection: Equatable {
  case always
  case since(minor: Int)

  /// nil for a flag that is defined, or may be.
  init?(_ flag: GoInvocation.Flag, defined: [String: GoFlag], goVersion: GoVersion?) {
    // `-x$(cat flags)`: whatever follows, it must not become a flag that exists. After make's `-j` a number follows, not "son".
    guard flag.isNameExact || flag.name == "j" || !defined.keys.contains(where: { $0.hasPrefix(flag.name) }) else { return nil }
    guard let known = defined[flag.name] else {
      self = .always
      return
    }
    if let goVersion {
      guard !known.isDefined(inGo: goVersion.minor) else { return nil }
      self = .always
    } else {
      guard let until = known.until else { return nil }
      self = .since(minor: until + 1)
    }
  }
}

extension RejectedFlag {
  /// The command fails with the flag, so nothing that works is lost without it.
  private func fixes(_ flag: GoInvocation.Flag, _ subcommand: String, _ command: GoCommand, _ context: RuleContext) -> [FixIt] {
    if flag.name.hasPrefix("j"), let edits = context.rewrites.jobsAsParallelism(flag, on: command) {
      return FixIt.safe("write '-p=%{_smp_build_ncpus}'", edits, changing: .arguments(of: subcommand))
    }
    let edits = context.rewrites.placeWithNumber(of: flag, on: command).map { [context.rewrites.removal(of: $0)] }
    let isJobs = flag.name.first == "j" && Int(flag.name.dropFirst()) != nil
    if isJobs || flag.name == "p" && subcommand.hasPrefix("mod ") {
      return FixIt.safe("remove '\(flag.display)'", edits, changing: .arguments(of: subcommand))
    }
    return FixIt.unsafe(
      "remove '\(flag.display)'", edits, because: "its intended effect is unknown",
      changing: FixPromise(effects: [.arguments, .parallelism, .moduleMode, .moduleCache], subcommands: [subcommand]))
  }
}

extension String {
  fileprivate static func rejects(flag: String, subcommand: String, _ rejection: Rejection) -> String {
    switch rejection {
    case .always: "'go \(subcommand)' does not define '\(flag)' and exits with an error"
    case .since(let minor): "'go \(subcommand)' has not defined '\(flag)' since Go 1.\(minor)"
    }
  }
}
