import GoBuild

extension GoVariable {
  /// Names that people write and Go never read.
  private static let mistaken = [
    "GONOSUMCHECK": "GONOSUMDB", "GO_MODCACHE": "GOMODCACHE", "GO_MOD_CACHE": "GOMODCACHE", "GO_CACHE": "GOCACHE", "GO_PROXY": "GOPROXY",
    "GO_SUMDB": "GOSUMDB", "GO_NOSUMDB": "GONOSUMDB", "GO_PRIVATE": "GOPRIVATE", "GO_TOOLCHAIN": "GOTOOLCHAIN", "GO_MAXPROCS": "GOMAXPROCS",
    "GO_111MODULE": "GO111MODULE", "GO11MODULE": "GO111MODULE", "GOMODULE111": "GO111MODULE",
  ]

  /// The variable that a name most likely was meant to be; nil for Go's own and for names of somebody else's.
  static func meant(by name: String) -> String? {
    guard !all.contains(name) else { return nil }
    if let variable = mistaken[name] { return variable }
    guard name.hasPrefix("GO"), !name.contains("_"), name.count >= 7, !isInput(name) else { return nil }
    return all.sorted().first { $0.count >= 7 && EditDistance.between(name, $0) == 1 }
  }

  /// What makefiles and macros call their own: GOLDFLAGS, GOTAGS, GOTESTARGS.
  private static func isInput(_ name: String) -> Bool {
    ["FLAGS", "TAGS", "ARGS", "OPTS", "CMD"].contains(where: name.hasSuffix)
  }
}
