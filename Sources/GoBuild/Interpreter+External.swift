internal import Diagnostics
internal import MacroExpansion
internal import ShellEvaluation
internal import ShellSyntax

/// Programs: those that run another command, those whose output is plain from their arguments, go, and all others.
extension Interpreter {
  mutating func external(_ invocation: Invocation) {
    guard let path = invocation.name else { return unknownProgram(invocation) }
    let name = String(path.split(separator: "/").last ?? "")
    if Self.isGo(name) { return go(invocation) }
    if let wrapper = CommandWrapper.known[name] { return wrapped(invocation, wrapper) }
    if path.contains("/"), let file = absolute(invocation.words[0].value).exact, let text = files[file] {
      return inSubshell { $0.runText(text, at: invocation.range) }
    }
    switch name {
    case "env": env(invocation)
    case "sh", "bash", "dash", "ksh": shell(invocation)
    case "xargs": xargs(invocation)
    case "find": find(invocation)
    case "parallel": parallel(invocation)
    case "go-rpm-integration", "golist": helper(invocation, name)
    default:
      if Self.isIndirect(path, name) { return indirect(invocation) }
      program(invocation, name)
    }
  }

  /// `go`, `go1.22`, `go-1.21`, `go.real`; not `gofmt`.
  private static func isGo(_ name: String) -> Bool {
    guard name.hasPrefix("go") else { return false }
    let rest = name.dropFirst(2).drop { $0 == "-" }
    return rest.allSatisfy { $0.isNumber || $0 == "." } && (rest.isEmpty || name.dropFirst(2).first != ".")
  }

  /// Programs that may well run go themselves and hand their environment on.
  private static func isIndirect(_ path: String, _ name: String) -> Bool {
    if ["make", "gmake", "mage", "ninja", "task", "just", "bazel", "goreleaser", "gox", "promu"].contains(name) { return true }
    return path.contains("/")
      && (name.hasSuffix(".sh") || name.hasSuffix(".bash") || ["build", "make", "bootstrap", "all.bash"].contains(name))
  }

  /// A command whose name is not known may be anything; it runs with this environment.
  private mutating func unknownProgram(_ invocation: Invocation) {
    recordShell(invocation)
    state.print(.unknown(.output(of: nil)))
    state.status = 0
    state.statusIsComputed = false
  }

  // MARK: Commands that run commands

  private mutating func wrapped(_ invocation: Invocation, _ wrapper: CommandWrapper) {
    guard let start = wrapper.commandStart(in: invocation.words) else {
      recordShell(invocation)
      // A build that requires go finds it.
      if invocation.words.last?.exactText == "go", invocation.words.count == 3 { print(Value("/usr/bin/go\n")) }
      return
    }
    let inner = invocation.dropping(start)
    guard !inner.words.isEmpty else { return succeed() }
    if wrapper.skipsFunctions, let name = inner.name, state.functions[name] != nil { external(inner) } else { run(inner) }
  }

  private mutating func env(_ invocation: Invocation) {
    let saved = state.variables
    var words = Array(invocation.arguments)
    while let word = words.first {
      guard case .known(let bytes)? = word.value.parts.first else { break }
      let text = String(decoding: bytes, as: UTF8.self)
      if text == "-i" || text == "-" || text == "--ignore-environment" {
        for name in state.variables.keys { state.variables[name]?.isExported = false }
      } else if text == "-u" || text == "--unset" {
        words.removeFirst()
        if let name = words.first?.exactText { state.variables[name] = nil }
      } else if text.hasPrefix("-u") || text.hasPrefix("--unset=") {
        state.variables[String(text.dropFirst(text.hasPrefix("-u") ? 2 : 8))] = nil
      } else if text == "-C" || text.hasPrefix("--chdir") {
        if text == "-C" { words.removeFirst() }
      } else if text.hasPrefix("-") {
        // Other options take no words.
      } else if let equals = text.firstIndex(of: "="), equals != text.startIndex {
        let name = String(text[..<equals])
        assign(name, word.value.dropping(name.utf8.count + 1), at: word.range, exported: true)
      } else {
        break
      }
      words.removeFirst()
    }
    if words.isEmpty {
      state.print(.unknown(.output(of: "env")))
    } else {
      external(Invocation(words: words, range: invocation.range, redirections: invocation.redirections))
    }
    // `env` only runs programs, so nothing it changed outlives it.
    state.variables = saved
  }

