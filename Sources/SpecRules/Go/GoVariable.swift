/// The environment variables that the go command reads (`go help environment`, Go 1.27).
enum GoVariable {
  static let all: Set<String> = [
    "GCCGO", "GCCGOTOOLDIR", "GO111MODULE", "GO386", "GOAMD64", "GOARCH", "GOARM", "GOARM64", "GOAUTH", "GOBIN", "GOCACHE", "GOCACHEPROG",
    "GOCOVERDIR",
    "GODEBUG", "GOENV", "GOEXE", "GOEXPERIMENT", "GOFIPS140", "GOFLAGS", "GOGC", "GOGCCFLAGS", "GOHOSTARCH", "GOHOSTOS", "GOINSECURE",
    "GOMAXPROCS", "GOMEMLIMIT", "GOMIPS", "GOMIPS64", "GOMOD", "GOMODCACHE", "GONOPROXY", "GONOSUMDB", "GOOS", "GOPATH", "GOPPC64",
    "GOPRIVATE", "GOPROXY", "GORISCV64", "GOROOT", "GOROOT_FINAL", "GOSUMDB", "GOTELEMETRY", "GOTELEMETRYDIR", "GOTMPDIR",
    "GOTOOLCHAIN", "GOTOOLDIR", "GOTRACEBACK", "GOVCS", "GOVERSION", "GOWASM", "GOWORK", "GO_EXTLINK_ENABLED", "GIT_ALLOW_PROTOCOL",
  ]

  /// What stands behind Go's own: compilers, and where defaults come from.
  private static let behind: Set<String> = [
    "AR", "CC", "CXX", "FC", "HOME", "PKG_CONFIG", "PKG_CONFIG_PATH", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
  ]

  /// Whether a go command reads a variable, itself or through cgo.
  static func reachesGo(_ name: String) -> Bool { all.contains(name) || behind.contains(name) || name.hasPrefix("CGO_") }

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
