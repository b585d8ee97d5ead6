package import Diagnostics
package import GoBuild

/// What is wrong with the place of a cache, the most specific fault first.
///
/// One cause, one finding: of several faults of the same cache the first speaks and names the others, because what cures it
/// mostly cures them.
package enum CacheFault: CaseIterable, Sendable {
  case moduleRoot, sourceTree, readOnly, buildRoot, perProcess, perBuild

  /// The rule that speaks of it.
  package func rule(of kind: CacheKind) -> String {
    switch self {
    case .moduleRoot: GopathIsModuleRoot.id
    case .sourceTree: ModuleCacheInSourceTree.id
    case .readOnly: ReadOnlyModuleCache.id
    case .buildRoot: CacheInBuildroot.id
    case .perProcess: PrivateCachePerProcess.id
    case .perBuild: kind == .module ? ModuleCachePerBuild.id : BuildCachePerBuild.id
    }
  }
}

extension CacheFacts {
  /// The faults of a cache; where nothing is kept between builds only what gets into the package counts.
  package func faults(of cause: CacheCause, _ kind: CacheKind) -> [CacheFault] {
    let faults: [CacheFault] = settings.builder == .official ? [.buildRoot] : CacheFault.allCases
    return faults.filter { has($0, cause, kind) }
  }

  private func has(_ fault: CacheFault, _ cause: CacheCause, _ kind: CacheKind) -> Bool {
    switch fault {
    case .moduleRoot: kind == .module && moduleRootFault(of: cause.command).map { $0 > .low } ?? false
    case .sourceTree: kind == .module && liesInSourceTree(cause)
    case .readOnly: kind == .module && (resistsCleanup(cause) || !failingRemovals(of: cause).isEmpty)
    case .buildRoot: cause.cache.isInBuildRoot
    case .perProcess: cause.changesInLoop || cause.cache.isOwnedByProcess && cause.isOneOfSeveralProcesses
    case .perBuild:
      // Modules that come with the sources lie in this cache only.
      !(kind == .module && DownloadSource(cause.command) == .local)
        && (isOwnedByBuild(cause.cache) || cause.cache.isOwnedByProcess && !cause.cache.isInBuildRoot)
    }
  }

  /// The chain of a finding on a cache: who set the variable that decides, how go comes from it to the path, and what else is wrong.
  package func chainNotes(of cause: CacheCause, _ kind: CacheKind, besides fault: CacheFault) -> [Note] {
    let others = faults(of: cause, kind).filter { $0 != fault }.map { $0.rule(of: kind) }
    return originNotes(of: cause.cache) + Self.resolutionNotes(cause.cache.decidedBy, kind)
      + (kind == .module ? cause.command.moduleCountNotes : [])
      + (others.isEmpty ? [] : [Note("the same cache is also a case of '\(others.joined(separator: "', '"))'", naming: others)])
  }

  /// Go's own resolution, where another variable than the cache's decides (`go help environment`, os.UserCacheDir).
  private static func resolutionNotes(_ decidedBy: String?, _ kind: CacheKind) -> [Note] {
    switch (kind, decidedBy) {
    case (.module, "GOPATH"): [Note("without GOMODCACHE the module cache is 'pkg/mod' in the first element of GOPATH")]
    case (.module, "HOME"): [Note("without GOMODCACHE and GOPATH the module cache is '$HOME/go/pkg/mod'")]
    case (.build, "XDG_CACHE_HOME"): [Note("without GOCACHE the build cache is '$XDG_CACHE_HOME/go-build'")]
    case (.build, "HOME"): [Note("without GOCACHE and XDG_CACHE_HOME the build cache is '$HOME/.cache/go-build'")]
    case (.module, _), (.build, _): []
    }
  }
}
