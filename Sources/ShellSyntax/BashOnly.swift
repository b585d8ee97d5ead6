internal import Diagnostics

/// What POSIX shells such as dash do not have, or do otherwise than bash; in doubt the answer is yes.
package enum BashOnly {
  /// Whether a text uses any of it: expansions by substring, replacement or case, indirection, arrays, `[[ ]]`, `(( ))`,
  /// here-strings, process substitution, `$'…'`, braces, `echo` with options or backslashes, `[ a == b ]`, `&>`, builtins of bash.
  package static func isUsed(in text: [UInt8]) -> Bool {
    var visitor = Visitor()
    visitor.visit(ShellParser.parse(text).script.statements)
    return visitor.found || text.firstRange(of: "echo".utf8) != nil && text.contains(UInt8(ascii: "\\"))
  }

  /// Words that stand for something in bash alone; `local`, `printf %s`, `read -r` and `test` are the same in both.
  private static let words: Set<String> = [
    "-e", "-ne", "-en", "==", "let", "shopt", "mapfile", "readarray", "declare", "typeset", "-v", "-a", "pushd", "popd", "source",
  ]

  private struct Visitor {
    var found = false

    mutating func visit(_ statements: [Statement]) {
      for statement in statements {
        for pipeline in [statement.first] + statement.rest.map(\.pipeline) { for command in pipeline.commands { visit(command) } }
      }
    }

    mutating func visit(_ command: Command) {
      for redirection in command.redirections {
        switch redirection.op {
        case .hereString, .outputAndError, .appendOutputAndError: found = true
        case .input, .output, .append, .clobber, .readWrite, .duplicateInput, .duplicateOutput, .hereDocument, .hereDocumentStripTabs: break
        }
        visit(redirection.target)
        if let body = redirection.hereDocument { visit(body) }
      }
      switch command.kind {
      case .simple(let simple):
        for assignment in simple.assignments {
          switch assignment.value {
          case .scalar(let word): if let word { visit(word) }
          case .array: found = true
          }
        }
        for word in simple.words { visit(word) }
      case .subshell(let body), .braceGroup(let body): visit(body)
      case .ifClause(let clause):
        for branch in clause.branches {
          visit(branch.condition)
          visit(branch.body)
        }
        visit(clause.elseBody ?? [])
      case .forClause(let clause):
        for word in clause.words ?? [] { visit(word) }
        visit(clause.body)
      case .loop(let clause):
        visit(clause.condition)
        visit(clause.body)
      case .caseClause(let clause):
        visit(clause.word)
        for item in clause.items {
          for pattern in item.patterns { visit(pattern) }
          if item.terminator != .breakCase { found = true }
          visit(item.body)
        }
      case .function(let definition): visit(definition.body)
      case .select, .test, .arithmetic, .arithmeticFor, .coproc: found = true
      }
    }

    mutating func visit(_ word: Word) { visit(word.parts) }

    mutating func visit(_ parts: [WordPart]) {
      for part in parts {
        switch part.kind {
        case .escaped, .singleQuoted: break
        case .literal(let bytes):
          if bytes.contains(UInt8(ascii: "{")) || BashOnly.words.contains(String(decoding: bytes, as: UTF8.self)) { found = true }
        case .dollarSingleQuoted, .processSubstitution, .extendedPattern, .array: found = true
        case .doubleQuoted(let inner): visit(inner)
        case .commandSubstitution(let script, _): visit(script.statements)
        case .arithmetic(let expression):
          for op in ["**", "++", "--", ","] where word(expression.word, contains: op) { found = true }
          visit(expression.word)
        case .parameter(let expansion): visit(expansion)
        }
      }
    }

    private func word(_ word: Word, contains op: String) -> Bool {
      word.parts.contains { part in
        if case .literal(let bytes) = part.kind { bytes.firstRange(of: op.utf8) != nil } else { false }
      }
    }

    mutating func visit(_ expansion: ParameterExpansion) {
      if expansion.isIndirect || expansion.index != nil { found = true }
      switch expansion.operation {
      case .value, .length: break
      case .useDefault(let word, _), .assignDefault(let word, _), .indicateError(let word, _), .useAlternative(let word, _),
        .removePrefix(let word, longest: _), .removeSuffix(let word, longest: _):
        visit(word)
      case .replace, .substring, .caseModification, .transformation, .namesWithPrefix, .arrayKeys: found = true
      }
    }
  }
}
