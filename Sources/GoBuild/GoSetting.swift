/// What go takes for one of its variables, and from where.
package struct GoSetting: Sendable, Hashable {
  /// In go's own order: what comes first counts (`go help environment`, cmd/go/internal/cfg).
  package enum Origin: String, Sendable, CaseIterable {
    case environment
    /// Written by `go env -w`.
    case user
    /// The target's `$GOROOT/go.env`.
    case target
    /// Go's own default.
    case goDefault = "default"
  }

  package let value: Value
  package let origin: Origin

  package init(value: Value, origin: Origin) {
    self.value = value
    self.origin = origin
  }

  /// The variables that are looked up for every command: they decide from where modules and toolchains come.
  static let names = ["GO111MODULE", "GOFLAGS", "GONOSUMDB", "GOPRIVATE", "GOPROXY", "GOSUMDB", "GOTOOLCHAIN"]
}
