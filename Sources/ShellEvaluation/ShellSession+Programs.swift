internal import ShellSyntax

// Programs whose whole effect is what they print.
extension ShellSession {
  mutating func runProgram(_ name: String, _ arguments: [[UInt8]]) throws(Doubt) {
    // A program called by its path is the same one as on PATH; another folder's may be anything.
    var name = name
    for folder in ["/bin/", "/usr/bin/"] where name.utf8.starts(with: folder.utf8) { name = String(name.dropFirst(folder.count)) }
    let options = ProgramArguments(arguments)
    switch name {
    case "basename": try finish(try PathNames.basename(options))
    case "dirname": try finish(try PathNames.dirname(options))
    case "seq": try finish(try SequenceProgram.run(options))
    case "expr": try finish(try ExprProgram.run(arguments, budget))
    case "date": try finish(try DateProgram.run(options, time: environment.time, timeZone: timeZone()))
    case "cut": try filter(try CutProgram(options))
    case "tr": try filter(try TrProgram(arguments))
    case "head": try filter(try HeadProgram(options))
    case "tail": try filter(try TailProgram(options))
    case "sort": try filter(try SortProgram(options, asBytes: collatesBytes))
    case "uniq": try filter(try UniqProgram(options))
    case "wc": try filter(try WordCountProgram(options))
    case "rev", "tac", "cat": try filter(try ReorderProgram(name, options))
    case "grep", "egrep", "fgrep":
      // The old names complain about themselves since grep 3.8.
      if name != "grep" { try complain() }
      try filter(try GrepProgram(name, options))
    case "sed": try filter(try SedProgram(options))
    case "awk", "gawk", "mawk": try filter(try AwkProgram(arguments))
    case "xargs": try runXargs(options)
    case "bash", "sh": try runShell(arguments)
    case "true": status = 0
    case "false": status = 1
    default: throw Doubt("runs '\(name)'")
    }
  }

  private mutating func finish(_ result: ProgramResult) throws(Doubt) {
    try write(result.output)
    status = result.status
  }

  private mutating func filter(_ program: some FilterProgram) throws(Doubt) {
    var text: [UInt8] = []
    if program.files.isEmpty && program.readsInput {
      text = try program.mayStopEarly ? readSome() : readAll()
    } else {
      for file in program.files {
        let isInput = file.equals("-")
        guard program.files.count == 1 || program.joinsFiles else { throw Doubt("reads several files") }
        text += try isInput ? readAll() : contents(of: file)
      }
    }
    try budget.spend(1 + text.count / 8)
    try finish(try program.run(on: text, budget))
  }

  private func timeZone() throws(Doubt) -> [UInt8]? {
    guard environment.otherVariables == .unset || shell.variables["TZ"] != nil else { return nil }
    return try variable("TZ")?.text
  }

  /// `xargs` and `xargs echo`: the words of its input, joined.
  private mutating func runXargs(_ options: ProgramArguments) throws(Doubt) {
    var words = options.words[...]
    var perLine = Int.max
    if let first = words.first, first.hasPrefix("-n") {
      words.removeFirst()
      guard let count = (first.count > 2 ? Array(first.dropFirst(2)) : words.popFirst() ?? []).count10, count > 0 else {
        throw Doubt("uses 'xargs' in an unusual way")
      }
      perLine = count
    } else if let first = words.first, first.equals("-r") || first.equals("--no-run-if-empty") {
      throw Doubt("uses 'xargs' in an unusual way")
    }
    if let first = words.first {
      guard first.equals("echo") || first.equals("/bin/echo"), !words.dropFirst().contains(where: { $0.hasPrefix("-") }) else {
        throw Doubt("runs 'xargs \(first.text)'")
      }
      words.removeFirst()
    }
    let text = try readAll()
    guard !text.contains(where: { "'\"\\".utf8.contains($0) || $0 == 0 }), text.isASCII, text.count < 100_000 else {
      throw Doubt("uses 'xargs' in an unusual way")
    }
    var items = FieldSplitter.fields(of: text)[...]
    guard !items.isEmpty, !items.contains(where: { $0.hasPrefix("-") || $0.contains(where: { $0 < 0x20 }) }) else {
      throw Doubt("uses 'xargs' in an unusual way")
    }
    while !items.isEmpty {
      try write(Array((words + items.prefix(perLine)).joined(separator: [0x20])) + [0x0A])
      items = items.dropFirst(perLine)
    }
    status = 0
  }

  /// `sh -c TEXT [NAME [ARGUMENT…]]`: another shell that sees exported variables only.
  private mutating func runShell(_ arguments: [[UInt8]]) throws(Doubt) {
    guard arguments.count >= 2, arguments[0].equals("-c"), !arguments[1].hasPrefix("-") else { throw Doubt("runs a shell") }
    let (script, errors) = ShellParser.parse(arguments[1])
    guard errors.isEmpty else { throw Doubt("is not valid shell text") }
    let positional = Array(arguments.dropFirst(3))
    try inSubshell { (inner) throws(Doubt) in
      var fresh = Shell(variables: inner.shell.variables.filter { $0.value.isExported || $0.value.value == .none }, positional: positional)
      for name in fresh.variables.keys { fresh.variables[name]?.isReadOnly = false }
      fresh.variables["IFS"] = nil
      inner.shell = fresh
      inner.status = 0
      return try inner.run(script.statements)
    }
  }
}
