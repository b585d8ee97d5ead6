package import Diagnostics
package import GoBuild
import MacroExpansion
import SpecSyntax

/// What the packager wrote that makes sense only where a build downloads its modules.
///
/// A bare `go build` may use a vendor folder in the sources, which the spec does not show. Most specs that set `GO111MODULE=on` do, so that
/// setting counts only if the spec never mentions a vendor folder.
package struct DownloadEvidence {
  package enum Sign: Hashable {
    /// `GO111MODULE=on`.
    case moduleMode
    /// A GOPROXY with an address.
    case proxy
    /// A module cache chosen by the spec.
    case moduleCache
    /// A GOPATH made for the build that is not the old layout of sources.
    case goPath
    /// A GOTOOLCHAIN that lets go fetch another release.
    case toolchain
    /// `network_required`, by which Photon's builder gives a build its network.
    case network
  }

  package let signs: [Sign]
  /// Where the spec says so, as far as that is a variable's assignment.
  package let notes: [Note]

  /// Two signs leave no doubt.
  package var confidence: Confidence { signs.count > 1 ? .high : .medium }
}

extension GoFacts {
  /// Why a command is taken to download modules although its spec does not show that none are vendored; nil where nothing says so, or
  /// something says otherwise.
  package func downloadEvidence(of command: GoCommand) -> DownloadEvidence? {
    guard mayNeedModules(command), DownloadSource(command) != .local, !showsOtherSourceOfModules else { return nil }
    // Where a part was not read only the builder's own switch counts.
    guard !isPartlyUnread || requiresNetwork else { return nil }
    let signs = signs(of: command)
    guard !signs.isEmpty else { return nil }
    let notes = signs.flatMap { sign -> [Note] in
      switch sign {
      case .moduleMode: context.settingNotes("GO111MODULE", at: command.environment["GO111MODULE"]?.source)
      case .proxy: context.settingNotes("GOPROXY", at: command.environment["GOPROXY"]?.source)
      case .moduleCache: context.settingNotes("GOMODCACHE", at: command.environment["GOMODCACHE"]?.source)
      case .goPath: context.settingNotes("GOPATH", at: command.environment["GOPATH"]?.source)
      case .toolchain: context.settingNotes("GOTOOLCHAIN", at: command.environment["GOTOOLCHAIN"]?.source)
      case .network: networkNotes
      }
    }
    return DownloadEvidence(signs: signs, notes: notes)
  }

  /// Whether a command builds from modules whose origin is not known.
  private func mayNeedModules(_ command: GoCommand) -> Bool {
    switch command.kind {
    case .direct: command.isBuilder && command.moduleMode == .unknown && command.moduleCache.isUsed == nil
    case .indirect: command.moduleMode == .unknown && command.arguments.first.map(isMake) ?? false && requiresGo
    }
  }

  private func isMake(_ word: Argument) -> Bool { word.exactText.map { $0 == "make" || $0.hasSuffix("/make") } ?? false }

  private var requiresGo: Bool {
    context.fedora.buildRequirements.contains { ["go", "golang"].contains($0) || $0.hasPrefix("golang(") || $0.hasPrefix("compiler(go") }
  }

  private func signs(of command: GoCommand) -> [DownloadEvidence.Sign] {
    var signs: [DownloadEvidence.Sign] = []
    if requiresNetwork { signs.append(.network) }
    // Of what make runs too little is known for anything else.
    guard command.kind == .direct else { return signs }
    if written("GO111MODULE", by: command) == "on" { signs.append(.moduleMode) }
    if let proxy = written("GOPROXY", by: command), proxy.contains("://"), !proxy.contains("file:") { signs.append(.proxy) }
    if let cache = written("GOMODCACHE", by: command), cache.hasPrefix("/") || cache.hasPrefix("*") { signs.append(.moduleCache) }
    if let toolchain = written("GOTOOLCHAIN", by: command), toolchain == "auto" || toolchain.hasPrefix("go1.") { signs.append(.toolchain) }
    if written("GOMODCACHE", by: command) == nil, isPathForModules(command) { signs.append(.goPath) }
    return signs
  }

  /// A variable's value where the spec itself gives it.
  private func written(_ name: String, by command: GoCommand) -> String? {
    guard let binding = command.environment[name], binding.source != nil, let range = binding.setAt else { return nil }
    // The value may hold macros of the target's; whose the assignment is its name tells.
    let name = range.lowerBound..<min(range.upperBound, range.lowerBound + name.utf8.count)
    if case .target = context.script.author(of: name, in: command.section) { return nil }
    return binding.value.display
  }

