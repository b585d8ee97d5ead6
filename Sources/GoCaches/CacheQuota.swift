/// How much caches may take, and what to remove when they take more.
package struct CacheQuota: Sendable {
  /// Bytes on disk that all the caches together may take.
  package var maximumSize: Int?
  /// The share of its file system that caches may take, in percent.
  package var maximumPercent: Double?
  /// Bytes that are to be free on each file system with a cache.
  package var minimumFree: Int?
  /// Versions that stay whatever happens.
  package var kept = GoSum()

  package init() {}

  package var isSet: Bool { maximumSize != nil || maximumPercent != nil || minimumFree != nil }

  package struct Plan: Sendable {
    /// Bytes that may be taken, and those that are.
    package let limit: Int
    package let used: Int
    package let removals: [Removal]
    /// Bytes by which the caches are still too large after all removals.
    package let remainder: Int
    package var isOver: Bool { used > limit }
    package var freed: Int { removals.reduce(0) { $0 + $1.bytes } }
  }

  package struct Removal: Sendable {
    package enum Target: Sendable {
      case temporary(path: String)
      /// What is left of interrupted work on a version, but not the version.
      case leftovers(ModuleVersion)
      /// The entries of a build cache that go's trim would drop.
      case trim(cache: String, entries: Int)
      case version(ModuleVersion)
    }

    package let target: Target
    package let path: String
    package let bytes: Int
    package let reason: String
  }

  /// What to remove, in this order, until every limit holds: what interrupted downloads left, what go would trim from build caches
  /// by itself, then versions of modules, the ones first that were not used for longest. Versions that `kept` names are never among them.
  package func plan(for caches: [GoCache], now: Int) -> Plan {
    var need = Need(self, caches)
    let limit = need.limit
    var removals: [Removal] = []
    for (removal, device) in candidates(in: caches, now: now) where need.wants(device) {
      removals.append(removal)
      need.free(removal.bytes, on: device)
    }
    return Plan(limit: limit, used: caches.reduce(0) { $0 + $1.usage.allocatedBytes }, removals: removals, remainder: need.remainder)
  }

  private func candidates(in caches: [GoCache], now: Int) -> [(Removal, device: UInt64)] {
    var leftovers: [(Removal, device: UInt64)] = []
    var trims: [(Removal, device: UInt64)] = []
    var versions: [(version: ModuleVersion, device: UInt64)] = []
    for cache in caches {
      let device = cache.volume?.device ?? 0
      leftovers += cache.versions.flatMap { Self.leftovers(of: $0, now: now) }.map { ($0, device) }
      if let build = cache.build, build.trimmed.entries > 0 {
        let reason = "\(build.trimmed.entries) entries that were not used for five days, which go trims by itself"
        trims.append(
          (
            Removal(
              target: .trim(cache: cache.path, entries: build.trimmed.entries), path: cache.path, bytes: build.trimmed.allocatedBytes,
              reason: reason), device
          ))
      }
      versions += cache.versions.filter { $0.hasContent && $0.holder == nil && !kept.names($0) }.map { ($0, device) }
    }
    versions.sort { ($0.version.lastUsed, $0.version.place) < ($1.version.lastUsed, $1.version.place) }
    return leftovers + trims
      + versions.map { version, device in
        (
          Removal(
            target: .version(version), path: version.place, bytes: version.removableBytes, reason: reason(for: version, now: now)),
          device
        )
      }
  }

  /// Metadata is downloaded without the version's lock, so that only an old file is certain to be unused.
  private static func leftovers(of version: ModuleVersion, now: Int) -> [Removal] {
    guard version.holder == nil else { return [] }
    let old = version.temporaries.filter { $0.kind == .metadata && now - $0.modified > 3600 }.map {
      Removal(target: .temporary(path: $0.path), path: $0.path, bytes: $0.allocatedBytes, reason: "an interrupted download left it")
    }
    let locked = version.temporaries.filter { $0.kind != .metadata }
    guard let first = locked.first else { return old }
    let removal = Removal(
      target: .leftovers(version), path: first.path, bytes: locked.reduce(0) { $0 + $1.allocatedBytes },
      reason: "an interrupted \(first.kind == .tree ? "extraction" : "download") left it")
    return old + [removal]
  }

  private func reason(for version: ModuleVersion, now: Int) -> String {
    let days = max(0, now - version.lastUsed) / 86_400
    let use = days == 0 ? "last used within a day" : "not used for \(days) \(days == 1 ? "day" : "days")"
    return kept.isEmpty ? use : "in no go.sum that is kept, \(use)"
  }
}

extension CacheQuota {
  /// By how much the limits are broken, as a whole and on each file system.
  private struct Need {
    private(set) var limit = Int.max
    private var total = 0
    private var ofDevice: [UInt64: Int] = [:]

    init(_ quota: CacheQuota, _ caches: [GoCache]) {
      let used = caches.reduce(0) { $0 + $1.usage.allocatedBytes }
      if let maximum = quota.maximumSize {
        limit = maximum
        total = max(0, used - maximum)
      }
      var byDevice = 0
      for (device, caches) in Dictionary(grouping: caches.filter { $0.volume != nil }, by: { $0.volume?.device ?? 0 }) {
        guard let volume = caches.first?.volume else { continue }
        let used = caches.reduce(0) { $0 + $1.usage.allocatedBytes }
        var allowed = used
        if let percent = quota.maximumPercent { allowed = min(allowed, Int(Double(volume.size) * percent / 100)) }
        if let free = quota.minimumFree { allowed = min(allowed, max(0, used - max(0, free - volume.free))) }
        ofDevice[device] = used - allowed
        byDevice += used - allowed
      }
      limit = min(limit, used - byDevice)
    }

    func wants(_ device: UInt64) -> Bool { total > 0 || ofDevice[device, default: 0] > 0 }

    mutating func free(_ bytes: Int, on device: UInt64) {
      total -= bytes
      ofDevice[device, default: 0] -= bytes
    }

    var remainder: Int { max(total, ofDevice.values.reduce(0) { $0 + max(0, $1) }, 0) }
  }
}