  private mutating func shell(_ invocation: Invocation) {
    var words = Array(invocation.arguments)
    while let option = words.first?.exactText, option.hasPrefix("-"), option.count > 1 {
      words.removeFirst()
      if option == "-o" || option == "--rcfile" || option == "--init-file" {
        if !words.isEmpty { words.removeFirst() }
      } else if !option.hasPrefix("--"), option.contains("c") {
        guard let text = words.first else { return }
        let name = words.count > 1 ? words[1].value : nil
        return inNewShell(named: name, arguments: words.dropFirst(2).map(\.value)) { $0.runText(text.value, at: invocation.range) }
      }
    }
    if words.isEmpty, let body = invocation.redirections.compactMap(\.hereDocument).last {
      let text = expandToOne(body)
      return inNewShell(arguments: []) { $0.runText(text, at: invocation.range) }
    }
    guard let script = words.first else { return recordShell(invocation) }
    if let path = absolute(script.value).exact, let text = files[path] {
      return inNewShell(arguments: words.dropFirst().map(\.value)) { $0.runText(text, at: invocation.range) }
    }
    // A script of the sources: what it runs inherits this environment.
    indirect(invocation)
  }

  /// A shell of its own sees exported variables only.
  private mutating func inNewShell(named name: Value? = nil, arguments: [Value], _ body: (inout Interpreter) -> Void) {
    inSubshell { interpreter in
      interpreter.state.variables = interpreter.state.variables.filter { $0.value.isExported }
      interpreter.state.functions = [:]
      interpreter.state.positional = arguments
      if let name { interpreter.state.name = name }
      interpreter.state.exportsAll = false
      body(&interpreter)
    }
    state.isReachable = true
  }

  private mutating func xargs(_ invocation: Invocation) {
    recordShell(invocation)
    guard let start = CommandWrapper.xargs.commandStart(in: invocation.words), start < invocation.words.count else {
      state.print(.unknown(.contents))
      return
    }
    var inner = invocation.dropping(start)
    let options = invocation.words[..<start].compactMap(\.exactText)
    let replaces = options.contains { $0.hasPrefix("-I") || $0.hasPrefix("-i") || $0.hasPrefix("--replace") }
    let unknown = Value.unknown(.contents)
    if replaces {
      inner.words = inner.words.map { word in
        word.value.exact?.firstRange(of: "{}".utf8) == nil ? word : Argument(value: unknown, range: word.range)
      }
    } else {
      inner.words.append(Argument(value: unknown, range: invocation.range))
    }
    loops += 1
    inSubshell { $0.external(inner) }
    loops -= 1
  }

  private mutating func find(_ invocation: Invocation) {
    recordShell(invocation)
    state.print(.unknown(.fileNames))
    state.status = 0
    var words = invocation.words
    while let place = words.firstIndex(where: { ["-exec", "-execdir", "-ok"].contains($0.exactText) }) {
      let rest = words[(place + 1)...]
      let end = rest.firstIndex { $0.exactText == ";" || $0.exactText == "+" } ?? rest.endIndex
      let inner = rest[..<end].map { word in
        word.exactText == "{}" ? Argument(value: .unknown(.fileNames), range: word.range) : word
      }
      if !inner.isEmpty {
        inSubshell { $0.external(Invocation(words: inner, range: invocation.range, redirections: [])) }
      }
      words = Array(words[min(words.count, end + 1)...])
    }
  }

  private mutating func parallel(_ invocation: Invocation) {
    recordShell(invocation)
    guard let start = CommandWrapper.parallel.commandStart(in: invocation.words), start < invocation.words.count else { return }
    let words = invocation.words[start...].prefix { !($0.exactText?.hasPrefix(":::") ?? false) }
    guard !words.isEmpty else { return }
    let inner = words.map { word in
      word.value.exact?.contains(UInt8(ascii: "{")) == true
        ? Argument(value: .unknown(.contents), range: word.range) : word
    }
    inSubshell { $0.external(Invocation(words: inner, range: invocation.range, redirections: [])) }
  }

  // MARK: Other programs

  private mutating func program(_ invocation: Invocation, _ name: String) {
    recordShell(invocation)
    noteVendoring(invocation, name)
    if name == "sed" { editInPlace(invocation) }
    state.status = ["false", "grep", "egrep", "fgrep", "which", "type", "diff", "cmp", "pgrep"].contains(name) ? nil : 0
    state.statusIsComputed = false
    guard state.output != nil else { return }
    state.print(output(of: invocation, name) + (Self.isSilent(name) ? Value("") : Value("\n")))
  }

  private static func isSilent(_ name: String) -> Bool {
    ["mkdir", "rm", "cp", "mv", "ln", "chmod", "chown", "install", "touch", "sleep", "kill", "test"].contains(name)
  }

