/// The file of settings that `go env -w` writes and every go command reads, as scriptlets wrote it.
///
/// It is not a shell script: a line counts that begins with A–Z and holds `=`, and everything behind that is the value, quotes, `$` and
/// comments too (`readEnvFile` in cmd/go/internal/cfg, `initEnvCache` there).
enum GoSettingsFile {
  /// - Parameter text: What is in the file; a line that begins with something unknown is passed over.
  static func settings(in text: Value) -> [String: Value] {
    var settings: [String: Value] = [:]
    for line in lines(of: text) {
      guard case .known(let start)? = line.parts.first, let first = start.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first),
        let equals = start.firstIndex(of: UInt8(ascii: "="))
      else { continue }
      let name = String(decoding: start[..<equals], as: UTF8.self)
      // HOME and XDG_CACHE_HOME are the process's own: os.UserHomeDir and os.UserCacheDir never look here.
      guard name.hasPrefix("GO") || name.hasPrefix("CGO_") else { continue }
      settings[name] = line.dropping(equals + 1)
    }
    return settings
  }

  private static func lines(of text: Value) -> [Value] {
    var lines: [[Value.Part]] = [[]]
    for part in text.parts {
      guard case .known(let bytes) = part else {
        lines[lines.count - 1].append(part)
        continue
      }
      for (index, piece) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lines.append([]) }
        if !piece.isEmpty { lines[lines.count - 1].append(.known(Array(piece))) }
      }
    }
    return lines.map { Value(parts: $0) }
  }
}

extension Interpreter {
  /// Where go finds its settings at this moment.
  var goEnvironment: GoEnvironment {
    var user = state.goEnvironment
    if let path = goSettingsPath, let text = files[path] {
      user.merge(GoSettingsFile.settings(in: text)) { written, _ in written }
    }
    return GoEnvironment(state: state, target: target, user: readsUserSettings ? user : [:])
  }

  /// `GOENV=off` keeps go from its file (`go help environment`).
  private var readsUserSettings: Bool { exported("GOENV")?.exact.map { !$0.elementsEqual("off".utf8) } ?? true }

  /// GOENV, else `go/env` in the user's configuration folder (os.UserConfigDir).
  private var goSettingsPath: [UInt8]? {
    if let named = exported("GOENV") { return named.exact.map { FolderPath.cleaned($0) } }
    let folder = exported("XDG_CONFIG_HOME") ?? exported("HOME").map { $0 + Value("/.config") }
    return folder.map { $0 + Value("/go/env") }?.exact.map { FolderPath.cleaned($0) }
  }

  private func exported(_ name: String) -> Value? {
    guard let variable = state.variables[name], variable.isExported, !variable.mayBeUnset, let value = variable.value, !value.isEmpty else {
      return nil
    }
    return value
  }
}
