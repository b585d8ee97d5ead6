import GoCaches
import SpecLint

extension CacheReport {
  var json: [UInt8] {
    var json = JSONWriter(invalidBytes: .replaced)
    json.object { json in
      json.formatVersion()
      json.member("caches", array: inventory.caches) { $0.write($1, quotaGroup: quotaGroups[$1.path]) }
      json.member("duplicates", array: inventory.duplicates) { json, duplicate in
        json.object { json in
          json.member("module", duplicate.module)
          json.member("version", duplicate.version)
          json.member("copies", duplicate.paths.count)
          json.member("bytes", duplicate.bytes)
          json.member("hash", duplicate.hash)
          json.member("paths", array: duplicate.paths) { $0.string($1) }
        }
      }
      json.member("wasted", inventory.wasted)
      json.member("duplicateOutputs") { $0.write(inventory.buildDuplicates) }
      json.member("broken", array: inventory.broken) { json, state in
        json.object { json in
          json.member("path", state.path)
          json.member("kind", state.kind.rawValue)
          json.member("problem", state.problem)
          json.member("repairedByGo", state.isRepairedByGo)
        }
      }
      json.member("locks", array: inventory.caches.flatMap(\.locks)) { json, lock in
        json.object { json in
          json.member("path", lock.path)
          json.member("process", lock.process)
        }
      }
      json.member("unreadable", array: inventory.unreadable) { $0.string($1) }
      if let plan { json.member("quota") { write(&$0, plan) } }
    }
    return json.bytes + [0x0A]
  }

  private func write(_ json: inout JSONWriter, _ plan: CacheQuota.Plan) {
    json.member("limit", plan.limit)
    json.member("used", plan.used)
    json.member("over", plan.isOver)
    json.member("stillOver", plan.remainder)
    json.member("remove", array: plan.removals.indices) { json, index in
      let removal = plan.removals[index]
      json.object { json in
        json.member("path", removal.path)
        json.member("bytes", removal.bytes)
        json.member("reason", removal.reason)
        guard index < outcomes.count else { return }
        switch outcomes[index] {
        case .removed: json.member("outcome", "removed")
        case .skipped(let reason), .failed(let reason):
          if case .failed = outcomes[index] { json.member("outcome", "failed") } else { json.member("outcome", "skipped") }
          json.member("detail", reason)
        }
      }
    }
    if !outcomes.isEmpty { json.member("freed", freed) }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ cache: GoCache, quotaGroup: QuotaGroup?) {
    object { json in
      json.member("path", cache.path)
      json.member("kind", cache.kind.rawValue)
      json.member("files", cache.usage.files)
      json.member("apparentBytes", cache.usage.apparentBytes)
      json.member("allocatedBytes", cache.usage.allocatedBytes)
      json.member("modules", cache.moduleCount)
      json.member("versions", cache.versionCount)
      json.member("readOnlyFolders", cache.readOnlyFolders)
      if let origin = cache.madeBy { json.member("madeBy") { $0.write(origin) } }
      if let build = cache.build { json.member("entries") { $0.write(build) } }
      if let volume = cache.volume { json.member("fileSystem") { $0.write(volume, quotaGroup) } }
    }
  }

  private mutating func write(_ origin: BuildOrigin) {
    member("kind", origin.kind.rawValue)
    member("name", origin.name)
    if let spec = origin.spec { member("spec", spec) }
  }

  private mutating func write(_ build: BuildCache) {
    member("actions") { $0.write(build.actions) }
    member("outputs") { $0.write(build.outputs) }
    member("byDay", array: build.byDay) { json, group in json.object { $0.write(group) } }
    member("trimmedNext") { $0.write(build.trimmed) }
    key("oldest")
    number(build.oldest)
    key("lastTrim")
    number(build.lastTrim)
    member("fuzzBytes", build.fuzz.allocatedBytes)
  }

  private mutating func write(_ volume: Volume, _ group: QuotaGroup?) {
    member("type", volume.name ?? "0x" + String(volume.kind, radix: 16))
    member("size", volume.size)
    member("free", volume.free)
    guard volume.isBtrfs else { return }
    member("subvolume", volume.isSubvolume)
    guard let group else { return }
    member("quotaGroup") { json in
      json.member("id", group.id)
      json.member("referenced", group.referenced)
      json.member("exclusive", group.exclusive)
      json.key("maxReferenced")
      json.number(group.maximumReferenced)
      json.key("maxExclusive")
      json.number(group.maximumExclusive)
    }
  }

  fileprivate mutating func write(_ group: BuildCache.Group) {
    member("count", group.entries)
    member("bytes", group.allocatedBytes)
  }
}
