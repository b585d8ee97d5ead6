/// The environment variables that the go command reads (`go help environment`, Go 1.27).
package enum GoVariable {
  package static let all: Set<String> = [
    "GCCGO", "GCCGOTOOLDIR", "GO111MODULE", "GO386", "GOAMD64", "GOARCH", "GOARM", "GOARM64", "GOAUTH", "GOBIN", "GOCACHE", "GOCACHEPROG",
    "GOCOVERDIR", "GODEBUG", "GOENV", "GOEXE", "GOEXPERIMENT", "GOFIPS140", "GOFLAGS", "GOGC", "GOGCCFLAGS", "GOHOSTARCH", "GOHOSTOS",
    "GOINSECURE",
    "GOMAXPROCS", "GOMEMLIMIT", "GOMIPS", "GOMIPS64", "GOMOD", "GOMODCACHE", "GONOPROXY", "GONOSUMDB", "GOOS", "GOPATH", "GOPPC64",
    "GOPRIVATE", "GOPROXY", "GORISCV64", "GOROOT", "GOROOT_FINAL", "GOSUMDB", "GOTELEMETRY", "GOTELEMETRYDIR", "GOTMPDIR",
    "GOTOOLCHAIN", "GOTOOLDIR", "GOTRACEBACK", "GOVCS", "GOVERSION", "GOWASM", "GOWORK", "GO_EXTLINK_ENABLED", "GIT_ALLOW_PROTOCOL",
  ]

  /// What stands behind Go's own: compilers, and where defaults come from.
  private static let behind: Set<String> = [
    "AR", "CC", "CXX", "FC", "HOME", "PKG_CONFIG", "PKG_CONFIG_PATH", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
  ]

  /// Whether a go command reads a variable, itself or through cgo.
  package static func reachesGo(_ name: String) -> Bool { all.contains(name) || behind.contains(name) || name.hasPrefix("CGO_") }
}
