internal import MacroExpansion

/// Where go finds a setting: the environment, else the file that `go env -w` writes, else `$GOROOT/go.env`, else its default (cmd/go/internal/cfg,
/// `go help environment`).
struct GoEnvironment {
  struct Setting {
    let value: Value
    let variable: Variable?
    /// It may also not be set.
    let mayBeUnset: Bool
  }

  let state: ShellState
  let target: GoTarget
  /// What go's file of settings holds.
  let user: [String: Value]

  /// nil: surely not set. An empty variable counts as not set, which is how go reads its environment.
  func setting(_ name: String) -> Setting? {
    if let variable = state.variables[name], variable.isExported, let value = variable.value, !value.isEmpty {
      return Setting(value: value, variable: variable, mayBeUnset: variable.mayBeUnset || !value.isSurelyNotEmpty && value.exact == nil)
    }
    return (user[name] ?? target.environment[name].map { Value($0) }).map {
      Setting(value: $0, variable: nil, mayBeUnset: false)
    }
  }

  /// What go takes for a variable and from where; nil where nobody sets it and it has no default that is known.
  func effective(_ name: String) -> GoSetting? {
    if let variable = state.variables[name], variable.isExported, let value = variable.value, !value.isEmpty {
      return GoSetting(value: variable.text, origin: .environment)
    }
    if let value = user[name] { return GoSetting(value: value, origin: .user) }
    if let text = target.environment[name] { return GoSetting(value: Value(text), origin: .target) }
    return target.defaultValue(of: name).map { GoSetting(value: Value($0), origin: .goDefault) }
  }

  /// A setting's value for reading only: nil where unset, unknown where that is not sure.
  func value(_ name: String) -> Value? {
    guard let setting = setting(name) else { return nil }
    return setting.mayBeUnset && setting.value.exact != nil ? .unknown("'\(name)' is set in one branch only") : setting.value
  }

  struct Path {
    let value: Value
    /// The variable it comes from; nil for none.
    let decidedBy: String?
    let variable: Variable?
  }

  /// GOMODCACHE, else the first element of GOPATH and `/pkg/mod` (`go help environment`).
  var moduleCache: Path {
    if let value = value("GOMODCACHE") { return Path(value: value, decidedBy: "GOMODCACHE", variable: state.variables["GOMODCACHE"]) }
    let path = goPath
    guard let first = Self.firstElement(path.value) else {
      return Path(value: .unknown("the first element of GOPATH"), decidedBy: path.decidedBy, variable: path.variable)
    }
    return Path(value: first + Value("/pkg/mod"), decidedBy: path.decidedBy, variable: path.variable)
  }

  /// GOPATH, else `$HOME/go`.
  var goPath: Path {
    if let value = value("GOPATH") { return Path(value: value, decidedBy: "GOPATH", variable: state.variables["GOPATH"]) }
    guard let home = value("HOME") else { return Path(value: Value(""), decidedBy: nil, variable: nil) }
    return Path(value: home + Value("/go"), decidedBy: "HOME", variable: state.variables["HOME"])
  }

  /// GOCACHE, else `$XDG_CACHE_HOME/go-build`, else `$HOME/.cache/go-build` (os.UserCacheDir).
  var buildCache: Path {
    if let value = value("GOCACHE") { return Path(value: value, decidedBy: "GOCACHE", variable: state.variables["GOCACHE"]) }
    if let value = value("XDG_CACHE_HOME") {
      return Path(value: value + Value("/go-build"), decidedBy: "XDG_CACHE_HOME", variable: state.variables["XDG_CACHE_HOME"])
    }
    guard let home = value("HOME") else { return Path(value: Value("off"), decidedBy: nil, variable: nil) }
    return Path(value: home + Value("/.cache/go-build"), decidedBy: "HOME", variable: state.variables["HOME"])
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
    default: return effective(name)?.value ?? .unknown("output of 'go env \(name)'")
    }
  }

  /// rpm's architecture in Go's words (go/build's list of known architectures).
  private static func goArchitecture(_ name: [UInt8]?) -> Value {
    let names = [
      "x86_64": "amd64", "i386": "386", "aarch64": "arm64", "ppc64le": "ppc64le", "s390x": "s390x", "riscv64": "riscv64", "arm": "arm",
      "loongarch64": "loong64",
    ]
    guard let name, let known = names[String(decoding: name, as: UTF8.self)] else { return .unknown(UnknownReason.architecture) }
    return Value(known)
  }
}
