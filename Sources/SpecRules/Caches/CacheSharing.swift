package import GoBuild

/// Who else finds what a cache holds.
package enum CacheSharing: String, Sendable, CaseIterable {
  /// Nobody: every process has its own.
  case process
  /// The same build only.
  case build
  /// Other builds of the same version.
  case version
  /// Other versions of the same package.
  case package
  /// Other packages too.
  case all
}

extension CacheFacts {
  /// Who else finds what a cache holds, from what its path changes with and where it lies.
  ///
  /// A folder that rpm removes with the build belongs to the build, whatever it is called. `%{_builddir}` alone is one folder for all
  /// packages up to rpm 4.19.
  package func sharing(of cache: CachePath) -> CacheSharing {
    if cache.isOwnedByProcess { return .process }
    if cache.isInBuildRoot || cache.keyedBy.contains(.release) || liesInBuildFolder(cache) && !isOwnedByNewerBuild(cache) {
      return .build
    }
    if cache.keyedBy.contains(.version) { return .version }
    return cache.keyedBy.contains(.name) ? .package : .all
  }
}
