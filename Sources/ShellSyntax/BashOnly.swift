/// What POSIX shells such as dash do not have, or do otherwise than bash.
package enum BashOnly {
  /// Whether a text uses any of it: expansions by substring, replacement or case, indirection, arrays, `[[ ]]`, `(( ))`,
  /// here-strings, process substitution, `$'…'`, `echo -e`.
  package static func isUsed(in text: [UInt8]) -> Bool {
    var visitor = Visitor()
    visitor.visit(ShellParser.parse(text).script.statements)
    return visitor.found || text.firstRange(of: "echo -e".utf8) != nil
  }

  private struct Visitor {
    var found = false

    mutating func visit(_ statements: [Statement]) {
      for statement in statements {
        for pipeline in [statement.first] + statement.rest.map(\.pipeline) { for command in pipeline.commands { visit(command) } }
      }
    }

    mutating func visit(_ command: Command) {
      for redirection in command.redirections {
        if redirection.op == .hereString { found = true }
        visit(redirection.target)
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
        for item in clause.items { visit(item.body) }
      case .function(let definition): visit(definition.body)
      case .select, .test, .arithmetic, .arithmeticFor, .coproc: found = true
      }
    }

    mutating func visit(_ word: Word) { visit(word.parts) }

    mutating func visit(_ parts: [WordPart]) {
      for part in parts {
        switch part.kind {
        case .literal, .escaped, .singleQuoted: break
        case .dollarSingleQuoted, .processSubstitution, .extendedPattern, .array: found = true
        case .doubleQuoted(let inner): visit(inner)
        case .commandSubstitution(let script, _): visit(script.statements)
        case .arithmetic(let expression): visit(expression.word)
        case .parameter(let expansion): visit(expansion)
        }
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
