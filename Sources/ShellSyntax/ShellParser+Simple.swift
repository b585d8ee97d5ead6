// Simple commands, assignments and arrays (XCU 2.9.1; the bash manual, "Arrays").
extension ShellParser {
  /// A word or one of the bytes that a word can begin with stands here.
  var startsWord: Bool {
    guard let byte else { return false }
    guard byte.isMetacharacter else { return true }
    return startsProcessSubstitution
  }

  var startsProcessSubstitution: Bool { end(of: "<(") != nil || end(of: ">(") != nil }

  /// Assignments, words and redirections; a function definition if `()` follows the first word. nil if there is nothing.
  mutating func simpleCommand() -> Command? {
    let start = offset
    var simple = SimpleCommand(assignments: [], words: [])
    var redirections: [Redirection] = []
    var takesArrays = false
    while true {
      if let redirection = redirection() {
        redirections.append(redirection)
      } else if simple.words.isEmpty, let assignment = assignment() {
        simple.assignments.append(assignment)
      } else if startsWord {
        simple.words.append(takesArrays ? operandOfDeclaration() : word(.command))
        if simple.words.count == 1 {
          if simple.assignments.isEmpty, redirections.isEmpty, let function = functionNamed(simple.words[0], from: start) {
            return function
          }
          takesArrays = isDeclaration(simple.words[0])
        }
      } else {
        break
      }
      commandEnd = offset
      skipBlanks()
    }
    guard offset > start else { return nil }
    return Command(range: source.range(start..<commandEnd), kind: .simple(simple), redirections: redirections)
  }

  /// `name () compound-command`
  private mutating func functionNamed(_ name: Word, from start: Int) -> Command? {
    let end = offset
    skipBlanks()
    guard byte == UInt8(ascii: "("), isEmptyParenthesis else {
      offset = end
      return nil
    }
    skipEmptyParenthesis()
    // Without a body the error has been reported, and the command is what it looks like.
    return functionBody(name: text(of: name), from: start)
      ?? Command(range: source.range(start..<commandEnd), kind: .simple(SimpleCommand(assignments: [], words: [name])))
  }

  /// The builtins behind which bash reads `name=(…)` as an assignment.
  private func isDeclaration(_ word: Word) -> Bool {
    guard word.parts.count == 1, case .literal(let bytes) = word.parts[0].kind else { return false }
    return Self.declarations.contains { bytes.elementsEqual($0.utf8) }
  }

  private static let declarations = ["alias", "declare", "eval", "export", "let", "local", "readonly", "typeset"]

  /// A word, or `name=(…)`.
  private mutating func operandOfDeclaration() -> Word {
    let start = offset
    guard let (_, nameEnd) = name(at: offset), let end = end(of: "=(", at: nameEnd) ?? end(of: "+=(", at: nameEnd) else {
      return word(.command)
    }
    offset = end - 1
    let prefix = WordPart(range: range(from: start), kind: .literal(Array(source[start..<offset].filter { $0 != 0x0A && $0 != 0x5C })))
    let arrayStart = offset
    let elements = array()
    return Word(range: range(from: start), parts: [prefix, WordPart(range: range(from: arrayStart), kind: .array(elements))])
  }

  /// An assignment, if the next word is one.
  private mutating func assignment() -> Assignment? {
    guard let (name, nameEnd) = name(at: offset) else { return nil }
    let next = afterContinuations(nameEnd)
    let start = offset
    if let (isAppend, end) = assignmentOperator(at: next) {
      offset = end
      return assigned(Assignment(range: range(from: start), name: name, isAppend: isAppend, value: .scalar(nil)), from: start)
    }
    guard byte(at: next) == UInt8(ascii: "[") else { return nil }
    return attempt { parser in
      parser.offset = next
      guard let index = parser.index() else {
        parser.report("'[' without ']'", from: next, to: next + 1)
        return Assignment(range: parser.range(from: start), name: name, value: .scalar(nil))
      }
      guard let (isAppend, end) = parser.assignmentOperator(at: parser.offset) else { return nil }
      parser.offset = end
      let empty = Assignment(range: parser.range(from: start), name: name, index: index, isAppend: isAppend, value: .scalar(nil))
      return parser.assigned(empty, from: start)
    }
  }

  /// `=` or `+=`
  private func assignmentOperator(at place: Int) -> (isAppend: Bool, end: Int)? {
    if let end = end(of: "=", at: place) { return (false, end) }
    if let end = end(of: "+=", at: place) { return (true, end) }
    return nil
  }

  /// The value behind the operator.
  private mutating func assigned(_ assignment: Assignment, from start: Int) -> Assignment {
    var assignment = assignment
    if byte == UInt8(ascii: "(") {
      assignment.value = .array(array())
    } else {
      let value = word(.command)
      assignment.value = .scalar(value.parts.isEmpty ? nil : value)
    }
    assignment.range = range(from: start)
    return assignment
  }

  /// `[…]`; nil when it is not closed in this line.
  mutating func index() -> Word? {
    offset += 1
    let word = word(.index)
    return accept("]") ? word : nil
  }

  /// `( … )` behind `name=`.
  private mutating func array() -> [ArrayElement] {
    let start = offset
    offset += 1
    var elements: [ArrayElement] = []
    while true {
      skipNewlines()
      if accept(")") { return elements }
      guard startsWord else {
        if atEnd { report("'(' without ')'", from: start, to: start + 1) } else { reportUnexpected() }
        return elements
      }
      elements.append(indexedElement() ?? ArrayElement(value: word(.command)))
    }
  }

  /// `[index]=value` in an array.
  private mutating func indexedElement() -> ArrayElement? {
    guard byte == UInt8(ascii: "[") else { return nil }
    return attempt { parser in
      guard let index = parser.index(), let (_, end) = parser.assignmentOperator(at: parser.offset) else { return nil }
      parser.offset = end
      return ArrayElement(index: index, value: parser.word(.command))
    }
  }
}