  // MARK: GOPATH

  /// Whether the spec makes a GOPATH of its own without the folders that GOPATH mode needs: `$GOPATH/src/PATH`.
  private func isPathForModules(_ command: GoCommand) -> Bool {
    guard let path = written("GOPATH", by: command), path.hasPrefix("/"), !path.contains(":"), !showsPathMode(path),
      context.caches.isOwnedByBuild(command.moduleCache), command.invocation?.operands.contains(where: \.namesPackage) != true
    else { return false }
    let here = command.directory.display
    return here != path && !here.hasPrefix("\(path)/")
  }

  private func showsPathMode(_ path: String) -> Bool {
    if ["Godeps", "_workspace", "/src", "vendor"].contains(where: path.contains) { return true }
    return model.shellCommands.contains { command in
      command.words.contains { word in
        let text = word.value.display
        return text.hasPrefix("\(path)/src") || text.contains("src/github.com") || text.contains("src/golang.org")
          || FolderPath.absolute(word.value, in: command.directory).map { $0.starts(with: "\(path)/src".utf8) } ?? false
      }
    } || model.commands.contains { $0.directory.display.contains("/src/") }
  }

  // MARK: The spec as a whole

  private var requiresNetwork: Bool {
    spec.definitions.contains { $0.name == "network_required" && !$0.body.elementsEqual("0".utf8) && !$0.body.isEmpty }
  }

  private var networkNotes: [Note] {
    spec.definitions.last { $0.name == "network_required" }.map { [Note("'network_required' is set here", at: spec.place($0.source))] }
      ?? []
  }

  /// Names of archives that bring modules.
  private static let archiveWords = ["vendor", "deps", "godeps", "modules", "go-mod", "gomod", "modcache", "dependencies"]

  /// Whether the modules come from elsewhere: a vendor folder, an archive, packages.
  package var showsOtherSourceOfModules: Bool { context.known.once(\.showsOtherSourceOfModules) { bringsModulesOtherwise } }

  private var bringsModulesOtherwise: Bool {
    let archives = spec.sources.map { String(decoding: $0.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self).lowercased() }
    if archives.contains(where: { name in Self.archiveWords.contains(where: name.contains) }) { return true }
    if context.fedora.buildRequirements.contains(where: { $0.hasPrefix("golang(") || $0.hasPrefix("golang-github-") }) { return true }
    // A builder's network is there for modules: a further archive then is something else.
    if mentionsVendor || unpacksFurtherArchive && !requiresNetwork { return true }
    return model.commands.contains { ["mod vendor", "work vendor"].contains($0.invocation?.subcommand) || $0.flagValue("mod") == "vendor" }
  }

  /// Whether the spec mentions a vendor folder outside %changelog.
  private var mentionsVendor: Bool {
    let history = trees.first?.sections.first { $0.keyword == .changelog }?.range.lowerBound
    guard let bytes = spec.files.first?.bytes else { return false }
    var rest = bytes[..<(history ?? bytes.count)]
    while let found = rest.firstRange(of: "vendor".utf8) {
      let before = bytes[..<found.lowerBound]
      rest = rest[found.upperBound...]
      // fish's and zsh's folders for completions, and rpm's own `%{vendor}` and `%{?_vendor}`.
      let isForShells = ["_completions", "-completions", "_functions", "_conf.d"].contains { rest.starts(with: $0.utf8) }
      let name = before.reversed().drop { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "{") }
      if !isForShells, name.first != UInt8(ascii: "%") { return true }
    }
    return false
  }

  /// Whether a further source is an archive that a scriptlet unpacks, which may hold modules.
  package var unpacksFurtherArchive: Bool {
    let names = spec.sources.map { String(decoding: $0.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self).lowercased() }
    let archives = names.dropFirst().filter { name in [".tar", ".tgz", ".zip", ".txz"].contains { name.contains($0) } }
    return model.shellCommands.contains { command in
      command.words.contains { word in archives.contains { word.value.display.lowercased().hasSuffix($0) } }
    }
  }
}

extension Argument {
  /// `example.org/hello/cmd/x`, as packages are called below GOPATH.
  package var namesPackage: Bool {
    let text = value.display
    return !text.hasPrefix(".") && !text.hasPrefix("/") && text.contains("/") && text.prefix { $0 != "/" }.contains(".")
  }
}
