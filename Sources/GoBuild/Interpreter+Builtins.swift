internal import Diagnostics
internal import MacroExpansion
internal import ShellEvaluation
internal import ShellSyntax

/// The shell's own commands: POSIX XCU 2.14 and bash's builtins.
extension Interpreter {
  mutating func run(_ invocation: Invocation) {
    guard let name = invocation.name else { return external(invocation) }
    if let function = state.functions[name] {
      return call(function, invocation.arguments.map(\.value), named: name)
    }
    switch name {
    case ":", "true": succeed()
    case "false": setStatus(false)
    case "cd", "chdir": changeDirectory(invocation)
    case "pushd":
      state.directoryStack.append(state.directory)
      changeDirectory(invocation)
    case "popd":
      state.previousDirectory = state.directory
      state.directory = state.directoryStack.popLast() ?? .unknown(.shell)
      succeed()
    case "pwd": print(state.directory + Value("\n"))
    case "export": declare(invocation, exports: true)
    case "declare", "typeset": declare(invocation, exports: false)
    case "readonly": declare(invocation, exports: false)
    case "local": declare(invocation, exports: false, isLocal: true)
    case "unset": for word in invocation.arguments where word.exactText?.hasPrefix("-") != true { unset(word) }
    case "set": setOptions(invocation)
    case "shift": shift(invocation)
    case "eval": evaluate(invocation)
    case ".", "source": sourceFile(invocation)
    case "exit": leave(isReturn: false)
    case "return": leave(isReturn: true)
    case "break":
      breaks = invocation.arguments.first?.exactText.flatMap { Int($0) } ?? 1
      state.isReachable = false
    case "continue":
      isContinuing = true
      state.isReachable = false
    case "echo": print(echoed(invocation.arguments.map(\.value)))
    case "printf": printf(invocation)
    case "test", "[": setStatus(truth(of: testWords(invocation)))
    case "read", "mapfile", "readarray", "getopts": readInto(invocation)
    case "let":
      let values = invocation.arguments.map { arithmetic($0.value, at: $0.range) }
      setStatus(values.last?.map { $0 != 0 })
    case "trap": trap(invocation)
    case "cat": cat(invocation)
    case "tee": tee(invocation)
    case "umask", "ulimit", "alias", "shopt", "hash", "jobs", "disown", "enable", "bind", "history", "complete": succeed()
    case "wait":
      recordShell(invocation)
      state.status = 0
    default: external(invocation)
    }
  }

  mutating func print(_ text: Value) {
    state.print(text)
    succeed()
  }

  private mutating func unset(_ word: Argument) {
    guard let name = word.exactText else { return }
    state.functions[name] = nil
    unset(name, at: word.range)
  }

  private mutating func leave(isReturn: Bool) {
    state.isReachable = false
    isReturning = isReturn
  }

  // MARK: Folders

  private mutating func changeDirectory(_ invocation: Invocation) {
    let operands = invocation.arguments.filter { word in
      guard let text = word.exactText else { return true }
      return text == "-" || !text.hasPrefix("-")
    }
    let target: Value
    if let operand = operands.first {
      target = operand.exactText == "-" ? state.previousDirectory : absolute(operand.value)
    } else {
      target = state.variables["HOME"]?.text ?? .unknown(.caller("HOME"))
    }
    state.previousDirectory = state.directory
    state.directory = target
    state.variables["PWD"] = nil
    state.status = 0
  }

  // MARK: Declarations

  private mutating func declare(_ invocation: Invocation, exports: Bool, isLocal: Bool = false) {
    var exports = exports
    var removesExport = false
    for word in invocation.arguments {
      guard case .known(let bytes)? = word.value.parts.first else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      if text.hasPrefix("-") || text.hasPrefix("+") {
        if text.hasPrefix("-"), text.contains("x") { exports = true }
        if text == "-n", invocation.name == "export" { removesExport = true }
        if text == "-p" || text == "-f" || text == "-F" { return succeed() }
        continue
      }
      let name = String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      guard !name.isEmpty else { continue }
      if isLocal, locals[name] == nil, depth > 1 { locals[name] = state.variables[name] ?? Variable() }
      let rest = text.dropFirst(name.count)
      if rest.hasPrefix("=") || rest.hasPrefix("+=") {
        let isAppend = rest.hasPrefix("+")
        let value = word.value.dropping(name.utf8.count + (isAppend ? 2 : 1))
        let whole = isAppend ? (state.variables[name]?.text ?? Value("")) + value : value
        assign(name, whole, at: word.range, exported: exports)
      } else if removesExport {
        state.variables[name]?.isExported = false
      } else if exports {
        export(name)
      } else if isLocal {
        state.variables[name] = Variable()
      }
    }
    succeed()
  }

