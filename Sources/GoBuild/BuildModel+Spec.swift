package import MacroExpansion

extension BuildModel {
  /// What the build scriptlets of a spec do, with the go of the target it was read for.
  ///
  /// - Parameters:
  ///   - home: HOME of whoever builds; nil for the target's.
  ///   - known: of another reading of the spec; what is the same there is not walked again.
  package init(_ spec: ExpandedSpec, home: String? = nil, known: BuildModel? = nil) {
    var interpreter = Interpreter(spec: spec, target: GoTarget(of: spec, home: home))
    interpreter.prologues = known?.prologues ?? []
    self = interpreter.run()
  }
}
