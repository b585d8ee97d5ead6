import Testing

@testable import GoCaches

struct QuotaTests {
  private static let now = 1_800_000_000
  private static let day = 86_400

  private static func version(_ module: String, bytes: Int, daysAgo: Int, cache: String = "/c") -> ModuleVersion {
    var version = ModuleVersion(escapedModule: module, escapedVersion: "v1.0.0", cache: cache)
    version.files = [.info, .mod, .zip, .hash]
    version.hash = "h1:" + String(repeating: "a", count: 44)
    version.download = DiskUsage(files: 4, apparentBytes: 1000, allocatedBytes: 4 * 4096)
    version.metadataBytes = 2 * 4096
    version.tree = DiskUsage(files: 1, apparentBytes: bytes, allocatedBytes: bytes)
    version.lastUsed = now - daysAgo * day
    return version
  }

  private static func cache(_ versions: [ModuleVersion], device: UInt64 = 1, size: Int = 1 << 30, free: Int = 1 << 20) -> GoCache {
    var cache = GoCache(path: versions.first?.cache ?? "/c", kind: .module)
    cache.versions = versions
    cache.usage.allocatedBytes = versions.reduce(0) { $0 + $1.allocatedBytes }
    cache.volume = Volume(device: device, size: size, free: free, kind: 0xEF53, isSubvolume: false)
    return cache
  }

  private static let three = cache([
    version("a", bytes: 100_000, daysAgo: 3), version("b", bytes: 200_000, daysAgo: 30), version("c", bytes: 50_000, daysAgo: 10),
  ])

  private static func plan(_ caches: [GoCache], _ change: (inout CacheQuota) -> Void) -> CacheQuota.Plan {
    var quota = CacheQuota()
    change(&quota)
    return quota.plan(for: caches, now: now)
  }

  @Test func removesWhatWasNotUsedForLongest() {
    let used = Self.three.usage.allocatedBytes
    let plan = Self.plan([Self.three]) { $0.maximumSize = used - 210_000 }
    #expect(plan.isOver)
    #expect(plan.removals.map(\.path) == ["/c/b@v1.0.0", "/c/c@v1.0.0"])
    #expect(plan.removals.map(\.bytes) == [208_192, 58_192], "without .info and .mod, which stay")
    #expect(plan.removals.first?.reason == "not used for 30 days")
    #expect(plan.remainder == 0)
  }

  @Test func leavesWhatFits() {
    let plan = Self.plan([Self.three]) { $0.maximumSize = Self.three.usage.allocatedBytes }
    #expect(!plan.isOver)
    #expect(plan.removals.isEmpty)
  }

  @Test func keepsWhatGoSumNames() {
    let plan = Self.plan([Self.three]) {
      $0.maximumSize = 0
      $0.kept.add(Array("b v1.0.0 h1:x\n".utf8))
    }
    #expect(plan.removals.map(\.path) == ["/c/c@v1.0.0", "/c/a@v1.0.0"])
    #expect(plan.removals.first?.reason == "in no go.sum that is kept, not used for 10 days")
    #expect(plan.remainder > 200_000)
  }

  @Test func leavesVersionsWhoseLockIsHeld() {
    var cache = Self.three
    cache.versions[1].holder = 4711
    #expect(Self.plan([cache]) { $0.maximumSize = 0 }.removals.count == 2)
  }

  @Test func countsEachFileSystemForItself() {
    let other = Self.cache([Self.version("d", bytes: 500_000, daysAgo: 90, cache: "/d")], device: 2, free: 1 << 29)
    let plan = Self.plan([Self.three, other]) { $0.minimumFree = (1 << 20) + 1000 }
    #expect(plan.removals.map(\.path) == ["/c/b@v1.0.0"], "the other file system has room")
    let percent = Self.plan([Self.three, other]) { $0.maximumPercent = 0.03 }
    #expect(percent.removals.map(\.path) == ["/d/d@v1.0.0", "/c/b@v1.0.0"])
  }

  @Test func beginsWithLeftoversAndWhatGoTrims() {
    var cache = Self.three
    cache.versions[0].temporaries = [
      .init(path: "/c/old.info1.tmp", kind: .metadata, allocatedBytes: 4096, modified: Self.now - 4000),
      .init(path: "/c/new.info1.tmp", kind: .metadata, allocatedBytes: 4096, modified: Self.now - 100),
      .init(path: "/c/a.zip1.tmp", kind: .zip, allocatedBytes: 8192, modified: Self.now),
    ]
    var build = GoCache(path: "/b", kind: .build)
    var contents = BuildCache()
    contents.add(modified: Self.now - 6 * Self.day, allocatedBytes: 4096, isAction: true, now: Self.now)
    contents.add(modified: Self.now - BuildCache.trimAge, allocatedBytes: 4096, isAction: false, now: Self.now)
    build.build = contents
    let plan = Self.plan([build, cache]) { $0.maximumSize = 0 }
    #expect(plan.removals.prefix(3).map(\.path) == ["/c/old.info1.tmp", "/c/a.zip1.tmp", "/b"])
    #expect(plan.removals[2].bytes == 4096, "go trims after five days and an hour, not at it")
  }

  // MARK: Duplicates

  @Test func countsAllCopiesButTheLargest() {
    var other = Self.version("a", bytes: 90_000, daysAgo: 1, cache: "/d")
    other.sharedBytes = 50_000
    var renamed = Self.version("b", bytes: 1, daysAgo: 1, cache: "/d")
    renamed.hash = "h1:" + String(repeating: "b", count: 44)
    var unknown = Self.version("c", bytes: 1, daysAgo: 1, cache: "/d")
    unknown.hash = nil
    let duplicates = Duplicate.all(in: [Self.three, Self.cache([other, renamed, unknown])])
    #expect(duplicates.map(\.module) == ["a"], "the same name is not the same content")
    #expect(duplicates.first?.paths == ["/c/a@v1.0.0", "/d/a@v1.0.0"])
    #expect(duplicates.first?.bytes == 90_000 + 16_384 - 50_000)
  }

  @Test func countsSharedPiecesOnce() {
    var set = ExtentSet()
    #expect(set.add(100, 200) == 0)
    #expect(set.add(300, 400) == 0)
    #expect(set.add(100, 200) == 100)
    #expect(set.add(150, 350) == 100)
    #expect(set.add(0, 500) == 300)
    #expect(set.add(600, 700) == 0)
  }
}
