package import MacroExpansion

extension BuildModel {
  /// What the build scriptlets of a spec do, with the go of the target it was read for.
  ///
  /// - Parameter home: HOME of whoever builds; nil for the target's.
  package init(_ spec: ExpandedSpec, home: String? = nil) {
    var interpreter = Interpreter(spec: spec, target: GoTarget(of: spec, home: home))
    self = interpreter.run()
  }
}
