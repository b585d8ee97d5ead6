internal import Diagnostics
internal import MacroExpansion
internal import ShellEvaluation
internal import ShellSyntax

/// Simple commands: assignments, redirections, and who gets the words.
extension Interpreter {
  mutating func simple(_ simple: SimpleCommand, _ command: Command) {
    if simple.words.isEmpty {
      for assignment in simple.assignments { assign(assignment) }
      if case .scalar(let word)? = simple.assignments.last?.value, word.map(Self.substitutes) ?? false { return }
      return succeed()
    }
    let declares = simple.words.first.flatMap(Self.literal).map(Self.declarations.contains) ?? false
    let words = simple.words.flatMap { word in
      (declares ? declared(word) : expand(word)).map { Argument(value: $0, range: place(word.range)) }
    }
    guard let first = words.first else { return succeed() }
    let before = prefixed(by: simple.assignments)
    let invocation = Invocation(words: words, range: place(command.range), redirections: command.redirections)
    let target = outputTarget(command.redirections)
    let outer = state.output
    if target != nil { state.output = Value("") }
    if first.value.exact == nil {
      external(invocation)
    } else {
      run(invocation)
    }
    if let target {
      write(state.output ?? .unknown(.output(of: nil)), to: target.path, appending: target.isAppend, at: command.range)
      state.output = outer
    }
    restore(before)
  }

  private static let declarations: Set<String> = ["export", "declare", "typeset", "local", "readonly"]

  /// An operand `name=value` of a declaration: expanded as an assignment, not split (bash manual, "Shell Builtin Commands").
  private mutating func declared(_ word: Word) -> [Value] {
    guard case .literal(let bytes)? = word.parts.first?.kind, let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > 0 else {
      return expand(word)
    }
    var rest = word
    let tail = Array(bytes[(equals + 1)...])
    rest.parts.removeFirst()
    if !tail.isEmpty { rest.parts.insert(WordPart(range: word.parts[0].range, kind: .literal(tail)), at: 0) }
    return [Value(bytes[...equals]) + assignedValue(rest)]
  }

  private static func substitutes(_ word: Word) -> Bool {
    word.parts.contains { part in
      switch part.kind {
      case .commandSubstitution: true
      case .doubleQuoted(let inner): inner.contains { if case .commandSubstitution = $0.kind { true } else { false } }
      case .literal, .escaped, .singleQuoted, .dollarSingleQuoted, .parameter, .arithmetic, .processSubstitution, .extendedPattern,
        .array:
        false
      }
    }
  }

  // MARK: Assignments

  /// Makes the assignments before a command, for that command only.
  ///
  /// - Returns: what they hid.
  private mutating func prefixed(by assignments: [ShellSyntax.Assignment]) -> [(String, Variable?)] {
    var hidden: [(String, Variable?)] = []
    for assignment in assignments {
      hidden.append((assignment.name, state.variables[assignment.name]))
      assign(assignment, exported: true)
    }
    return hidden
  }

  private mutating func restore(_ hidden: [(String, Variable?)]) {
    for (name, variable) in hidden.reversed() { state.variables[name] = variable }
  }

  private mutating func assign(_ assignment: ShellSyntax.Assignment, exported: Bool = false) {
    switch assignment.value {
    case .scalar(let word):
      var value = word.map { assignedValue($0) } ?? Value("")
      if let index = assignment.index { return assignElement(assignment.name, index, value) }
      if assignment.isAppend {
        if state.variables[assignment.name]?.elements != nil {
          state.variables[assignment.name]?.elements?[0] = .unknown(.notFollowed)
          return
        }
        value = (state.variables[assignment.name]?.text ?? Value("")) + value
      }
      assign(assignment.name, value, at: assignment.range, exported: exported)
    case .array(let elements):
      var values = elements.flatMap { element in
        element.index == nil ? expand(element.value) : [expandToOne(element.value)]
      }
      if elements.contains(where: { $0.index != nil }) { values = [.unknown(.notFollowed)] }
      if assignment.isAppend, let known = state.variables[assignment.name] { values = (known.elements ?? [known.text]) + values }
      assign(assignment.name, values.first ?? Value(""), at: assignment.range)
      state.variables[assignment.name]?.elements = values
    }
  }

  /// The value of an assignment: tildes after colons too (XCU 2.6.1).
  private mutating func assignedValue(_ word: Word) -> Value { expandToOne(word, tilde: .afterColons) }

  private mutating func assignElement(_ name: String, _ index: Word, _ value: Value) {
    var elements = state.variables[name]?.elements ?? []
    if let text = expandToOne(index).exact, let number = ShellArithmetic.integer(text), number >= 0, number <= elements.count {
      if number == elements.count { elements.append(value) } else { elements[number] = value }
    } else {
      elements = [.unknown(.notFollowed)]
    }
    var variable = state.variables[name] ?? Variable()
    variable.value = elements.first
    variable.elements = elements
    state.variables[name] = variable
  }

