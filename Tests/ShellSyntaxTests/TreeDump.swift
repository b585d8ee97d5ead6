import ShellSyntax

/// A tree on one line: `(if (cmd test -f x) (then (cmd y)))`.
///
/// A word is written as a shell would, with its quotes; `∅` is an empty one. Blanks in plain text, which only here-documents and
/// patterns have, are `␠` and `⏎`.
struct TreeDump {
  static func text(_ statements: [Statement]) -> String { statements.map(text).joined(separator: " ") }

  static func text(_ statement: Statement) -> String {
    let list = statement.rest.reduce(text(statement.first)) { left, next in
      "(\(next.op == .and ? "and" : "or") \(left) \(text(next.pipeline)))"
    }
    return statement.isBackground ? "(& \(list))" : list
  }

  private static func text(_ pipeline: Pipeline) -> String {
    var text = pipeline.commands.map(self.text).joined(separator: " ")
    if pipeline.commands.count > 1 { text = "(| \(text))" }
    if pipeline.isNegated { text = "(! \(text))" }
    return pipeline.isTimed ? "(time \(text))" : text
  }

  private static func list(_ head: String, _ parts: [String]) -> String {
    "(" + ([head] + parts.filter { !$0.isEmpty }).joined(separator: " ") + ")"
  }

  static func text(_ command: Command) -> String {
    let redirections = command.redirections.map(text)
    func node(_ head: String, _ parts: [String]) -> String { list(head, parts + redirections) }
    switch command.kind {
    case .simple(let simple): return node("cmd", simple.assignments.map(text) + simple.words.map(text))
    case .subshell(let body): return node("sub", [text(body)])
    case .braceGroup(let body): return node("group", [text(body)])
    case .ifClause(let clause): return node("if", parts(clause))
    case .forClause(let clause): return node("for", parts(clause))
    case .select(let clause): return node("select", parts(clause))
    case .arithmeticFor(let clause): return node("for-arith", clause.expressions.map { text($0.word) } + [list("do", [text(clause.body)])])
    case .loop(let clause):
      return node(clause.isUntil ? "until" : "while", [text(clause.condition), list("do", [text(clause.body)])])
    case .caseClause(let clause): return node("case", [text(clause.word)] + clause.items.map(text))
    case .function(let definition): return node("function", [definition.name, text(definition.body)])
    case .test(let expression): return node("test", [text(expression)])
    case .arithmetic(let expression): return node("arith", [text(expression.word)])
    case .coproc(let name, let inner): return node("coproc", [name.map(text) ?? "", text(inner)])
    }
  }

  private static func parts(_ clause: IfClause) -> [String] {
    clause.branches.enumerated().flatMap { index, branch in
      [index == 0 ? text(branch.condition) : list("elif", [text(branch.condition)]), list("then", [text(branch.body)])]
    } + (clause.elseBody.map { [list("else", [text($0)])] } ?? [])
  }

  private static func parts(_ clause: ForClause) -> [String] {
    [clause.name, clause.words.map { list("in", $0.map(text)) } ?? "", list("do", [text(clause.body)])]
  }

  private static func text(_ item: CaseClause.Item) -> String {
    let end =
      switch item.terminator {
      case .breakCase: ""
      case .fallThrough: ";&"
      case .testNext: ";;&"
      }
    return list(item.patterns.map(text).joined(separator: "|"), [text(item.body), end])
  }

  private static func text(_ expression: TestExpression) -> String {
    switch expression {
    case .word(let word): text(word)
    case .unary(let op, let word): list(op, [text(word)])
    case .binary(let op, let left, let right): list(op, [text(left), text(right)])
    case .not(let inner): list("not", [text(inner)])
    case .and(let left, let right): list("and", [text(left), text(right)])
    case .or(let left, let right): list("or", [text(left), text(right)])
    }
  }

  private static func text(_ assignment: Assignment) -> String {
    let name = assignment.name + (assignment.index.map { "[\(text($0))]" } ?? "")
    let op = assignment.isAppend ? "+=" : "="
    switch assignment.value {
    case .scalar(let word): return list(op, [name, word.map(text) ?? "∅"])
    case .array(let elements): return list(op, [name, array(elements)])
    }
  }

