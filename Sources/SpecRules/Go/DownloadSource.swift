import GoBuild

/// Where a go command would fetch modules from.
enum DownloadSource {
  case network
  /// `GOPROXY=off`, or only `file:` proxies: nothing leaves the machine.
  case local
  case unknown

  init(_ command: GoCommand) {
    guard let value = command.settings["GOPROXY"]?.value else {
      self = .network
      return
    }
    self = value.answer(Self.source) ?? .unknown
  }

  private static func source(of proxy: Value) -> DownloadSource? {
    guard let bytes = proxy.exact else { return nil }
    let proxies = String(decoding: bytes, as: UTF8.self).split { $0 == "," || $0 == "|" }
    return !proxies.isEmpty && proxies.allSatisfy { $0 == "off" || $0.hasPrefix("file:") } ? .local : .network
  }
}

extension GoCommand {
  /// How surely the command may fetch modules; nil where it fetches none.
  var downloads: Download? {
    guard kind == .direct, let invocation, let subcommand = invocation.subcommand, DownloadSource(self) == .network else { return nil }
    let names = invocation.operands.compactMap(\.exactText)
    switch subcommand {
    case "get": return .get
    case "mod tidy": return .tidy
    case "mod download", "mod vendor": return .modules
    case "install", "run":
      if let operand = names.first(where: { $0.contains("@") }) { return .tool(operand) }
    default: break
    }
    return moduleCache.isUsed == true && moduleMode == .modules ? .modules : nil
  }

  enum Download: Equatable {
    case get, tidy, modules
    /// `go install example.com/tool@v1.2.3`
    case tool(String)
  }
}

extension GoFacts {
  /// The build's first command that fetches: what comes after it finds the modules there.
  var firstDownload: (command: GoCommand, download: GoCommand.Download)? {
    for command in model.commands {
      if let download = command.downloads { return (command, download) }
    }
    return nil
  }
}
