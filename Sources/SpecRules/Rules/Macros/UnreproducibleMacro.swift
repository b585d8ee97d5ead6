package import Diagnostics
import GoBuild
import MacroExpansion
import ShellSyntax

/// A macro expands to a different value each time or on each machine.
///
/// ## What it does
/// Reports `%(…)` that asks for the current date, the machine's name, a random number or a temporary name: `date`, `hostname`,
/// `uname -n`, `$RANDOM`, `/dev/urandom`, `uuidgen`.
///
/// ## Why it matters
/// rpm reads a spec several times for one package: for the source package, and again where it is built. The values differ, so
/// names and versions need not agree between the two, and the same package cannot be built again.
///
/// Shown by: `other-text-each-time`.
///
/// ## Example
/// ```
/// %global built %(date +%Y%m%d)
/// ```
/// That nothing uses the macro is `unused-macro`.
///
/// ## Use instead
/// ```
/// %global built 20260302
/// ```
/// Where the build needs a date, `SOURCE_DATE_EPOCH` holds the last change log entry's: `date -u -d @${SOURCE_DATE_EPOCH}`.
///
/// ## When it stays silent
/// `date -d` of a fixed date and `date -r FILE`, whatever names SOURCE_DATE_EPOCH, the `BuildRoot` tag (which rpm ignores), and comments.
/// Output of git about the spec's own repository (`git rev-parse`, `git describe`) is deterministic.
///
/// ## Settings
/// None.
package struct UnreproducibleMacro: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.source.parseTimeCommands.compactMap { command in
      guard !command.isInComment, !Self.isBuildRoot(command, in: context),
        let cause = Self.cause(in: command.text)
      else { return nil }
      return finding(.varies(cause), at: command, in: context)
    }
  }

  private static func isBuildRoot(_ command: ParseTimeCommand, in context: RuleContext) -> Bool {
    context.spec.tags.contains { tag in
      guard tag.name.lowercased() == "buildroot" else { return false }
      return [command.range, command.use?.range].contains { $0.map { tag.range.contains($0.lowerBound) } ?? false }
    }
  }

  /// What of a shell text gives another value each time; nil where nothing does, or the builder's date is used.
  static func cause(in text: [UInt8]) -> String? {
    guard text.firstRange(of: "SOURCE_DATE_EPOCH".utf8) == nil else { return nil }
    let commands = ParsedCommand.commands(of: text)
    if let cause = commands.lazy.compactMap(cause).first { return cause }
    guard text.contains(UInt8(ascii: "$")) else { return nil }
    let script = ShellParser.parse(text).script
    let variables = script.allWords.flatMap(\.parts).flatMap(\.parameters)
    return variables.first { $0 == "RANDOM" || $0 == "SRANDOM" || $0 == "HOSTNAME" }.map { "$\($0)" }
  }

  private static func cause(of command: ParsedCommand) -> String? {
    let arguments = command.words.dropFirst()
    if (arguments + command.redirections.map(\.target.pattern)).contains(where: {
      let word = Array($0.utf8)
      return word.firstRange(of: "/dev/urandom".utf8) != nil || word.firstRange(of: "/dev/random".utf8) != nil
    }) {
      return "/dev/urandom"
    }
    switch command.name {
    case "date": return isFixed(Array(arguments)) ? nil : "date"
    case "hostname", "hostnamectl", "uuidgen": return command.name
    case "mktemp": return "mktemp"
    case "uname":
      let asksForName = arguments.contains { $0 == "--nodename" || $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.contains("n") }
      return asksForName ? "uname -n" : nil
    case "openssl": return arguments.first == "rand" ? "openssl rand" : nil
    default: return nil
    }
  }

  private static let relativeWords = ["now", "today", "yesterday", "tomorrow", "ago", "next", "last"]

  /// Whether `date` is told which date: `-d 2026-03-02`, `-r FILE`.
  private static func isFixed(_ arguments: [String]) -> Bool {
    for (index, word) in arguments.enumerated() {
      if word.hasPrefix("--reference") || word == "-r" || word == "-ur" || word.hasPrefix("--version") { return true }
      let date: String? =
        if word.hasPrefix("--date=") {
          String(word.dropFirst("--date=".count))
        } else if word == "--date" || word.hasPrefix("-") && !word.hasPrefix("--") && word.hasSuffix("d") {
          index + 1 < arguments.count ? arguments[index + 1] : nil
        } else if word.hasPrefix("-d") {
          String(word.dropFirst(2))
        } else {
          nil
        }
      if let date { return !relativeWords.contains { date.lowercased().contains($0) } }
    }
    return false
  }
}

extension WordPart {
  fileprivate var parameters: [String] {
    switch kind {
    case .parameter(let expansion): [expansion.name]
    case .doubleQuoted(let parts): parts.flatMap(\.parameters)
    case .literal, .escaped, .singleQuoted, .dollarSingleQuoted, .commandSubstitution, .arithmetic, .processSubstitution, .extendedPattern,
      .array:
      []
    }
  }
}

extension String {
  fileprivate static func varies(_ cause: String) -> String { "'\(cause)' gives a different value each time the spec is read" }
}
