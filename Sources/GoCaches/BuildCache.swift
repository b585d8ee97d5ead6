/// What a build cache (GOCACHE) holds, by when it was last used.
///
/// go sets an entry's time of change when it uses it, at most once an hour, and removes at most once a day what has not been used
/// for five days and that hour (cmd/go/internal/cache, mtimeInterval, trimInterval and trimLimit).
package struct BuildCache: Sendable {
  /// Seconds after which go's own trim removes an entry.
  package static let trimAge = (5 * 24 + 1) * 3600
  static let trimInterval = 24 * 3600

  package struct Group: Sendable, Equatable {
    package var entries = 0
    package var allocatedBytes = 0

    mutating func add(_ bytes: Int) {
      entries += 1
      allocatedBytes += bytes
    }
  }

  /// `…-a`: what an action's result is.
  package var actions = Group()
  /// `…-d`: the results, named after their content.
  package var outputs = Group()
  /// Last used today, one day ago … and, in the last group, five and more days ago.
  package var byDay = [Group](repeating: Group(), count: 6)
  /// What go's next trim drops.
  package var trimmed = Group()
  /// The oldest entry's time, in seconds since 1970.
  package var oldest: Int?
  /// When go last trimmed, as `trim.txt` says.
  package var lastTrim: Int?
  /// Corpora of fuzz tests, which nothing trims.
  package var fuzz = DiskUsage()

  package init() {}

  mutating func add(modified: Int, allocatedBytes: Int, isAction: Bool, now: Int) {
    if isAction { actions.add(allocatedBytes) } else { outputs.add(allocatedBytes) }
    let age = max(0, now - modified)
    byDay[min(5, age / 86_400)].add(allocatedBytes)
    if age > Self.trimAge { trimmed.add(allocatedBytes) }
    oldest = min(oldest ?? modified, modified)
  }
}

/// Reads a build cache.
struct BuildCacheScan {
  let path: String
  let now: Int
  let meter: DiskMeter
  let verifiesContent: Bool
  private(set) var usage = DiskUsage()
  private(set) var contents = BuildCache()
  private(set) var broken: [BrokenState] = []
  private(set) var unreadable: [String] = []

  init(path: String, now: Int, meter: DiskMeter, verifiesContent: Bool) {
    self.path = path
    self.now = now
    self.meter = meter
    self.verifiesContent = verifiesContent
  }

  mutating func run(_ root: borrowing Folder) {
    if let status = root.status { meter.add(status, to: &usage) }
    if let text = root.contents(of: Array("trim.txt".utf8), limit: 64) {
      contents.lastTrim = Int(String(decoding: text.filter { $0 > 0x20 }, as: UTF8.self))
    }
    root.forEach { entry in
      meter.add(entry.status, to: &usage)
      guard entry.status.kind == .folder else { return }
      let name = entry.text
      guard let folder = Folder(entry.name, at: root.descriptor) else {
        unreadable.append("\(path)/\(name)")
        return
      }
      if Self.isPart(name) {
        read(folder, name: name)
      } else {
        let before = usage
        measure(folder, depth: 0)
        if name == "fuzz" { contents.fuzz = usage.without(before) }
      }
    }
  }

  /// `00` … `ff`.
  static func isPart(_ name: some StringProtocol) -> Bool {
    name.utf8.count == 2 && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private mutating func read(_ folder: borrowing Folder, name: String) {
    folder.forEach { entry in
      let before = usage
      meter.add(entry.status, to: &usage)
      // Programs of `go run` and `go tool` are folders, since Go 1.24 (putExecutable).
      if entry.status.kind == .folder, let inner = Folder(entry.name, at: folder.descriptor) { measure(inner, depth: 0) }
      let isAction = entry.endsInDash(UInt8(ascii: "a"), length: Self.nameLength)
      guard isAction || entry.endsInDash(UInt8(ascii: "d"), length: Self.nameLength) else { return }
      contents.add(
        modified: entry.status.modified, allocatedBytes: usage.allocatedBytes - before.allocatedBytes, isAction: isAction, now: now)
      if let problem = problem(of: entry, isAction: isAction, in: folder) {
        broken.append(
          BrokenState(
            path: "\(path)/\(name)/\(entry.text)", kind: problem.kind, problem: problem.text, isRepairedByGo: problem.isRepaired))
      }
    }
  }

  static let nameLength = 66
  /// "v1 ID OUTPUT SIZE TIME\n" (cache.go, entrySize).
  private static let actionLength = 175

  /// go takes an action it cannot read for a miss and writes it anew; it compares the length of an output with what its action
  /// says, and reads only some outputs whole.
  private func problem(of entry: borrowing FolderEntry, isAction: Bool, in folder: borrowing Folder) -> (
    kind: BrokenState.Kind, text: String, isRepaired: Bool
  )? {
    guard entry.status.kind == .file else { return nil }
    if isAction {
      return entry.status.size == Self.actionLength ? nil : (.invalidEntry, "it is not as long as an entry is", true)
    }
    guard verifiesContent, let file = OpenFile(entry.name, at: folder.descriptor) else { return nil }
    return file.contentHash() == Array(entry.name.prefix(64)) ? nil : (.modifiedOutput, "its content is not what its name says", false)
  }

  private mutating func measure(_ folder: borrowing Folder, depth: Int) {
    folder.forEach { entry in
      meter.add(entry.status, to: &usage)
      if entry.status.kind == .folder, depth < CacheFinder.deepest, let inner = Folder(entry.name, at: folder.descriptor) {
        measure(inner, depth: depth + 1)
      }
    }
  }
}

extension DiskUsage {
  func without(_ part: Self) -> Self {
    Self(
      files: files - part.files, apparentBytes: apparentBytes - part.apparentBytes,
      allocatedBytes: allocatedBytes - part.allocatedBytes)
  }
}