  private mutating func setOptions(_ invocation: Invocation) {
    var words = Array(invocation.arguments)
    while let word = words.first {
      let text = word.exactText
      if text == "--" {
        state.positional = words.dropFirst().map(\.value)
        return succeed()
      }
      guard let text, text.hasPrefix("-") || text.hasPrefix("+") else {
        state.positional = words.allSatisfy { $0.value.exact != nil } ? words.map(\.value) : nil
        return succeed()
      }
      words.removeFirst()
      if text == "-o" || text == "+o" {
        if words.first?.exactText == "allexport" { state.exportsAll = text == "-o" }
        if !words.isEmpty { words.removeFirst() }
      } else if text.contains("a") {
        state.exportsAll = text.hasPrefix("-")
      }
    }
    succeed()
  }

  private mutating func shift(_ invocation: Invocation) {
    let count = invocation.arguments.first?.exactText.flatMap { Int($0) } ?? 1
    if let positional = state.positional, count >= 0 {
      state.positional = Array(positional.dropFirst(count))
    } else {
      state.positional = nil
    }
    succeed()
  }

  /// `trap 'commands' EXIT` runs them when the scriptlet ends.
  private mutating func trap(_ invocation: Invocation) {
    succeed()
    let words = invocation.arguments.filter { $0.exactText != "--" }
    guard let action = words.first?.value, words.dropFirst().contains(where: { ["EXIT", "0"].contains($0.exactText) }) else { return }
    state.exitTrap = action.exact == Array("-".utf8) ? nil : Trap(action: action, range: invocation.range)
  }

  // MARK: Text that is run

  private mutating func evaluate(_ invocation: Invocation) {
    let text = invocation.arguments.enumerated().reduce(Value("")) { $0 + ($1.offset > 0 ? Value(" ") : Value("")) + $1.element.value }
    runText(text, at: invocation.range)
  }

  /// Walks a text that is not the scriptlet's own; unknown text may do anything, which is not guessed at.
  mutating func runText(_ text: Value, at range: ByteRange) {
    guard let bytes = text.exact, depth < Self.depthLimit else {
      state.status = nil
      return
    }
    let outerSource = source
    let outerRange = fixedRange
    source = bytes
    fixedRange = fixedRange ?? range
    depth += 1
    statements(ShellParser.parse(bytes).script.statements)
    depth -= 1
    source = outerSource
    fixedRange = outerRange
  }

  private mutating func sourceFile(_ invocation: Invocation) {
    guard let operand = invocation.arguments.first else { return }
    let positional = state.positional
    if invocation.arguments.count > 1 { state.positional = invocation.arguments.dropFirst().map(\.value) }
    if let path = absolute(operand.value).exact, let text = files[path]?.wholeLines {
      runText(text, at: invocation.range)
    } else {
      recordShell(invocation)
      state.ranUnknownScript = true
      state.status = nil
    }
    state.positional = positional
    if isReturning {
      isReturning = false
      state.isReachable = true
    }
  }

  // MARK: Output

  private func echoed(_ words: [Value]) -> Value {
    let known = Self.computed(words) { (words) throws(Doubt) in try EchoText.text(words) }
    if let known { return known }
    var words = words
    var newline = true
    while let text = words.first?.exact, text.elementsEqual("-n".utf8) || text.elementsEqual("-e".utf8) || text.elementsEqual("-ne".utf8) {
      // Backslashes may stand in what is not known.
      guard text.elementsEqual("-n".utf8) else { return .unknown(.output(of: "echo")) }
      newline = false
      words.removeFirst()
    }
    let text = words.enumerated().reduce(Value("")) { $0 + ($1.offset > 0 ? Value(" ") : Value("")) + $1.element }
    return newline ? text + Value("\n") : text
  }

  private mutating func printf(_ invocation: Invocation) {
    let words = invocation.arguments.map(\.value)
    if words.first?.exact.map({ $0.elementsEqual("-v".utf8) }) ?? false, words.count > 2, let name = words[1].exact {
      assign(String(decoding: name, as: UTF8.self), Self.formatted(Array(words.dropFirst(2))), at: invocation.range)
      return succeed()
    }
    print(Self.formatted(words))
  }

  private static func formatted(_ words: [Value]) -> Value {
    let isEndOfOptions = words.first?.exact.map { $0.elementsEqual("--".utf8) } ?? false
    let words = isEndOfOptions ? Array(words.dropFirst()) : words
    let known = computed(words) { (words) throws(Doubt) in
      guard let format = words.first else { throw Doubt("has no format") }
      return try FormattedText.text(format: format, arguments: Array(words.dropFirst()))
    }
    return known ?? formattedInParts(words)
  }

