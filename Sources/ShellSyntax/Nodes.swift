package import Diagnostics

// The tree of a shell text, in the terms of POSIX XCU 2 and, where POSIX has none, of the bash manual.
//
// Every node knows the bytes it was read from; nothing is evaluated here and nothing of RPM is known.

/// A parsed text: commands and the comments between them.
package struct Script: Sendable, Hashable {
  package var range: ByteRange
  package var statements: [Statement]
  package var comments: [Comment]

  package init(range: ByteRange, statements: [Statement], comments: [Comment] = []) {
    self.range = range
    self.statements = statements
    self.comments = comments
  }
}

/// `# …` up to, not including, the line feed.
package struct Comment: Sendable, Hashable {
  package var range: ByteRange
  package init(range: ByteRange) { self.range = range }
}

/// An AND-OR list with its terminator: `a && b || c ;` or `&`.
package struct Statement: Sendable, Hashable {
  package var range: ByteRange
  package var first: Pipeline
  package var rest: [(op: AndOrOperator, pipeline: Pipeline)]
  /// Ended by `&`.
  package var isBackground: Bool

  package init(range: ByteRange, first: Pipeline, rest: [(op: AndOrOperator, pipeline: Pipeline)] = [], isBackground: Bool = false) {
    self.range = range
    self.first = first
    self.rest = rest
    self.isBackground = isBackground
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.range == b.range && a.first == b.first && a.isBackground == b.isBackground && a.rest.count == b.rest.count
      && zip(a.rest, b.rest).allSatisfy { $0.op == $1.op && $0.pipeline == $1.pipeline }
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(first)
  }
}

package enum AndOrOperator: Sendable, Hashable { case and, or }

/// `! time a | b |& c`. What `|&` stands for, `2>&1`, is a redirection of the command before it.
package struct Pipeline: Sendable, Hashable {
  package var range: ByteRange
  package var isNegated: Bool
  /// Prefixed by bash's `time`.
  package var isTimed: Bool
  /// At least one.
  package var commands: [Command]

  package init(range: ByteRange, isNegated: Bool = false, isTimed: Bool = false, commands: [Command]) {
    self.range = range
    self.isNegated = isNegated
    self.isTimed = isTimed
    self.commands = commands
  }
}

/// A command with its redirections (those of a simple command too, wherever they stood in it).
package struct Command: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case simple(SimpleCommand)
    /// `( … )`
    case subshell([Statement])
    /// `{ …; }`
    case braceGroup([Statement])
    case ifClause(IfClause)
    case forClause(ForClause)
    case arithmeticFor(ArithmeticForClause)
    /// `while`/`until condition; do body; done`
    case loop(LoopClause)
    case caseClause(CaseClause)
    /// bash's `select name in words; do …; done`
    case select(ForClause)
    case function(FunctionDefinition)
    /// bash's `[[ … ]]`: the expression's operands and operators in order.
    case test(TestExpression)
    /// bash's `(( … ))`
    case arithmetic(ArithmeticExpression)
    /// bash's `coproc [NAME] command`
    case coproc(name: Word?, Command)
  }
  package var range: ByteRange
  package var kind: Kind
  package var redirections: [Redirection]

  package init(range: ByteRange, kind: Kind, redirections: [Redirection] = []) {
    self.range = range
    self.kind = kind
    self.redirections = redirections
  }
}

/// Assignments, then words; both are empty only beside redirections, after a bare `time` or `!`, and where an error was reported.
package struct SimpleCommand: Sendable, Hashable {
  package var assignments: [Assignment]
  /// `name=value` operands of `export`, `declare`, `local`, `readonly`, `typeset` stay words here.
  package var words: [Word]

  package init(assignments: [Assignment], words: [Word]) {
    self.assignments = assignments
    self.words = words
  }
}

/// `name=value`, `name+=value`, `name[index]=value`, `name=(a b [k]=c)`.
package struct Assignment: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    /// nil for `name=`.
    case scalar(Word?)
    case array([ArrayElement])
  }
  package var range: ByteRange
  package var name: String
  /// The text between `[` and `]`.
  package var index: Word?
  package var isAppend: Bool
  package var value: Value

  package init(range: ByteRange, name: String, index: Word? = nil, isAppend: Bool = false, value: Value) {
    self.range = range
    self.name = name
    self.index = index
    self.isAppend = isAppend
    self.value = value
  }
}