  private static func array(_ elements: [ArrayElement]) -> String {
    list("array", elements.map { element in (element.index.map { "[\(text($0))]=" } ?? "") + text(element.value) })
  }

  private static func text(_ redirection: Redirection) -> String {
    let descriptor = redirection.descriptorVariable.map { "{\($0)}" } ?? redirection.descriptor.map { String($0) } ?? ""
    return list(descriptor + redirection.op.rawValue, [text(redirection.target), redirection.hereDocument.map { "{\(text($0))}" } ?? ""])
  }

  // MARK: Words

  static func text(_ word: Word) -> String { word.parts.isEmpty ? "∅" : word.parts.map(text).joined() }

  private static func plain(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing(" ", with: "␠").replacing("\n", with: "⏎").replacing("\t", with: "␉")
  }

  private static func text(_ part: WordPart) -> String {
    switch part.kind {
    case .literal(let bytes): plain(bytes)
    case .escaped(let byte): "\\" + plain([byte])
    case .singleQuoted(let bytes): "'\(plain(bytes))'"
    case .dollarSingleQuoted(let bytes): "$'\(plain(bytes))'"
    case .doubleQuoted(let parts): "\"\(parts.map(text).joined())\""
    case .parameter(let expansion): text(expansion)
    case .commandSubstitution(let script, let isBackquoted):
      isBackquoted ? "`\(text(script.statements))`" : "$(\(text(script.statements)))"
    case .arithmetic(let expression): "$((\(text(expression.word))))"
    case .processSubstitution(let script, let isOutput): "\(isOutput ? ">" : "<")(\(text(script.statements)))"
    case .extendedPattern(let byte, let words): "\(plain([byte]))(\(words.map(text).joined(separator: "|")))"
    case .array(let elements): array(elements)
    }
  }

  private static func text(_ expansion: ParameterExpansion) -> String {
    guard expansion.isBraced else { return "$" + expansion.name }
    let name = (expansion.isIndirect ? "!" : "") + expansion.name + (expansion.index.map { "[\(text($0))]" } ?? "")
    return "${" + operation(expansion.operation, on: name) + "}"
  }

  private static func operation(_ operation: ParameterExpansion.Operation, on name: String) -> String {
    func colon(_ isThere: Bool) -> String { isThere ? ":" : "" }
    switch operation {
    case .value: return name
    case .length: return "#" + name
    case .useDefault(let word, let ifEmpty): return name + colon(ifEmpty) + "-" + text(word)
    case .assignDefault(let word, let ifEmpty): return name + colon(ifEmpty) + "=" + text(word)
    case .indicateError(let word, let ifEmpty): return name + colon(ifEmpty) + "?" + text(word)
    case .useAlternative(let word, let ifEmpty): return name + colon(ifEmpty) + "+" + text(word)
    case .removePrefix(let word, let longest): return name + (longest ? "##" : "#") + text(word)
    case .removeSuffix(let word, let longest): return name + (longest ? "%%" : "%") + text(word)
    case .replace(let pattern, let replacement, let scope):
      let op =
        switch scope {
        case .first: "/"
        case .all: "//"
        case .prefix: "/#"
        case .suffix: "/%"
        }
      return name + op + text(pattern) + (replacement.map { "/" + text($0) } ?? "")
    case .substring(let offset, let length): return name + ":" + text(offset.word) + (length.map { ":" + text($0.word) } ?? "")
    case .caseModification(let kind, let pattern):
      let op =
        switch kind {
        case .upperFirst: "^"
        case .upperAll: "^^"
        case .lowerFirst: ","
        case .lowerAll: ",,"
        }
      return name + op + (pattern.map(text) ?? "")
    case .transformation(let letter): return name + "@" + plain([letter])
    case .namesWithPrefix: return "!" + name + "*"
    case .arrayKeys: return "!" + name
    }
  }
}