  /// `%s` of words that are not all known, with nothing else but plain text around.
  private static func formattedInParts(_ words: [Value]) -> Value {
    let unknown = Value.unknown(.output(of: "printf"))
    guard let format = words.first?.exact else { return unknown }
    var arguments = words.dropFirst()
    var output = Value("")
    repeat {
      let before = arguments.count
      for (index, piece) in format.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).enumerated() {
        var piece = piece
        if index > 0 {
          guard piece.first == UInt8(ascii: "s") else { return unknown }
          piece.removeFirst()
          output = output + (arguments.popFirst() ?? Value(""))
        }
        guard let text = computed([Value(piece)], { (words) throws(Doubt) in try FormattedText.text(format: words[0], arguments: []) })
        else {
          return unknown
        }
        output = output + text
      }
      if arguments.count == before { break }
    } while !arguments.isEmpty
    return output
  }

  /// What known words give, for each alternative of theirs; nil where one is not known, or what they give is not.
  static func computed(_ words: [Value], _ body: ([[UInt8]]) throws(Doubt) -> [UInt8]) -> Value? {
    // A zero byte is in no shell word.
    let packed = words.reduce(Value("")) { $0 + $1 + Value([0]) }
    var isKnown = true
    let result = packed.map { packed in
      let words = packed.exact.map { $0.split(separator: 0, omittingEmptySubsequences: false).dropLast().map { Array($0) } }
      guard let words, let text = try? body(words) else {
        isKnown = false
        return packed
      }
      return Value(text)
    }
    return isKnown ? result : nil
  }

  private mutating func cat(_ invocation: Invocation) {
    state.status = 0
    let operands = invocation.arguments.filter { $0.exactText != "-" }
    if operands.isEmpty {
      for redirection in invocation.redirections {
        if let body = redirection.hereDocument { return print(expandToOne(body)) }
        if redirection.op == .hereString { return print(expandToOne(redirection.target) + Value("\n")) }
      }
      return print(.unknown(.contents))
    }
    recordShell(invocation)
    for operand in operands {
      let path = absolute(operand.value).exact
      print(path.flatMap { files[$0] } ?? .unknown(.contents))
    }
  }

  private mutating func tee(_ invocation: Invocation) {
    var text = Value.unknown(.contents)
    for redirection in invocation.redirections { if let body = redirection.hereDocument { text = expandToOne(body) } }
    let appends = invocation.arguments.contains { $0.exactText == "-a" }
    for operand in invocation.arguments where operand.exactText?.hasPrefix("-") != true {
      write(text, to: operand.value, appending: appends, at: invocation.range)
    }
    print(text)
  }

  // MARK: Substitution

  /// What a substitution in a word gives, and whether it differs from build to build.
  mutating func substitution(_ script: Script, at range: ByteRange) -> Value {
    let output = substitution(script)
    guard output.exact == nil, !isPrologue, range.lowerBound >= 0, range.upperBound <= source.count,
      let cause = VaryingOutput.cause(in: Array(source[range]))
    else { return output }
    return output.varying(with: VaryingOutput(cause: cause, section: section, range: place(range)))
  }

  /// `$( … )`: what is printed, without the line feeds at its end.
  mutating func substitution(_ script: Script) -> Value {
    guard depth < Self.depthLimit else { return .unknown(.notFollowed) }
    depth += 1
    defer { depth -= 1 }
    var output = Value("")
    inSubshell { interpreter in
      interpreter.state.output = Value("")
      interpreter.statements(script.statements)
      output = interpreter.state.output ?? .unknown(.output(of: nil))
      interpreter.state.output = nil
    }
    state.isReachable = true
    // Filters are only followed where all they read is known: the evaluator that also computes `%(…)`.
    if output.exact == nil, let computed = computed(script) { output = computed }
    return output.withoutLineFeeds
  }
}

extension Value {
  /// A file's text as far as it is known to its end: what was appended to something else begins after a line of that.
  fileprivate var wholeLines: Value? {
    guard exact == nil, case .known(let end)? = parts.last, let first = parts.first, case .unknown(.contents) = first, parts.count == 2
    else { return exact == nil ? nil : self }
    return Value(end)
  }

  /// The same where what a command printed is known to differ from build to build.
  fileprivate func varying(with output: VaryingOutput) -> Value {
    map { value in
      Value(
        parts: value.parts.map { part in
          guard case .unknown(let reason) = part else { return part }
          switch reason {
          case .time, .output, .contents, .notFollowed: return .unknown(.varying(output))
          case .process, .random, .temporary, .architecture, .loopWord, .fileNames, .branches, .caller, .arguments, .status, .shell,
            .varying:
            return part
          }
        })
    }
  }

  /// As a command substitution leaves it.
  var withoutLineFeeds: Value {
    guard alternatives.count == 1 else { return map(\.withoutLineFeeds) }
    var parts = parts
    while case .known(var bytes)? = parts.last {
      while bytes.last == 0x0A { bytes.removeLast() }
      parts.removeLast()
      guard bytes.isEmpty else {
        parts.append(.known(bytes))
        break
      }
    }
    return Value(parts: parts)
  }
}