package struct ArrayElement: Sendable, Hashable {
  package var index: Word?
  package var value: Word
  package init(index: Word? = nil, value: Word) {
    self.index = index
    self.value = value
  }
}

/// One shell word before expansion.
package struct Word: Sendable, Hashable {
  package var range: ByteRange
  /// Empty only for an empty word such as the value of `a= b`.
  package var parts: [WordPart]

  package init(range: ByteRange, parts: [WordPart]) {
    self.range = range
    self.parts = parts
  }
}

package struct WordPart: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// Unquoted text as written, without line continuations. Backslash escapes are parts of their own.
    /// Tilde prefixes, braces and pattern characters stay in it for the expander.
    case literal([UInt8])
    /// `\c`: the quoted byte. Inside double quotes only before `$`, `` ` ``, `"`, `\`.
    case escaped(UInt8)
    /// `'…'`
    case singleQuoted([UInt8])
    /// bash's `$'…'`, escapes resolved.
    case dollarSingleQuoted([UInt8])
    /// `"…"` and bash's `$"…"`
    case doubleQuoted([WordPart])
    case parameter(ParameterExpansion)
    /// `$(…)` and `` `…` ``. The script's ranges are those of the outer text; in backquotes they take in the
    /// backslashes that were removed before the script was read.
    case commandSubstitution(Script, isBackquoted: Bool)
    /// `$(( … ))` and bash's old `$[ … ]`
    case arithmetic(ArithmeticExpression)
    /// `<( … )`, `>( … )`
    case processSubstitution(Script, isOutput: Bool)
    /// bash's extended pattern `?(a|b)`, `*( )`, `+( )`, `@( )`, `!( )`: the byte before the parenthesis and the alternatives.
    case extendedPattern(UInt8, [Word])
    /// bash's `(a b [k]=c)` after `name=` in an operand of `declare` and its kin; always the word's last part.
    case array([ArrayElement])
  }
  package var range: ByteRange
  package var kind: Kind

  package init(range: ByteRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// `$name`, `${name}` and everything that can stand in the braces.
package struct ParameterExpansion: Sendable, Hashable {
  package indirect enum Operation: Sendable, Hashable {
    /// `$name`, `${name}`
    case value
    /// `${#name}`
    case length
    /// `-` or `:-`: use a default.
    case useDefault(Word, ifEmpty: Bool)
    /// `=` or `:=`: assign a default.
    case assignDefault(Word, ifEmpty: Bool)
    /// `?` or `:?`: complain and stop.
    case indicateError(Word, ifEmpty: Bool)
    /// `+` or `:+`: use another value.
    case useAlternative(Word, ifEmpty: Bool)
    /// `#` (shortest) or `##` (longest)
    case removePrefix(Word, longest: Bool)
    /// `%` or `%%`
    case removeSuffix(Word, longest: Bool)
    /// `/`, `//`, `/#`, `/%`
    case replace(pattern: Word, replacement: Word?, ReplaceScope)
    /// `:offset` and `:offset:length`, arithmetic as written.
    case substring(offset: ArithmeticExpression, length: ArithmeticExpression?)
    /// `^`, `^^`, `,`, `,,` with an optional pattern
    case caseModification(CaseModification, pattern: Word?)
    /// `@Q`, `@E`, `@U` …: the letter.
    case transformation(UInt8)
    /// `${!prefix*}`, `${!prefix@}`: names with that prefix.
    case namesWithPrefix
    /// `${!name[@]}`: the keys of an array.
    case arrayKeys
  }
  package enum ReplaceScope: Sendable, Hashable { case first, all, prefix, suffix }
  package enum CaseModification: Sendable, Hashable { case upperFirst, upperAll, lowerFirst, lowerAll }

  /// A variable's name, a number, or one of `@ * # ? - $ !`.
  package var name: String
  /// `${!name}`: the value names the parameter.
  package var isIndirect: Bool
  /// Between `[` and `]`; the words `@` and `*` mean the whole array.
  package var index: Word?
  package var operation: Operation
  /// Written with braces.
  package var isBraced: Bool

  package init(name: String, isIndirect: Bool = false, index: Word? = nil, operation: Operation = .value, isBraced: Bool = false) {
    self.name = name
    self.isIndirect = isIndirect
    self.index = index
    self.operation = operation
    self.isBraced = isBraced
  }
}

/// The text of an arithmetic expression; `word` holds its parts so that expansions in it can be done first.
package struct ArithmeticExpression: Sendable, Hashable {
  package var range: ByteRange
  package var word: Word
  package init(range: ByteRange, word: Word) {
    self.range = range
    self.word = word
  }
}

package struct IfClause: Sendable, Hashable {
  /// `if` and every `elif`.
  package var branches: [Branch]
  package var elseBody: [Statement]?

  package struct Branch: Sendable, Hashable {
    package var condition: [Statement]
    package var body: [Statement]
    package init(condition: [Statement], body: [Statement]) {
      self.condition = condition
      self.body = body
    }
  }
  package init(branches: [Branch], elseBody: [Statement]?) {
    self.branches = branches
    self.elseBody = elseBody
  }
}

package struct ForClause: Sendable, Hashable {
  package var name: String
  /// nil without `in`: the positional parameters.
  package var words: [Word]?
  package var body: [Statement]
  package init(name: String, words: [Word]?, body: [Statement]) {
    self.name = name
    self.words = words
    self.body = body
  }
}

package struct ArithmeticForClause: Sendable, Hashable {
  /// Initialisation, condition, step; any may be empty.
  package var expressions: [ArithmeticExpression]
  package var body: [Statement]
  package init(expressions: [ArithmeticExpression], body: [Statement]) {
    self.expressions = expressions
    self.body = body
  }
}

package struct LoopClause: Sendable, Hashable {
  package var isUntil: Bool
  package var condition: [Statement]
  package var body: [Statement]
  package init(isUntil: Bool, condition: [Statement], body: [Statement]) {
    self.isUntil = isUntil
    self.condition = condition
    self.body = body
  }
}

package struct CaseClause: Sendable, Hashable {
  package var word: Word
  package var items: [Item]

  package enum Terminator: Sendable, Hashable {
    /// `;;` or the clause's end
    case breakCase
    /// `;&`
    case fallThrough
    /// `;;&`
    case testNext
  }
  package struct Item: Sendable, Hashable {
    package var patterns: [Word]
    package var body: [Statement]
    package var terminator: Terminator
    package init(patterns: [Word], body: [Statement], terminator: Terminator) {
      self.patterns = patterns
      self.body = body
      self.terminator = terminator
    }
  }
  package init(word: Word, items: [Item]) {
    self.word = word
    self.items = items
  }
}

package struct FunctionDefinition: Sendable, Hashable {
  package var name: String
  package var body: Command
  package init(name: String, body: Command) {
    self.name = name
    self.body = body
  }
}

/// The inside of `[[ … ]]`.
package indirect enum TestExpression: Sendable, Hashable {
  /// `word` alone: true when not empty.
  case word(Word)
  /// `-f word` …
  case unary(op: String, Word)
  /// `a == b`, `a =~ b`, `a -nt b`, `a < b` …
  case binary(op: String, Word, Word)
  case not(TestExpression)
  case and(TestExpression, TestExpression)
  case or(TestExpression, TestExpression)
}

package struct Redirection: Sendable, Hashable {
  package enum Operator: String, Sendable, Hashable {
    case input = "<"
    case output = ">"
    case append = ">>"
    case clobber = ">|"
    case readWrite = "<>"
    case duplicateInput = "<&"
    case duplicateOutput = ">&"
    case hereDocument = "<<"
    case hereDocumentStripTabs = "<<-"
    case hereString = "<<<"
    case outputAndError = "&>"
    case appendOutputAndError = "&>>"
  }
  package var range: ByteRange
  /// The number before the operator; nil when none is written.
  package var descriptor: Int?
  /// bash's `{name}>file`.
  package var descriptorVariable: String?
  package var op: Operator
  /// The file, descriptor, here-string or here-document delimiter.
  package var target: Word
  /// The body of a here-document, tabs stripped for `<<-`; quoted delimiters give one `singleQuoted` part.
  package var hereDocument: Word?

  package init(
    range: ByteRange, descriptor: Int? = nil, descriptorVariable: String? = nil, op: Operator, target: Word, hereDocument: Word? = nil
  ) {
    self.range = range
    self.descriptor = descriptor
    self.descriptorVariable = descriptorVariable
    self.op = op
    self.target = target
    self.hereDocument = hereDocument
  }
}

/// A place where the text is not what a shell accepts.
package struct SyntaxError: Error, Sendable, Hashable {
  package var range: ByteRange
  /// Lower case, no full stop.
  package var message: String
  package init(range: ByteRange, message: String) {
    self.range = range
    self.message = message
  }
}
