package import Diagnostics
import GoBuild
import MacroExpansion
import ShellSyntax

/// Reading the spec changes files.
///
/// ## What it does
/// Reports commands in `%(…)`, `io.popen` and `os.execute` that create, change or remove something, output that is sent to a file, and
/// Lua calls that do the same (`io.open` for writing, `os.remove`, `posix.mkdir` …).
///
/// ## Why it matters
/// rpm runs them whenever it reads the spec, as whoever reads it: also for `rpmspec -P`, for an editor's or a bot's look, on the
/// machine that makes the source package, and again where that is built. What they change there is not what the build needs,
/// which happens elsewhere.
///
/// Shown by: `command-in-comment`.
///
/// ## Example
/// ```
/// %global stamp %(mkdir -p /tmp/hello && echo done)
/// ```
/// That nothing uses the macro is `unused-macro`.
///
/// ## Use instead
/// Do this in `%prep` or `%build`.
/// ```
/// %prep
/// mkdir -p stamp
/// ```
///
/// ## When it stays silent
/// For output to `/dev/null` and for `mktemp -u`, which only makes up a name. rpmscope itself runs none of them.
///
/// ## Settings
/// None.
package struct SideEffectAtParseTime: Rule {
  package static let severity: Severity = .error

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let commands = context.source.parseTimeCommands.compactMap { command -> Diagnostic? in
      guard let title = Self.title(of: command) else { return nil }
      return finding(.changes(title), at: command, in: context)
    }
    let refusals = context.spec.problems.compactMap { problem -> Diagnostic? in
      guard case .refusedCall(let call) = problem.cause else { return nil }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, message: .changes(call),
        place: context.spec.place(problem.source))
    }
    return commands + refusals
  }

  private static let programs: Set<String> = [
    "mkdir", "rm", "rmdir", "touch", "mv", "cp", "ln", "chmod", "chown", "chgrp", "install", "tee", "dd", "truncate", "unlink", "mkfifo",
    "mknod", "patch", "useradd", "groupadd", "userdel", "groupdel", "usermod", "systemctl", "kill", "pkill", "killall", "mount", "umount",
    "rpmbuild", "unzip", "rsync", "scp", "mktemp", "sysctl", "modprobe",
  ]
  private static let gitSubcommands: Set<String> = [
    "clone", "checkout", "commit", "pull", "fetch", "init", "add", "reset", "clean", "merge", "push", "submodule", "stash", "am", "apply",
    "archive",
  ]

  /// What of a command changes something; nil where nothing does.
  static func title(of command: ParseTimeCommand) -> String? {
    ParsedCommand.commands(of: command.text).lazy.compactMap { title(of: $0) ?? target(of: $0) }.first
  }

  private static func title(of command: ParsedCommand) -> String? {
    let arguments = command.words.dropFirst()
    switch command.name {
    case "mktemp": return arguments.contains { $0 == "--dry-run" || isShortOption($0, "u") } ? nil : "mktemp"
    case "git":
      guard let subcommand = arguments.first(where: { !$0.hasPrefix("-") }), gitSubcommands.contains(subcommand) else { return nil }
      // `git archive` writes to its output.
      return subcommand == "archive" && !arguments.contains(where: { $0.hasPrefix("-o") || $0.hasPrefix("--output") })
        ? nil : "git \(subcommand)"
    case "sed", "perl": return arguments.contains(where: editsInPlace) ? "\(command.name) -i" : nil
    case "tar", "bsdtar":
      guard let mode = arguments.first, !mode.hasPrefix("--") else { return nil }
      let extracts = mode.contains("x") && !arguments.contains { $0 == "-O" || $0 == "--to-stdout" } && !mode.contains("O")
      return extracts || mode.contains("c") && mode.contains("f") ? command.name : nil
    case let name where programs.contains(name): return name
    default: return nil
    }
  }

  /// `-i`, `-ni`, `-pi.bak`, but not perl's `-V:installdir`.
  private static func editsInPlace(_ word: String) -> Bool {
    if word.hasPrefix("--in-place") { return true }
    guard word.hasPrefix("-"), !word.hasPrefix("--") else { return false }
    return word.dropFirst().drop { "nprsuzEl0".contains($0) }.first == "i"
  }

  private static func isShortOption(_ word: String, _ letter: Character) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word.prefix { $0 != "=" && $0 != "." }.contains(letter)
  }

  private static func target(of command: ParsedCommand) -> String? {
    for redirection in command.redirections {
      switch redirection.op {
      case .output, .append, .clobber, .outputAndError, .appendOutputAndError:
        let file = redirection.target.pattern
        if !file.hasPrefix("/dev/"), !file.hasPrefix("&") { return "> \(file)" }
      case .input, .readWrite, .duplicateInput, .duplicateOutput, .hereDocument, .hereDocumentStripTabs, .hereString: continue
      }
    }
    return nil
  }
}

extension String {
  fileprivate static func changes(_ command: String) -> String { "'\(command)' changes files whenever the spec is read" }
}
