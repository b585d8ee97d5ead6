internal import MacroExpansion

/// Where go finds a setting: the environment, else the file that `go env -w` writes, else `$GOROOT/go.env`, else its default (cmd/go/internal/cfg,
/// `go help environment`).
struct GoEnvironment {
  let state: ShellState
  let target: GoTarget
  /// What go's file of settings holds.
  let user: [String: Value]

  /// What go takes for a variable and from where; nil where nobody sets it and it has no default that is known.
  func effective(_ name: String) -> GoSetting? {
    let below = settingBelow(name)
    guard let text = exported(name) else { return below }
    return GoSetting(value: text.whereEmpty { below?.value }, origin: .environment)
  }

  /// What counts where the environment does not say.
  private func settingBelow(_ name: String) -> GoSetting? {
    let target = target.environment[name].map { GoSetting(value: Value($0), origin: .target) }
    let standard = target ?? self.target.defaultValue(of: name).map { GoSetting(value: Value($0), origin: .goDefault) }
    guard let written = user[name], !written.isEmpty else { return standard }
    return GoSetting(value: written.whereEmpty { standard?.value }, origin: .user)
  }

  /// A variable as the process has it; nil where it is known to be unset. An empty variable counts as not set, which is how go reads its
  /// environment.
  private func exported(_ name: String) -> Value? {
    guard let variable = state.variables[name], variable.isExported, !variable.text.isEmpty else { return nil }
    return variable.text
  }

  /// What go takes for a variable, as far as it is set: by the environment, by go's file, by the target; empty under the conditions
  /// under which it is not set. nil where it is known not to be.
  func value(_ name: String) -> Value? {
    let below = [user[name], target.environment[name].map { Value($0) }].compactMap(\.self).filter { !$0.isEmpty }
    let rest = below.dropFirst().reduce(below.first) { first, next in first?.whereEmpty { next } }
    return exported(name).map { text in text.whereEmpty { rest } } ?? rest
  }

  struct Path {
    let value: Value
    /// The variable it comes from; nil for none.
    let decidedBy: String?
    let variable: Variable?
  }

  /// GOMODCACHE, else the first element of GOPATH and `/pkg/mod` (`go help environment`).
  var moduleCache: Path {
    path("GOMODCACHE") {
      let path = goPath
      let first = path.value.map { Self.firstElement($0).map { $0 + Value("/pkg/mod") } ?? .unknown(.notFollowed) }
      return Path(value: first, decidedBy: path.decidedBy, variable: path.variable)
    }
  }

  /// GOPATH, else `$HOME/go`.
  var goPath: Path { path("GOPATH") { path(below: "HOME", "/go", withoutHome: "") } }

  /// GOCACHE, else `$XDG_CACHE_HOME/go-build`, else `$HOME/.cache/go-build` (os.UserCacheDir).
  var buildCache: Path {
    path("GOCACHE") {
      let home = path(below: "HOME", "/.cache/go-build", withoutHome: "off")
      guard let folder = exported("XDG_CACHE_HOME") else { return home }
      let cache = folder.map { $0.isEmpty ? home.value : $0 + Value("/go-build") }
      return Path(value: cache, decidedBy: "XDG_CACHE_HOME", variable: state.variables["XDG_CACHE_HOME"])
    }
  }

  /// A path that one variable gives, or something else where it is not set.
  private func path(_ name: String, else rest: () -> Path) -> Path {
    guard let value = value(name) else { return rest() }
    return Path(value: value.whereEmpty { rest().value }, decidedBy: name, variable: state.variables[name])
  }

  private func path(below name: String, _ tail: String, withoutHome: String) -> Path {
    guard let home = exported(name) else { return Path(value: Value(withoutHome), decidedBy: nil, variable: nil) }
    return Path(
      value: home.map { $0.isEmpty ? Value(withoutHome) : $0 + Value(tail) }, decidedBy: name, variable: state.variables[name])
  }

  /// Up to the first colon; nil where an unknown part comes before any colon, so that it may hold one.
  static func firstElement(_ path: Value) -> Value? {
    var parts: [Value.Part] = []
    for part in path.parts {
      switch part {
      case .known(let bytes):
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
          parts.append(part)
          continue
        }
        return Value(parts: parts + [.known(Array(bytes[..<colon]))])
      case .unknown: parts.append(part)
      }
    }
    return Value(parts: parts)
  }

  /// What `go env NAME` prints.
  func answer(_ name: String, architecture: [UInt8]?) -> Value {
    switch name {
    case "GOPATH": return goPath.value
    case "GOMODCACHE": return moduleCache.value
    case "GOCACHE": return buildCache.value
    case "GOOS": return value("GOOS") ?? Value("linux")
    case "GOHOSTOS": return Value("linux")
    case "GOARCH": return value("GOARCH") ?? Self.goArchitecture(architecture)
    case "GOHOSTARCH": return Self.goArchitecture(architecture)
    case "GOFLAGS", "GOBIN", "GOPRIVATE", "GONOSUMDB", "GONOPROXY", "GOINSECURE": return value(name) ?? Value("")
    default: return effective(name)?.value ?? .unknown(.output(of: "go"))
    }
  }

  /// rpm's architecture in Go's words (go/build's list of known architectures).
  private static func goArchitecture(_ name: [UInt8]?) -> Value {
    let names = [
      "x86_64": "amd64", "i386": "386", "aarch64": "arm64", "ppc64le": "ppc64le", "s390x": "s390x", "riscv64": "riscv64", "arm": "arm",
      "loongarch64": "loong64",
    ]
    guard let name, let known = names[String(decoding: name, as: UTF8.self)] else { return .unknown(.architecture) }
    return Value(known)
  }
}

extension Value {
  /// With something else for the alternative that is the empty text.
  fileprivate func whereEmpty(_ other: () -> Value?) -> Value {
    guard alternatives.contains(where: { $0.value.isEmpty }), let other = other() else { return self }
    return map { $0.isEmpty ? other : $0 }
  }
}
