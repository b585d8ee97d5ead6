import Diagnostics
package import GoBuild

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

/// That a command fetches modules, and how sure that is.
struct ExpectedDownload {
  let command: GoCommand
  let download: GoCommand.Download
  let confidence: Confidence
  /// Where the spec says so, for commands that do not.
  let notes: [Note]
}

extension GoFacts {
  /// Whether a command fetches modules, by itself or by what else the spec says.
  func expectedDownload(of command: GoCommand) -> ExpectedDownload? {
    if let download = command.downloads {
      let isOpen = command.followsUnknownScript && download != .tidy && download != .get
      let isShown = command.showsItsModules(in: context) && !command.isBareModMod
      let confidence: Confidence = download == .modules && !isShown ? .low : isOpen ? .medium : .high
      return ExpectedDownload(command: command, download: download, confidence: confidence, notes: [])
    }
    return downloadEvidence(of: command).map { evidence in
      ExpectedDownload(
        command: command, download: .modules, confidence: command.kind == .indirect ? .medium : evidence.confidence, notes: evidence.notes)
    }
  }

  /// The build's first command that fetches: what comes after it finds the modules there.
  var firstDownload: ExpectedDownload? { model.commands.lazy.compactMap { expectedDownload(of: $0) }.first }

  /// Whether a command reads or writes the module cache, as far as the spec shows.
  package func usesModuleCache(_ command: GoCommand) -> Bool {
    command.moduleCache.isUsed == true || command.kind == .direct && downloadEvidence(of: command) != nil
  }
}

extension GoCommand {
  /// `-mod=mod` where nothing else shows that modules are missing: go fetches only what it does not find.
  fileprivate var isBareModMod: Bool { isBuilder && module == nil && flagValue("mod") == "mod" }
}
