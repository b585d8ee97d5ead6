package import MacroExpansion

extension BuildModel {
  /// What the build scriptlets of a spec do.
  ///
  /// - Parameter home: HOME of whoever builds; mock's is `/builddir`.
  package init(_ spec: ExpandedSpec, home: String = "/builddir") {
    var interpreter = Interpreter(spec: spec, home: home)
    self = interpreter.run()
  }
}
