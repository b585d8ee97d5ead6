internal import ShellSyntax

// What the shell itself carries out.
extension ShellSession {
  /// - Returns: nil where there is no such builtin.
  mutating func runBuiltin(_ name: String, _ arguments: [[UInt8]]) throws(Doubt) -> Flow? {
    switch name {
    case ":", "true": status = 0
    case "false": status = 1
    case "echo":
      try write(try EchoText.text(arguments))
      status = 0
    case "printf": try printFormatted(arguments)
    case "test": status = try holds(arguments) ? 0 : 1
    case "[":
      guard arguments.last?.equals("]") ?? false else { throw Doubt("uses '[' without ']'") }
      status = try holds(arguments.dropLast()) ? 0 : 1
    case "let": try evaluateLet(arguments)
    case "read": try read(arguments)
    case "mapfile", "readarray": try readLines(arguments)
    case "set": try setOptions(arguments)
    case "shopt": try setShellOptions(arguments)
    case "shift": try shift(arguments)
    case "unset": try unset(arguments)
    case "pwd": try printDirectory(arguments)
    case "command", "builtin":
      guard let inner = arguments.first, !inner.hasPrefix("-") else { throw Doubt("looks for a program") }
      let rest = Array(arguments.dropFirst())
      if let flow = try runBuiltin(inner.text, rest) { return flow }
      guard name == "command" else { throw Doubt("runs '\(inner.text)'") }
      try runProgram(inner.text, rest)
    case "eval": return try evaluate(Array(arguments.joined(separator: [0x20])))
    case "break", "continue": return try leaveLoop(name, arguments)
    case "return":
      guard !shell.hidden.isEmpty else { throw Doubt("returns from no function") }
      try setStatus(arguments)
      return .returned
    case "exit":
      try setStatus(arguments)
      return .exited
    case "declare", "typeset", "local", "export", "readonly": throw Doubt("declares variables in an unusual way")
    case "alias", "bg", "bind", "caller", "cd", "compgen", "complete", "compopt", "dirs", "disown", "enable", "exec", "fc", "fg", "getopts",
      "hash", "help", "history", "jobs", "kill", "logout", "popd", "pushd", "source", ".", "suspend", "times", "trap", "type", "ulimit",
      "umask", "unalias", "wait":
      throw Doubt("runs '\(name)'")
    default: return nil
    }
    return .next
  }

  private mutating func holds(_ words: some Collection<[UInt8]>) throws(Doubt) -> Bool {
    if words.count == 2, let op = words.first, op.equals("-v"), let name = words.dropFirst().first { return try isSet(name) }
    return try testCommand.holds(Array(words))
  }

  private mutating func printFormatted(_ arguments: [[UInt8]]) throws(Doubt) {
    var words = arguments[...]
    var variable: String?
    if words.first?.equals("-v") ?? false {
      variable = words.dropFirst().first?.text
      words = words.dropFirst(2)
    }
    if words.first?.equals("--") ?? false { words.removeFirst() }
    guard let format = words.popFirst(), variable != nil || !format.hasPrefix("-") else { throw Doubt("uses 'printf' in an unusual way") }
    let text = try FormattedText.text(format: format, arguments: Array(words))
    if let variable {
      guard variable.utf8.elementsEqual(variable.utf8.filter(\.isNameByte)) else { throw Doubt("sets '\(variable)'") }
      try assign(variable, .text(text))
    } else {
      try write(text)
    }
    status = 0
  }

  private mutating func evaluateLet(_ arguments: [[UInt8]]) throws(Doubt) {
    guard !arguments.isEmpty else { throw Doubt("uses 'let' without an expression") }
    for argument in arguments { status = try arithmetic(argument) != 0 ? 0 : 1 }
  }

  private mutating func evaluate(_ text: [UInt8]) throws(Doubt) -> Flow {
    let (script, errors) = ShellParser.parse(text)
    guard errors.isEmpty else { throw Doubt("is not valid shell text") }
    if script.statements.isEmpty { status = 0 }
    return try nested { (session) throws(Doubt) in try session.run(script.statements) }
  }

  // MARK: Flow

  private mutating func leaveLoop(_ name: String, _ arguments: [[UInt8]]) throws(Doubt) -> Flow {
    let levels = arguments.isEmpty ? 1 : arguments[0].count10 ?? 0
    guard shell.loopDepth > 0, levels > 0, arguments.count <= 1 else { throw Doubt("uses '\(name)' in an unusual way") }
    status = 0
    let reached = min(levels, shell.loopDepth)
    return name == "break" ? .breakLoop(reached) : .continueLoop(reached)
  }

  private mutating func setStatus(_ arguments: [[UInt8]]) throws(Doubt) {
    guard let first = arguments.first else { return }
    guard arguments.count == 1, let value = first.count10 else { throw Doubt("uses an unusual exit status") }
    status = value & 0xFF
  }

  // MARK: Parameters and options

  private mutating func shift(_ arguments: [[UInt8]]) throws(Doubt) {
    let positional = try positionalParameters()
    guard arguments.count <= 1, let count = arguments.first.map({ $0.count10 }) ?? 1, count <= positional.count else {
      throw Doubt("shifts too far")
    }
    shell.positional = Array(positional.dropFirst(count))
    status = 0
  }

  private mutating func setOptions(_ arguments: [[UInt8]]) throws(Doubt) {
    guard !arguments.isEmpty else { throw Doubt("lists variables") }
    var words = arguments[...]
    while let option = words.first, option.count > 1, option.hasPrefix("-") || option.hasPrefix("+") {
      words.removeFirst()
      if option.equals("--") {
        shell.positional = Array(words)
        words = []
        status = 0
        return
      }
      let isOn = option.hasPrefix("-")
      for letter in option.dropFirst() {
        switch letter {
        case UInt8(ascii: "f"): shell.options.noGlob = isOn
        case UInt8(ascii: "u"): shell.options.noUnset = isOn
        default: throw Doubt("sets the option '\(option.text)'")
        }
      }
    }
    if let first = words.first {
      guard !first.equals("-"), !first.equals("+") else { throw Doubt("sets an unusual option") }
      shell.positional = Array(words)
    }
    status = 0
  }

  private mutating func setShellOptions(_ arguments: [[UInt8]]) throws(Doubt) {
    guard arguments.count == 2, arguments[1].equals("extglob"), arguments[0].equals("-s") || arguments[0].equals("-u") else {
      throw Doubt("sets shell options")
    }
    shell.options.extendedPatterns = arguments[0].equals("-s")
    status = 0
  }

  private mutating func unset(_ arguments: [[UInt8]]) throws(Doubt) {
    var words = arguments[...]
    var isFunction = false
    if let option = words.first, option.hasPrefix("-") {
      guard option.equals("-v") || option.equals("-f") else { throw Doubt("runs 'unset \(option.text)'") }
      isFunction = option.equals("-f")
      words.removeFirst()
    }
    for word in words {
      guard word.isName else { throw Doubt("unsets '\(word.text)'") }
      if isFunction {
        shell.functions[word.text] = nil
      } else {
        guard isFunction || shell.functions[word.text] == nil else { throw Doubt("unsets '\(word.text)'") }
        try unset(word.text)
      }
    }
    status = 0
  }

  private mutating func printDirectory(_ arguments: [[UInt8]]) throws(Doubt) {
    guard arguments.isEmpty, let directory = environment.workingDirectory else { throw Doubt("depends on the working directory") }
    try write(directory + [0x0A])
    status = 0
  }
}
