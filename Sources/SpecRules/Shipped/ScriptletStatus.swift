package import Diagnostics
package import ShellSyntax

/// Which commands decide whether a scriptlet fails: its exit status is that of the command that runs last.
package struct ScriptletStatus {
  /// A command by whose failure the scriptlet fails.
  package struct Culprit: Hashable {
    /// In the scriptlet's text.
    package let range: ByteRange
    /// What it is called; nil where a test, and no command, decides: `[ -f x ] && rm x`.
    package let program: String?
    /// It only runs where something before it has failed: `getent passwd hello || useradd hello`.
    package let isFallback: Bool
  }

  private let functions: Set<String>

  package static func culprits(of script: Script) -> [Culprit] {
    let commands = script.allCommands
    // Who says so wants failures to end the script.
    let stops = commands.contains { command in
      guard case .simple(let simple) = command.kind, simple.words.first?.plainText == "set" else { return false }
      return simple.words.dropFirst().contains { $0.plainText?.hasPrefix("-") == true && $0.plainText?.contains("e") == true }
    }
    guard !stops else { return [] }
    let functions = commands.compactMap { if case .function(let definition) = $0.kind { definition.name } else { nil } }
    return ScriptletStatus(functions: Set(functions)).culprits(script.statements)
  }

  private func culprits(_ list: [Statement]) -> [Culprit] { list.last.map { culprits($0) } ?? [] }

  private func culprits(_ statement: Statement) -> [Culprit] {
    guard !statement.isBackground else { return [] }
    guard let last = statement.rest.last else { return culprits(statement.first, isFallback: false) }
    switch last.op {
    case .or: return culprits(last.pipeline, isFallback: true)
    case .and:
      let before = culprits(statement.first, isFallback: false)
      guard !before.isEmpty else { return culprits(last.pipeline, isFallback: false) }
      return [Culprit(range: statement.range, program: before.first?.program, isFallback: false)]
    }
  }

  private func culprits(_ pipeline: Pipeline, isFallback: Bool) -> [Culprit] {
    guard !pipeline.isNegated, let last = pipeline.commands.last else { return [] }
    return culprits(last, isFallback: isFallback)
  }

  private func culprits(_ command: Command, isFallback: Bool) -> [Culprit] {
    switch command.kind {
    case .simple(let simple): culprits(simple, at: command.range, isFallback: isFallback)
    case .subshell(let body), .braceGroup(let body): culprits(body)
    case .ifClause(let clause): clause.branches.flatMap { culprits($0.body) } + culprits(clause.elseBody ?? [])
    case .forClause(let clause): culprits(clause.body)
    case .loop(let clause): culprits(clause.body)
    case .caseClause(let clause): clause.items.flatMap { culprits($0.body) }
    case .test: [Culprit(range: command.range, program: nil, isFallback: isFallback)]
    case .arithmeticFor, .select, .function, .arithmetic, .coproc: []
    }
  }

  private static let harmless: Set<String> = [
    ":", "true", "echo", "printf", "ldconfig", "export", "unset", "set", "umask", "exit", "return", "sleep", "shift", "break", "continue",
    "local", "readonly", "trap", "exec", "eval", ".", "source", "sync", "chmod", "chown", "chgrp", "touch", "cat", "restorecon",
    "chkconfig", "alternatives", "update-alternatives", "false", "wait", "read", "date", "logger",
  ]

  private func culprits(_ simple: SimpleCommand, at range: ByteRange, isFallback: Bool) -> [Culprit] {
    guard let name = simple.words.first?.plainText, let program = name.split(separator: "/").last.map(String.init), !name.contains("%"),
      !Self.harmless.contains(program), !functions.contains(program)
    else { return [] }
    if program == "test" || program == "[" { return [Culprit(range: range, program: nil, isFallback: isFallback)] }
    let options = simple.words.dropFirst().compactMap(\.plainText).filter { $0.hasPrefix("-") && !$0.hasPrefix("--") }
    func has(_ letter: Character) -> Bool { options.contains { $0.contains(letter) } }
    switch program {
    case "rm", "ln", "cp", "mv": if has("f") { return [] }
    case "mkdir": if has("p") { return [] }
    default: break
    }
    return [Culprit(range: range, program: program, isFallback: isFallback)]
  }
}

extension Word {
  /// Its text where no expansion stands in it.
  package var plainText: String? {
    var bytes: [UInt8] = []
    for part in parts {
      switch part.kind {
      case .literal(let text), .singleQuoted(let text): bytes += text
      case .escaped(let byte): bytes.append(byte)
      case .doubleQuoted(let inner):
        guard let text = Word(range: range, parts: inner).plainText else { return nil }
        bytes += text.utf8
      case .dollarSingleQuoted, .parameter, .commandSubstitution, .arithmetic, .processSubstitution, .extendedPattern, .array: return nil
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
