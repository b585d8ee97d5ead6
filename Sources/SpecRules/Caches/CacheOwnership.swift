package import Diagnostics
package import GoBuild
import MacroExpansion
package import SpecSyntax

/// The first command that uses a cache, standing for all that use the same one for the same reason.
package struct CacheCause {
  package let command: GoCommand
  package let cache: CachePath
  package let confidence: Confidence
  /// The sections in which it is used.
  package fileprivate(set) var sections: Set<SectionKeyword>
  /// Whether other processes of the build run beside the command or after it in its own words: a loop, `&`, `xargs`.
  package var isOneOfSeveralProcesses: Bool { command.isRepeated || command.isBackground }
  /// Whether the command stands in a loop and gets another cache each time.
  package fileprivate(set) var changesInLoop = false
}

extension CacheFacts {
  /// The distinct caches that commands use, each with its first command: one cause, one finding.
  ///
  /// What only may use a cache (`make`, or a go command of a build that may be vendored) counts with low confidence, and only
  /// where nothing surely uses it.
  package func causes(_ kind: CacheKind) -> [CacheCause] {
    var causes: [CacheCause] = []
    for command in model.commands {
      let path = kind.cache(of: command)
      guard path.isUsed != false else { continue }
      let isSure = path.isUsed == true && command.kind == .direct && kind.isShown(by: command, in: context)
      let evidence = kind == .module && command.kind == .direct ? context.go.downloadEvidence(of: command) : nil
      // Outside of GOPATH mode, which ended with Go 1.22, `go get` keeps what it fetches in the module cache or fails.
      let isGet = kind == .module && command.downloads == .get && path.isUsed == true && !path.isInBuildRoot
      let confidence: Confidence =
        isSure ? (kind == .module && command.followsUnknownScript ? .medium : .high) : evidence?.confidence ?? (isGet ? .medium : .low)
      let cause = CacheCause(
        command: command, cache: path, confidence: confidence, sections: [command.section],
        changesInLoop: command.isRepeated && path.holdsLoopWord)
      // A loop whose words are known is walked once for each: the same command with another cache.
      if let turn = causes.firstIndex(where: { command.isRepeated && $0.command.isSameText(as: command) && $0.cache.path != path.path }) {
        causes[turn].changesInLoop = true
        continue
      }
      let known = causes.firstIndex { $0.cache.path == path.path && $0.cache.decidedBy == path.decidedBy }
      guard let known else {
        causes.append(cause)
        continue
      }
      let sections = causes[known].sections.union(cause.sections)
      if causes[known].confidence < confidence { causes[known] = cause }
      causes[known].sections = sections
    }
    return causes
  }

  /// Whether a cache dies with the build: its path changes with version or release, or lies in the build's own folder.
  ///
  /// The build root has a rule of its own; a path in which an undefined macro still stands is none.
  package func isOwnedByBuild(_ cache: CachePath) -> Bool {
    guard !cache.isInBuildRoot, !cache.path.display.contains("%{"), !cache.yieldsToCaller else { return false }
    return cache.keyedBy.contains(.version) || cache.keyedBy.contains(.release) || liesInBuildFolder(cache)
  }

  /// Below `%{_builddir}/%{buildsubdir}`, which every rpm removes; from rpm 4.20 on anywhere below `%{_builddir}`.
  package func liesInBuildFolder(_ cache: CachePath) -> Bool {
    guard let builddir = spec.macros["_builddir"], !builddir.isEmpty else { return false }
    let isOwnFolder = hasFolderPerBuild ? spec.macros["builddir"] == builddir : mayHaveFolderPerBuild
    return isOwnFolder && cache.path.starts(withFolder: builddir) || liesBelowSources(cache)
  }

  /// Whether a cache dies with the build where rpm gives each one a folder, and not where all packages share one: for a target that is not
  /// known either may hold.
  package func isOwnedByNewerBuild(_ cache: CachePath) -> Bool {
    !hasFolderPerBuild && isOwnedByBuild(cache) && !cache.keyedBy.contains(.version) && !cache.keyedBy.contains(.release)
      && !liesBelowSources(cache)
  }

  /// Whether a cache dies with the build on every rpm that the spec may be built with.
  package func isOwnedByAnyBuild(_ cache: CachePath) -> Bool { isOwnedByBuild(cache) && !isOwnedByNewerBuild(cache) }

  /// Below `%{_builddir}/%{buildsubdir}`, where `%setup` unpacks the sources.
  package func liesBelowSources(_ cache: CachePath) -> Bool {
    guard let builddir = spec.macros["_builddir"], let subdir = spec.macros["buildsubdir"], !builddir.isEmpty, !subdir.isEmpty else {
      return false
    }
    return cache.path.starts(withFolder: builddir + [UInt8(ascii: "/")] + subdir)
  }

  /// "which changes with version and release", for messages.
  package func ownership(of cache: CachePath) -> String {
    if cache.isOwnedByProcess { return "which is a new folder in every build" }
    let keys = [Key.version, .release].filter(cache.keyedBy.contains).map(\.rawValue)
    if isOwnedByNewerBuild(cache) { return "which is in the build's own folder from rpm 4.20 on" }
    return keys.isEmpty ? "which is the build's own folder" : "which changes with \(keys.joined(separator: " and "))"
  }
}

extension CacheKind {
  /// Whether the spec shows that a command uses the cache.
  fileprivate func isShown(by command: GoCommand, in context: RuleContext) -> Bool {
    switch self {
    // Without a go.mod, which a spec does not show, `go get` is of the days before modules.
    case .module: command.invocation?.subcommand != "get" && command.showsItsModules(in: context)
    case .build: true
    }
  }
}

extension GoCommand {
  /// Whether both are the same words of the spec, met twice.
  fileprivate func isSameText(as other: GoCommand) -> Bool { section == other.section && range == other.range }
}

extension CachePath {
  package var isInBuildRoot: Bool { keyedBy.contains(.buildroot) }
  /// `$$`, `mktemp`, `$RANDOM`: another path in each process.
  package var isOwnedByProcess: Bool { keyedBy.contains(.process) || keyedBy.contains(.random) }
  /// A loop's variable whose words are not known.
  fileprivate var holdsLoopWord: Bool {
    path.reasons.contains { $0 == .loopWord || $0 == .fileNames }
  }
}

extension RuleSettings {
  /// The severity of a finding about private caches for whoever builds; nil where such a cache costs nothing.
  package func cacheSeverity(_ severity: Severity) -> Severity? {
    switch builder {
    case .official: nil
    case .copr: min(severity, .info)
    case .local, .any: severity
    }
  }

  /// What a private cache costs whoever builds; begins where a message leaves off.
  ///
  /// - Parameter again: what every build does that need not: "downloads them again".
  package func privateCacheCost(_ again: String) -> String {
    switch builder {
    case .copr: "so a cache that the builder shares goes unused"
    case .official, .local, .any: "and every build \(again)"
    }
  }
}

extension Value {
  /// Whether the text surely begins with a folder's path, ended by `/` or by the text's end.
  package func starts(withFolder folder: [UInt8]) -> Bool {
    guard case .known(let bytes) = parts.first, bytes.starts(with: folder) else { return false }
    return bytes.count == folder.count ? parts.count == 1 : bytes[folder.count] == UInt8(ascii: "/")
  }
}
