package import MacroExpansion

extension BuildModel {
  /// What a scriptlet does that runs where the package is installed: `%post`, `%preun`, `%triggerin` …
  ///
  /// It begins in `/`, with the home of whoever installs, which is not known here.
  ///
  /// - Parameter argument: `$1`, how many of the package there will be; nil for whatever it may be.
  package init(scriptlet section: Section, of spec: ExpandedSpec, argument: Int? = nil) {
    let target = GoTarget(of: spec)
    var interpreter = Interpreter(spec: spec, target: target)
    interpreter.state = interpreter.initialState
    for name in target.exported.keys { interpreter.state.variables[name] = nil }
    interpreter.state.directory = Value("/")
    interpreter.state.positional = argument.map { [Value("\($0)")] }
    interpreter.state.variables["HOME"] = Variable(value: .unknown(.caller("HOME")), isExported: true)
    interpreter.walk(section)
    self = interpreter.model
  }
}
