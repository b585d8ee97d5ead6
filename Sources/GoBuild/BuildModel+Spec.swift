package import MacroExpansion

extension BuildModel {
  /// What the build scriptlets of a spec do.
  package init(_ spec: ExpandedSpec) {
    self.init()
  }
}