  /// Gives a variable a value; it stays exported where it was.
  mutating func assign(_ name: String, _ value: Value, at range: ByteRange, exported: Bool = false) {
    var variable = Variable(value: value)
    variable.isExported = exported || state.exportsAll || (state.variables[name]?.isExported ?? false)
    let known = state.variables[name]
    variable.yieldsToCaller = callerDefaults.removeValue(forKey: name) == value || known?.yieldsToCaller == true && known?.value == value
    if !isPrologue, !range.isEmpty || fixedRange != nil {
      variable.setAt = place(range)
      variable.source = sourceReference(range)
    }
    state.variables[name] = variable
    record(name, value, variable)
  }

  mutating func export(_ name: String) {
    var variable = state.variables[name] ?? Variable()
    guard !variable.isExported else { return }
    variable.isExported = true
    state.variables[name] = variable
    if let value = variable.value { record(name, value, variable) }
  }

  private mutating func record(_ name: String, _ value: Value?, _ variable: Variable) {
    guard isRecording, let range = variable.setAt, let source = variable.source else { return }
    model.assignments.append(
      Assignment(name: name, value: value, isExported: variable.isExported, section: section, range: range, source: source))
  }

  mutating func unset(_ name: String, at range: ByteRange) {
    state.variables[name] = nil
    guard isRecording, let source = sourceReference(range) else { return }
    model.assignments.append(
      Assignment(name: name, value: nil, isExported: false, section: section, range: place(range), source: source))
  }

  mutating func recordUse(_ expansion: ParameterExpansion, isUnset: Bool, at range: ByteRange) {
    guard isRecording, isUnset, expansion.name.first.map({ $0.isLetter || $0 == "_" }) ?? false else { return }
    switch expansion.operation {
    case .value, .removePrefix, .removeSuffix, .replace, .substring: break
    case .length, .useDefault, .assignDefault, .indicateError, .useAlternative, .caseModification, .transformation, .namesWithPrefix,
      .arrayKeys:
      return
    }
    guard let source = sourceReference(range) else { return }
    let range = place(range)
    let next = text.bytes.indices.contains(range.upperBound) ? text.bytes[range.upperBound] : 0
    let previous = range.lowerBound > 0 && text.bytes.indices.contains(range.lowerBound - 1) ? text.bytes[range.lowerBound - 1] : 0
    let isInPath = next == UInt8(ascii: "/") || previous == UInt8(ascii: "/")
    model.unsetUses.append(VariableUse(name: expansion.name, isInPath: isInPath, section: section, range: range, source: source))
  }

  // MARK: Files that scriptlets write

  struct OutputTarget {
    let path: Value
    let isAppend: Bool
  }

  /// The file that standard output goes to; nil where it goes where it went before.
  mutating func outputTarget(_ redirections: [Redirection]) -> OutputTarget? {
    var target: OutputTarget?
    for redirection in redirections where redirection.descriptor == nil || redirection.descriptor == 1 {
      switch redirection.op {
      case .output, .clobber, .outputAndError: target = OutputTarget(path: expandToOne(redirection.target), isAppend: false)
      case .append, .appendOutputAndError: target = OutputTarget(path: expandToOne(redirection.target), isAppend: true)
      case .duplicateOutput:
        if expandToOne(redirection.target).exact.map({ $0.elementsEqual("2".utf8) }) ?? false {
          target = OutputTarget(path: Value("/dev/stderr"), isAppend: false)
        }
      case .input, .readWrite, .duplicateInput, .hereDocument, .hereDocumentStripTabs, .hereString: break
      }
    }
    return target
  }

  mutating func write(_ text: Value, to path: Value, appending: Bool, at range: ByteRange) {
    let path = absolute(path)
    if isRecording, let source = sourceReference(range) {
      model.writtenFiles.append(WrittenFile(path: path, text: text, section: section, range: place(range), source: source))
    }
    guard let path = path.exact else { return }
    files[path] = appending ? (files[path] ?? .unknown(.contents)) + text : text
  }

  /// A path as seen from the current folder, without `.` and `..`.
  func absolute(_ path: Value) -> Value {
    guard case .known(let bytes)? = path.parts.first else { return path.isEmpty ? state.directory : path }
    let whole = bytes.first == UInt8(ascii: "/") ? path : state.directory + Value("/") + path
    return whole.map { path in path.exact.map { Value(FolderPath.cleaned($0)) } ?? path }
  }
}

/// The words of a simple command with what stands around them.
struct Invocation {
  var words: [Argument]
  let range: ByteRange
  let redirections: [Redirection]

  var name: String? { words.first?.exactText }
  var arguments: ArraySlice<Argument> { words.dropFirst() }

  func dropping(_ count: Int) -> Invocation { Invocation(words: Array(words.dropFirst(count)), range: range, redirections: redirections) }
}
