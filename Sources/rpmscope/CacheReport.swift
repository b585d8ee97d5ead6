import GoCaches
import SpecLint

/// What `rpmscope cache` found, and what it did about it.
struct CacheReport {
  let inventory: CacheInventory
  let now: Int
  var plan: CacheQuota.Plan?
  /// Of the plan's removals, in their order; empty for a dry run.
  private(set) var outcomes: [CacheRemoval.Outcome] = []
  /// By the cache's path: what btrfs says of the subvolume it lies in.
  private(set) var quotaGroups: [String: QuotaGroup] = [:]

  init(inventory: CacheInventory, now: Int) {
    self.inventory = inventory
    self.now = now
  }

  mutating func addQuotaGroups() {
    for cache in inventory.caches where cache.volume?.isBtrfs == true {
      quotaGroups[cache.path] =
        Self.output(QuotaGroup.command(for: cache.path, asJSON: true)).flatMap(QuotaGroup.init(json:))
        ?? Self.output(QuotaGroup.command(for: cache.path, asJSON: false)).flatMap(QuotaGroup.init(table:))
    }
  }

  private static func output(_ command: [String]) -> [UInt8]? {
    guard let result = ChildProcess.run(command, silencingErrors: true), result.status == 0 else { return nil }
    return result.output
  }

  mutating func applyPlan() {
    let removal = CacheRemoval(now: now)
    outcomes = (plan?.removals ?? []).map { removal.remove($0) }
  }

  var freed: Int { zip(plan?.removals ?? [], outcomes).reduce(0) { $0 + ($1.1 == .removed ? $1.0.bytes : 0) } }

  var isOver: Bool {
    guard let plan else { return false }
    return plan.used - freed > plan.limit
  }

  var failures: [String] {
    zip(plan?.removals ?? [], outcomes).compactMap { removal, outcome in
      guard case .failed(let reason) = outcome else { return nil }
      return "'\(removal.path)' stays: \(reason)"
    }
  }
}

extension Volume {
  /// What people call the file system; nil for those that are rare below caches.
  var name: String? {
    let names: [UInt64: String] = [
      0xEF53: "ext4", 0x5846_5342: "XFS", 0x9123_683E: "btrfs", 0x0102_1994: "tmpfs", 0x794C_7630: "overlayfs", 0x6969: "NFS",
      0x6573_5546: "FUSE", 0x2FC1_2FC1: "ZFS", 0xCA45_1A4E: "bcachefs", 0xF2F5_2010: "F2FS",
    ]
    return names[kind]
  }

  var isNetworked: Bool { [0x6969, 0xFF53_4D42, 0x517B, 0x0102_1997].contains(kind) }
}
