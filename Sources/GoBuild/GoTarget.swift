internal import MacroExpansion
internal import MacroTargets

/// What a target brings to a build besides its macros: its go, and the home it builds in.
///
/// Of the host only its macros are known: which go it has, and what its `go.env` says, is not looked up.
struct GoTarget: Sendable, Equatable {
  /// Minor release of Go 1; nil when unknown.
  let release: Int?
  /// `$GOROOT/go.env`, which counts where neither the environment nor `go env -w` sets a variable (Go 1.21 and later).
  let environment: [String: String]
  /// What the distribution's builder exports to scriptlets.
  let exported: [String: String]
  /// HOME of whoever builds.
  let home: String

  /// - Parameters:
  ///   - spec: read for the target.
  ///   - home: nil for the target's; mock's is `/builddir`.
  init(of spec: ExpandedSpec, home: String? = nil) {
    let target = MacroTarget.serving(spec.target, macros: spec.macros)
    release = target?.goRelease
    environment = target?.goEnvironment ?? [:]
    exported = target?.environment ?? [:]
    self.home = home ?? target?.home ?? "/builddir"
  }

  /// What go takes for a variable that nobody sets (`go help environment`, cmd/go/internal/cfg); nil where that is nothing or unknown.
  ///
  /// A distribution may change all of them in its `go.env`, so nothing is claimed where the distribution is not known.
  func defaultValue(of name: String) -> String? {
    guard let release else { return nil }
    switch name {
    case "GOPROXY": return "https://proxy.golang.org,direct"
    case "GOSUMDB": return "sum.golang.org"
    case "GOTOOLCHAIN": return release >= 21 ? "auto" : nil
    default: return nil
    }
  }
}
