/// What go's variables are for a process, and where each value comes from.
///
/// In go's order: the environment (where it is not empty), the user's file, `$GOROOT/go.env` (since 1.21), what is built in
/// (`go help environment`, cmd/go/internal/cfg). Nothing is run to know it.
package struct GoSettings {
  package enum Origin: Sendable, Equatable {
    case environment
    case file(path: String, line: Int)
    /// Made of another variable's value.
    case derived(from: String)
    case builtIn
  }

  package struct Setting: Sendable {
    package let name: String
    package let value: String
    package let origin: Origin
  }

  private let environment: [String: String]
  package let installation: GoInstallation?
  /// The user's file, where there is one.
  package let userFile: GoEnvironmentFile?
  /// Where go looks for the user's file; empty when it looks for none.
  package let userFilePath: String
  /// `$GOROOT/go.env`, where this release reads it.
  package let rootFile: GoEnvironmentFile?

  /// - Parameter read: The content of a file with an absolute path; nil when there is none.
  package init(environment: [String: String], installation: GoInstallation? = nil, read: (String) -> [UInt8]?) {
    self.environment = environment.filter { !$0.value.isEmpty }
    self.installation = installation
    userFilePath = Self.userFilePath(self.environment)
    let path = userFilePath
    userFile = path.isEmpty || path == "off" ? nil : read(path).map { GoEnvironmentFile(path: path, text: $0) }
    let root = self.environment["GOROOT"] ?? userFile?.entry("GOROOT")?.value ?? installation?.root
    let isRead = (installation?.release ?? 0) >= 21
    rootFile = !isRead ? nil : root.flatMap { root in read("\(root)/go.env").map { GoEnvironmentFile(path: "\(root)/go.env", text: $0) } }
  }

  /// GOENV, else `go/env` in os.UserConfigDir.
  private static func userFilePath(_ environment: [String: String]) -> String {
    if let path = environment["GOENV"] { return path }
    if let folder = environment["XDG_CONFIG_HOME"] { return folder.hasPrefix("/") ? cleaned("\(folder)/go/env") : "" }
    return environment["HOME"].map { cleaned("\($0)/.config/go/env") } ?? ""
  }

  package func value(of name: String) -> String? { setting(name).map(\.value) }

  /// nil for a variable that is not set and has no default.
  package func setting(_ name: String) -> Setting? {
    if name == "GOENV" { return userFileSetting }
    guard let explicit = explicit(name) else { return Self.derivations[name].flatMap { $0(self) } ?? builtIn(name) }
    // go takes no relative cache (cmd/go/internal/cache, DefaultDir).
    if name == "GOCACHE", !explicit.value.hasPrefix("/") { return Setting(name: name, value: "off", origin: explicit.origin) }
    return explicit
  }

  private var userFileSetting: Setting {
    let origin: Origin =
      environment["GOENV"] != nil
      ? .environment : .derived(from: environment["XDG_CONFIG_HOME"] != nil ? "XDG_CONFIG_HOME" : "HOME")
    return Setting(name: "GOENV", value: userFilePath == "off" ? "" : userFilePath, origin: origin)
  }

  private func explicit(_ name: String) -> Setting? {
    if let value = environment[name] { return Setting(name: name, value: value, origin: .environment) }
    for case let file? in [userFile, rootFile] {
      guard let entry = file.entry(name) else { continue }
      // An empty line of the user's hides the other file's.
      if entry.value.isEmpty { return file.path == userFile?.path ? builtIn(name) : nil }
      return Setting(name: name, value: entry.value, origin: .file(path: file.path, line: entry.line))
    }
    return nil
  }

  private static let derivations: [String: @Sendable (Self) -> Setting?] = [
    "GOPATH": { settings in
      // os.UserHomeDir; go/build's defaultGOPATH leaves GOROOT out.
      let path = settings.environment["HOME"].map { cleaned("\($0)/go") } ?? ""
      return Setting(name: "GOPATH", value: path == settings.installation?.root ? "" : path, origin: .derived(from: "HOME"))
    },
    "GOMODCACHE": { settings in
      Setting(name: "GOMODCACHE", value: settings.path(belowFirstOfGOPATH: "pkg/mod"), origin: .derived(from: "GOPATH"))
    },
    "GOBIN": { settings in
      // Since 1.27 `go env` tells where `go install` puts programs; before, only what was set.
      guard (settings.installation?.release ?? 0) >= 27 else { return nil }
      return Setting(name: "GOBIN", value: settings.path(belowFirstOfGOPATH: "bin"), origin: .derived(from: "GOPATH"))
    },
    "GOCACHE": { settings in
      let cache = settings.environment["XDG_CACHE_HOME"]
      let folder = cache.map { $0.hasPrefix("/") ? $0 : "" } ?? settings.environment["HOME"].map { "\($0)/.cache" } ?? ""
      return Setting(
        name: "GOCACHE", value: folder.isEmpty ? "off" : cleaned("\(folder)/go-build"),
        origin: .derived(from: cache == nil ? "HOME" : "XDG_CACHE_HOME"))
    },
    "GONOPROXY": { Setting(name: "GONOPROXY", value: $0.value(of: "GOPRIVATE") ?? "", origin: .derived(from: "GOPRIVATE")) },
    "GONOSUMDB": { Setting(name: "GONOSUMDB", value: $0.value(of: "GOPRIVATE") ?? "", origin: .derived(from: "GOPRIVATE")) },
    "GOROOT": { Setting(name: "GOROOT", value: $0.installation?.root ?? "", origin: .derived(from: "PATH")) },
  ]

  private func path(belowFirstOfGOPATH name: String) -> String {
    let first = value(of: "GOPATH")?.split(separator: ":", omittingEmptySubsequences: false).first ?? ""
    return first.isEmpty ? "" : Self.cleaned("\(first)/\(name)")
  }

  private func builtIn(_ name: String) -> Setting? {
    guard let installation else { return nil }
    // Since 1.21 these two come with $GOROOT/go.env.
    let isOld = (installation.release ?? 21) < 21
    let value =
      switch name {
      case "GOPROXY" where isOld: "https://proxy.golang.org,direct"
      case "GOSUMDB" where isOld: "sum.golang.org"
      case "GOVERSION": installation.version.map { "go\($0)" } ?? ""
      default: ""
      }
    return Setting(name: name, value: value, origin: .builtIn)
  }

  /// filepath.Clean, as far as joining a folder and a name needs it.
  static func cleaned(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else if part != ".." { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
