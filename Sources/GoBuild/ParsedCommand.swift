package import ShellSyntax

/// A simple command of a shell text that was parsed, not followed: what stands in it, whether it runs or not.
package struct ParsedCommand {
  /// With `*` for what only the shell can know.
  package let words: [String]
  package let redirections: [Redirection]

  /// The program's name without its folder.
  package var name: String { words.first.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? "" }

  /// The simple commands of a text, also those in substitutions and in the text of `sh -c`; what `env`, `timeout` and their kin run
  /// is a command of its own.
  package static func commands(of text: [UInt8], depth: Int = 0) -> [ParsedCommand] {
    ShellParser.parse(text).script.allCommands.flatMap { command -> [ParsedCommand] in
      guard case .simple(let simple) = command.kind else { return [] }
      let parsed = ParsedCommand(words: simple.words.map(\.pattern), redirections: command.redirections)
      return [parsed] + parsed.inner(depth: depth)
    }
  }

  private static let shells: Set<String> = ["sh", "bash", "dash", "ksh", "zsh"]

  private func inner(depth: Int) -> [ParsedCommand] {
    if Self.shells.contains(name), let flag = words.firstIndex(where: { $0.hasPrefix("-") && $0.hasSuffix("c") }), flag + 1 < words.count {
      return depth < 4 ? Self.commands(of: Array(words[flag + 1].utf8), depth: depth + 1) : []
    }
    guard CommandWrapper.names.contains(name), words.count < 2 || !["-v", "-V"].contains(words[1]) else { return [] }
    // Which of a wrapper's words are its own is not looked up: a program's name stands at the start of one of the rests.
    return words.indices.dropFirst().filter { !words[$0].hasPrefix("-") }.map {
      ParsedCommand(words: Array(words[$0...]), redirections: redirections)
    }
  }
}

extension Word {
  /// The word with its quotes removed, `*` for every expansion.
  package var pattern: String { String(decoding: parts.flatMap(\.pattern), as: UTF8.self) }
}

extension WordPart {
  fileprivate var pattern: [UInt8] {
    switch kind {
    case .literal(let bytes), .singleQuoted(let bytes), .dollarSingleQuoted(let bytes): bytes
    case .escaped(let byte): [byte]
    case .doubleQuoted(let parts): parts.flatMap(\.pattern)
    case .parameter, .commandSubstitution, .arithmetic, .processSubstitution, .extendedPattern, .array: [UInt8(ascii: "*")]
    }
  }
}
