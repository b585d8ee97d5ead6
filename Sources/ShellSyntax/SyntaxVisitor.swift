/// Is shown every node of a tree, each before what is in it, in the order of the text.
///
/// What stands in substitutions, function bodies and here-documents is shown as well; who must know where he is reads the ranges.
package protocol SyntaxVisitor {
  mutating func visit(_ script: Script)
  mutating func visit(_ statement: Statement)
  mutating func visit(_ command: Command)
  mutating func visit(_ assignment: Assignment)
  mutating func visit(_ redirection: Redirection)
  mutating func visit(_ word: Word)
  mutating func visit(_ part: WordPart)
}

extension SyntaxVisitor {
  package mutating func visit(_ script: Script) {}
  package mutating func visit(_ statement: Statement) {}
  package mutating func visit(_ command: Command) {}
  package mutating func visit(_ assignment: Assignment) {}
  package mutating func visit(_ redirection: Redirection) {}
  package mutating func visit(_ word: Word) {}
  package mutating func visit(_ part: WordPart) {}
}

extension Script {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    visitor.visit(self)
    statements.walk(&visitor)
  }
}

extension Statement {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    visitor.visit(self)
    first.walk(&visitor)
    for (_, pipeline) in rest { pipeline.walk(&visitor) }
  }
}

extension [Statement] {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    for statement in self { statement.walk(&visitor) }
  }
}

extension Pipeline {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    for command in commands { command.walk(&visitor) }
  }
}

extension Command {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    visitor.visit(self)
    switch kind {
    case .simple(let simple):
      for assignment in simple.assignments { assignment.walk(&visitor) }
      for word in simple.words { word.walk(&visitor) }
    case .subshell(let statements), .braceGroup(let statements): statements.walk(&visitor)
    case .ifClause(let clause):
      for branch in clause.branches {
        branch.condition.walk(&visitor)
        branch.body.walk(&visitor)
      }
      clause.elseBody?.walk(&visitor)
    case .forClause(let clause), .select(let clause):
      for word in clause.words ?? [] { word.walk(&visitor) }
      clause.body.walk(&visitor)
    case .arithmeticFor(let clause):
      for expression in clause.expressions { expression.word.walk(&visitor) }
      clause.body.walk(&visitor)
    case .loop(let clause):
      clause.condition.walk(&visitor)
      clause.body.walk(&visitor)
    case .caseClause(let clause): clause.walk(&visitor)
    case .function(let function): function.body.walk(&visitor)
    case .test(let expression): expression.walk(&visitor)
    case .arithmetic(let expression): expression.word.walk(&visitor)
    case .coproc(let name, let command):
      name?.walk(&visitor)
      command.walk(&visitor)
    }
    for redirection in redirections { redirection.walk(&visitor) }
  }
}

extension CaseClause {
  fileprivate func walk(_ visitor: inout some SyntaxVisitor) {
    word.walk(&visitor)
    for item in items {
      for pattern in item.patterns { pattern.walk(&visitor) }
      item.body.walk(&visitor)
    }
  }
}

extension TestExpression {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    switch self {
    case .word(let word), .unary(_, let word): word.walk(&visitor)
    case .binary(_, let left, let right):
      left.walk(&visitor)
      right.walk(&visitor)
    case .not(let inner): inner.walk(&visitor)
    case .and(let left, let right), .or(let left, let right):
      left.walk(&visitor)
      right.walk(&visitor)
    }
  }
}

extension Assignment {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    visitor.visit(self)
    index?.walk(&visitor)
    switch value {
    case .scalar(let word): word?.walk(&visitor)
    case .array(let elements): elements.walk(&visitor)
    }
  }
}

extension [ArrayElement] {
  fileprivate func walk(_ visitor: inout some SyntaxVisitor) {
    for element in self {
      element.index?.walk(&visitor)
      element.value.walk(&visitor)
    }
  }
}

extension Redirection {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    visitor.visit(self)
    target.walk(&visitor)
    hereDocument?.walk(&visitor)
  }
}

extension Word {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    visitor.visit(self)
    for part in parts { part.walk(&visitor) }
  }
}

extension WordPart {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    visitor.visit(self)
    switch kind {
    case .literal, .escaped, .singleQuoted, .dollarSingleQuoted: return
    case .doubleQuoted(let parts):
      for part in parts { part.walk(&visitor) }
    case .parameter(let expansion): expansion.walk(&visitor)
    case .commandSubstitution(let script, _), .processSubstitution(let script, _): script.walk(&visitor)
    case .arithmetic(let expression): expression.word.walk(&visitor)
    case .extendedPattern(_, let alternatives):
      for alternative in alternatives { alternative.walk(&visitor) }
    case .array(let elements): elements.walk(&visitor)
    }
  }
}

extension ParameterExpansion {
  package func walk(_ visitor: inout some SyntaxVisitor) {
    index?.walk(&visitor)
    switch operation {
    case .value, .length, .transformation, .namesWithPrefix, .arrayKeys: return
    case .useDefault(let word, _), .assignDefault(let word, _), .indicateError(let word, _), .useAlternative(let word, _),
      .removePrefix(let word, _), .removeSuffix(let word, _):
      word.walk(&visitor)
    case .replace(let pattern, let replacement, _):
      pattern.walk(&visitor)
      replacement?.walk(&visitor)
    case .substring(let offset, let length):
      offset.word.walk(&visitor)
      length?.word.walk(&visitor)
    case .caseModification(_, let pattern): pattern?.walk(&visitor)
    }
  }
}
