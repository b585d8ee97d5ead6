import Glibc

/// What the go of this machine uses by default, and what is wrong with that.
package struct MachineSettings {
  package let settings: GoSettings
  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
    settings = GoSettings(
      environment: environment, installation: GoInstallation(path: environment["PATH"] ?? ""), read: Self.contents)
  }

  /// With the environment that this process was started with.
  package static func current() -> Self {
    Self(environment: GoProcesses.environment(OpenFile(Array("/proc/self/environ".utf8), flags: 0)?.bytes(limit: 1 << 20) ?? []))
  }

  package static func contents(of path: String) -> [UInt8]? {
    guard let file = OpenFile(Array(path.utf8), flags: 0), file.status?.kind == .file else { return nil }
    return file.bytes(limit: 1 << 20)
  }

  /// What decides where caches lie and what a build may fetch.
  package static let names = [
    "GOVERSION", "GOROOT", "GOENV", "GOPATH", "GOMODCACHE", "GOCACHE", "GOBIN", "GOTMPDIR", "GOFLAGS", "GO111MODULE", "GOPROXY",
    "GONOPROXY", "GOSUMDB", "GONOSUMDB", "GOPRIVATE", "GOINSECURE", "GOVCS", "GOTOOLCHAIN",
  ]
  /// From which go, rpm and mock make defaults.
  package static let bases = ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR", "GOMAXPROCS"]

  package var variables: [GoSettings.Setting] {
    Self.names.compactMap { name in
      if name == "GOTOOLCHAIN", (settings.installation?.release ?? 21) < 21 { return nil }
      return settings.setting(name)
    }
  }

  package func base(_ name: String) -> String? { environment[name] }

  package var problems: [SettingsProblem] {
    (settings.userFile?.problems ?? []) + (settings.rootFile?.problems ?? []) + unreadProblems + valueProblems
  }

  /// Files that look as if go read them.
  private var unreadProblems: [SettingsProblem] {
    var problems: [SettingsProblem] = []
    let read = settings.userFilePath
    let why = read.isEmpty ? "it looks for no such file" : read == "off" ? "GOENV is off" : "its file is '\(read)'"
    var candidates = ["/etc/xdg/go/env", "/etc/go/env", "/etc/go.env"]
    if let home = environment["HOME"], !home.isEmpty { candidates += ["\(home)/.config/go/env", "\(home)/.goenv", "\(home)/go/env"] }
    for path in candidates where path != read && Self.contents(of: path) != nil {
      problems.append(SettingsProblem(file: path, message: "go does not read this file: \(why)"))
    }
    if let installation = settings.installation, let release = installation.release, release < 21,
      Self.contents(of: "\(installation.root)/go.env") != nil
    {
      problems.append(
        SettingsProblem(file: "\(installation.root)/go.env", message: "Go 1.\(release) does not read this file; Go 1.21 was the first"))
    }
    if !read.isEmpty, read != "off", settings.userFile == nil, unsafe access(read, F_OK) == 0 {
      problems.append(SettingsProblem(file: read, message: "the file cannot be read, and go ignores it without a word"))
    }
    return problems
  }

  private var valueProblems: [SettingsProblem] {
    var problems: [SettingsProblem] = []
    if settings.installation == nil { problems.append(SettingsProblem(file: nil, message: "there is no 'go' in PATH")) }
    if (environment["HOME"] ?? "").isEmpty, settings.value(of: "GOCACHE") == "off" {
      problems.append(SettingsProblem(file: nil, message: "neither HOME nor GOCACHE is set, and no go command can build"))
    }
    for name in ["GOMODCACHE", "GOCACHE", "GOPATH"] {
      guard let setting = explicit(name) else { continue }
      for path in setting.value.split(separator: ":") where !path.hasPrefix("/") {
        problems.append(problem(setting, "'\(name)' is '\(setting.value)', which is not an absolute path; go refuses it"))
        break
      }
    }
    for name in ["GOMODCACHE", "GOCACHE"] {
      guard let setting = settings.setting(name), setting.value.hasPrefix("/"), unsafe access(setting.value, F_OK) == 0,
        unsafe access(setting.value, W_OK) != 0
      else { continue }
      problems.append(problem(setting, "'\(setting.value)', which is '\(name)', cannot be written by this user"))
    }
    if let setting = explicit("GOFLAGS"), let word = setting.value.split(separator: " ").first(where: { !Self.isFlag($0) }) {
      problems.append(problem(setting, "go refuses 'GOFLAGS' because of '\(word)', which does not begin with '-'"))
    }
    if let path = settings.value(of: "GOPATH")?.split(separator: ":").first, unsafe access("\(path)/go.mod", F_OK) == 0 {
      problems.append(SettingsProblem(file: "\(path)/go.mod", message: "GOPATH is itself a module; Go up to 1.21 refuses to work"))
    }
    return problems
  }

  /// Also of the values that go itself reports otherwise.
  private func explicit(_ name: String) -> GoSettings.Setting? {
    if let value = environment[name], !value.isEmpty { return GoSettings.Setting(name: name, value: value, origin: .environment) }
    for case let file? in [settings.userFile, settings.rootFile] {
      if let entry = file.entry(name), !entry.value.isEmpty {
        return GoSettings.Setting(name: name, value: entry.value, origin: .file(path: file.path, line: entry.line))
      }
    }
    return nil
  }

  /// A word may be quoted as a whole since 1.20 or 1.21.
  private static func isFlag(_ word: Substring) -> Bool { word.hasPrefix("-") || word.hasPrefix("'-") || word.hasPrefix("\"-") }

  private func problem(_ setting: GoSettings.Setting, _ message: String) -> SettingsProblem {
    guard case .file(let path, let line) = setting.origin else { return SettingsProblem(file: nil, message: message) }
    return SettingsProblem(file: path, line: line, message: message)
  }
}

extension MachineSettings {
  /// The names in a folder; none where there is none.
  package static func names(in folder: String) -> [String] {
    var names: [String] = []
    Folder(Array(folder.utf8), followsLink: true)?.forEach { names.append($0.text) }
    return names
  }
}
