internal import Diagnostics
internal import MacroExpansion
internal import ShellSyntax

/// go itself, and what runs it out of sight.
extension Interpreter {
  mutating func go(_ invocation: Invocation) {
    let here = state.directory
    if let folder = GoInvocation(arguments: Array(invocation.arguments)).folder { state.directory = absolute(folder) }
    let view = view(Array(invocation.arguments))
    record(invocation, kind: .direct, view: view)
    state.directory = here
    state.status = 0
    state.statusIsComputed = false
    switch view.invocation.subcommand {
    case "env": goEnv(invocation)
    case "mod vendor", "work vendor": state.vendor = .present("made by 'go mod vendor'")
    // Nobody downloads what lies in vendor/.
    case "mod download", "mod tidy":
      let title = view.invocation.subcommand ?? ""
      if state.vendor == .unknown { state.vendor = .absent("'go \(title)' fetches the modules") }
    case "version": state.print(.unknown(.output(of: "go")))
    default: state.print(.unknown(.output(of: "go")))
    }
  }

  private func view(_ arguments: [Argument]) -> GoView {
    let module = sourceModule
    return GoView(arguments: arguments, environment: goEnvironment, module: module, vendor: vendor(of: module))
  }

  /// `make`, `./build.sh`: whatever runs go there inherits this environment.
  mutating func indirect(_ invocation: Invocation) {
    recordShell(invocation)
    let saved = state.variables
    if let name = invocation.name?.split(separator: "/").last, name == "make" || name == "gmake" {
      // Variables on make's command line reach the environment of its recipes (GNU make manual, "Variables from the Environment").
      for word in invocation.arguments {
        guard case .known(let bytes)? = word.value.parts.first, let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > 0 else {
          continue
        }
        let name = String(decoding: bytes[..<equals], as: UTF8.self)
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { continue }
        assign(name, word.value.dropping(equals + 1), at: word.range, exported: true)
      }
    }
    let view = view([])
    record(invocation, kind: .indirect, view: view)
    state.variables = saved
    state.print(.unknown(.output(of: invocation.name)))
    state.status = 0
    state.statusIsComputed = false
  }

  /// Fedora's helpers behind %gocheck and %goinstall: `go-rpm-integration check` runs `go test` for each package in GOPATH mode.
  mutating func helper(_ invocation: Invocation, _ name: String) {
    guard name == "go-rpm-integration", invocation.arguments.first?.exactText == "check" else { return recordShell(invocation) }
    let saved = state.variables
    let root = spec.macros["gobuilddir"].map { Value($0) } ?? .unknown(.output(of: "go-rpm-integration"))
    let inherited = state.variables["GOPATH"]?.value
    let path = Value(spec.macros["gopath"] ?? Array("/usr/share/gocode".utf8))
    assign("GOPATH", root + Value(":") + (inherited.map { $0 + Value(":") } ?? Value("")) + path, at: invocation.range, exported: true)
    assign("GO111MODULE", Value("off"), at: invocation.range, exported: true)
    let words = [Argument(value: Value("go"), range: invocation.range), Argument(value: Value("test"), range: invocation.range)]
    let view = view(Array(words.dropFirst()))
    record(Invocation(words: words, range: invocation.range, redirections: []), kind: .indirect, view: view)
    state.variables = saved
  }

  private mutating func record(_ invocation: Invocation, kind: GoCommand.Kind, view: GoView) {
    guard isRecording, model.commands.count < Self.commandLimit, let source = sourceReference(invocation.range) else { return }
    model.commands.append(
      GoCommand(
        kind: kind, section: section, range: invocation.range, source: source, arguments: invocation.words,
        directory: state.directory, condition: conditions.isEmpty ? nil : conditions.joined(separator: " and "),
        isBackground: isBackground, isRepeated: loops > 0, followsUnknownScript: state.ranUnknownScript, environment: exportedEnvironment(),
        settings: view.settings,
        moduleMode: view.moduleMode,
        moduleCache: view.moduleCache, buildCache: view.buildCache, parallelism: view.parallelism, module: view.module))
  }

  /// Go's variables and those behind them, as far as they are exported and set.
  private func exportedEnvironment() -> [String: Binding] {
    var environment: [String: Binding] = [:]
    for (name, variable) in state.variables where variable.isExported && Self.matters(name) {
      guard variable.value != nil else { continue }
      environment[name] = Binding(
        value: variable.text, setAt: variable.setAt, source: variable.source, yieldsToCaller: variable.yieldsToCaller)
    }
    return environment
  }

  private static func matters(_ name: String) -> Bool {
    // Names like Go's are kept as well: a rule may know what was meant.
    name.hasPrefix("GO") || GoVariable.reachesGo(name)
  }

  // MARK: go env

  private mutating func goEnv(_ invocation: Invocation) {
    let words = invocation.arguments.dropFirst()
    if words.contains(where: { $0.exactText == "-w" }) {
      for word in words {
        guard case .known(let bytes)? = word.value.parts.first, let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { continue }
        state.goEnvironment[String(decoding: bytes[..<equals], as: UTF8.self)] = word.value.dropping(equals + 1)
      }
      return
    }
    if words.contains(where: { $0.exactText == "-u" }) {
      for word in words { if let name = word.exactText { state.goEnvironment[name] = nil } }
      return
    }
    let environment = goEnvironment
    for word in words {
      guard let name = word.exactText else { return state.print(.unknown(.output(of: "go"))) }
      guard !name.hasPrefix("-") else { return state.print(.unknown(.output(of: "go"))) }
      state.print(environment.answer(name, architecture: spec.macros["_arch"]) + Value("\n"))
    }
    if words.isEmpty { state.print(.unknown(.output(of: "go"))) }
  }

  // MARK: Vendoring

  /// Follows what commands do to `vendor/`: rules.md's "judged at the end of %prep, in order".
  mutating func noteVendoring(_ invocation: Invocation, _ name: String) {
    guard !noteUnpacking(invocation, name) else { return }
    let words = invocation.arguments.map { $0.value.display }
    let naming = words.filter { $0 == "vendor" || $0.hasSuffix("/vendor") || $0 == "vendor/" || $0.hasSuffix("/vendor/") }
    switch name {
    case "rm":
      if !naming.isEmpty { state.vendor = .absent("'\(shownWords(invocation))' removes it") }
    case "mv", "cp", "ln", "rsync":
      if let last = words.last, naming.contains(last) || words.contains(where: { $0.hasSuffix("/vendor") }) {
        state.vendor = .present("'\(shownWords(invocation))' puts it there")
      }
    case "tar", "bsdtar", "unzip", "rpmuncompress", "gzip", "xz", "zstd", "bzip2", "7z", "cat":
      if words.contains(where: { $0.lowercased().contains("vendor") || $0.contains("deps") && $0.contains(".tar") }) {
        state.vendor = .present("unpacked by '\(shownWords(invocation))'")
      } else if name == "rpmuncompress" || name == "tar" || name == "bsdtar" || name == "unzip", state.vendor != .unknown {
        // A source unpacked afresh may bring its own.
        if case .absent = state.vendor { state.vendor = .unknown }
      }
    default: break
    }
  }

  private func shownWords(_ invocation: Invocation) -> String {
    let text = invocation.words.map { $0.value.display }.joined(separator: " ")
    return String(text.prefix(80))
  }
}