  /// What a program prints, where its arguments alone say so.
  private func output(of invocation: Invocation, _ name: String) -> Value {
    let operands = invocation.arguments.filter { $0.exactText?.hasPrefix("-") != true }.map(\.value)
    switch name {
    case "dirname":
      let words = invocation.arguments.map(\.value)
      if let known = Self.computed(words, { (words) throws(Doubt) in try PathNames.dirname(words) }) { return known.withoutLineFeeds }
      return operands.count == 1 ? operands[0].map(\.folder) : .unknown(.output(of: name))
    case "basename":
      let words = invocation.arguments.map(\.value)
      return Self.computed(words) { (words) throws(Doubt) in try PathNames.basename(words) }?.withoutLineFeeds
        ?? .unknown(.output(of: name))
    case "realpath", "readlink":
      guard name == "realpath" || invocation.arguments.contains(where: { ["-f", "-m", "-e"].contains($0.exactText) }), operands.count == 1
      else {
        return .unknown(.output(of: name))
      }
      return absolute(operands[0])
    case "mktemp": return .unknown(.temporary)
    case "arch": return .unknown(.architecture)
    case "uname":
      let isMachine = invocation.arguments.count == 1 && ["-m", "-p", "-i"].contains(invocation.arguments.first?.exactText)
      return .unknown(isMachine ? .architecture : .output(of: "uname"))
    case "uuidgen": return .unknown(.random)
    case _ where Self.isSilent(name): return Value("")
    default: return .unknown(.output(of: name))
    }
  }

  mutating func recordShell(_ invocation: Invocation) {
    guard isRecording, let source = sourceReference(invocation.range) else { return }
    model.shellCommands.append(
      ShellCommand(
        section: section, range: invocation.range, source: source, words: invocation.words, directory: state.directory,
        isBackground: isBackground))
  }

  /// `sed -i` on files that scriptlets wrote.
  private mutating func editInPlace(_ invocation: Invocation) {
    let words = invocation.arguments
    guard words.contains(where: { $0.exactText?.hasPrefix("-i") == true || $0.exactText?.hasPrefix("--in-place") == true }) else { return }
    for word in words {
      guard let path = absolute(word.value).exact, let text = files[path] else { continue }
      let script = words.filter {
        $0.range != word.range && $0.exactText?.hasPrefix("-i") != true && $0.exactText?.hasPrefix("--in-place") != true
      }
      let quoted = script.compactMap { $0.value.exact.flatMap { ParameterText.quoted($0) } }
      files[path] = .unknown(.contents)
      guard let text = text.exact, quoted.count == script.count else { continue }
      var environment = ShellEnvironment()
      environment.readFile = { _ in text }
      let command = Array("sed ".utf8) + quoted.joined(separator: [0x20]) + Array(" <file".utf8)
      if case .known(let output, 0) = ShellEvaluator(environment: environment, budget: work).run(command) { files[path] = Value(output) }
    }
  }

  /// What a script prints, as the evaluator of harmless commands computes it; nil where it cannot.
  func computed(_ script: Script) -> Value? {
    var environment = ShellEnvironment()
    environment.otherVariables = .unset
    let (files, directory) = (files, state.directory)
    environment.readFile = { path in FolderPath.absolute(Value(path), in: directory).flatMap { files[$0]?.exact } }
    environment.workingDirectory = state.directory.exact
    environment.positional = state.positional.flatMap { words in
      let exact = words.compactMap(\.exact)
      return exact.count == words.count ? exact : nil
    }
    for (name, variable) in state.variables where variable.value != nil {
      if variable.elements == nil, let text = variable.text.exact {
        environment.variables[name] = text
      } else {
        environment.unknownVariables.insert(name)
      }
    }
    let evaluator = ShellEvaluator(environment: environment, budget: work)
    guard case .known(let output, _) = evaluator.run(script) else { return nil }
    return Value(output)
  }
}

extension Value {
  /// `dirname`: the text before the last slash, where that slash is known.
  fileprivate var folder: Value {
    guard case .known(let last)? = parts.last, let slash = last.lastIndex(of: UInt8(ascii: "/")) else {
      return exact != nil ? Value(".") : .unknown(.output(of: "dirname"))
    }
    guard slash < last.count - 1 else { return .unknown(.output(of: "dirname")) }
    let rest = Array(last[..<slash])
    if parts.count == 1, rest.isEmpty { return Value("/") }
    return Value(parts: parts.dropLast() + [.known(rest)])
  }
}
