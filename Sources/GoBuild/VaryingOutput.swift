package import Diagnostics
internal import ShellSyntax
package import SpecSyntax

/// What a command substitution gives that differs from build to build: a date, a machine's name, a number by chance.
package struct VaryingOutput: Sendable, Hashable {
  /// "date", "/dev/urandom"
  package let cause: String
  /// Where the substitution stands.
  package let section: SectionKeyword
  /// In the section's expanded text.
  package let range: ByteRange

  /// What of a shell text gives another value each time; nil where nothing does, or the builder's date is used.
  package static func cause(in text: [UInt8]) -> String? {
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
