import GoCaches
import SpecLint

extension CacheReport {
  /// - Parameter top: Lines of each table.
  /// - Parameter width: Cells of a bar; 0 for none.
  func text(top: Int, width: Int) -> String {
    guard !inventory.caches.isEmpty else { return "no Go caches were found\n" }
    var text = cacheTable(top: top, width: width)
    text += duplicateTable(top: top, width: width) + brokenTable(top: top)
    let locks = inventory.caches.flatMap(\.locks).map { "  \(TerminalText.display($0.path))  held by process \($0.process)" }
    if !locks.isEmpty { text += "\nlocks:\n" + Self.cut(locks, top) }
    return text + quotaText(top: top)
  }

  // MARK: Caches

  private func cacheTable(top: Int, width: Int) -> String {
    let caches = inventory.caches.sorted { $0.usage.allocatedBytes > $1.usage.allocatedBytes }
    let most = caches.first?.usage.allocatedBytes ?? 0
    var text = ""
    for cache in caches.prefix(top) {
      let size = ByteCount.text(cache.usage.allocatedBytes)
      text += "\(Self.padded(size)) \(Self.bar(cache.usage.allocatedBytes, of: most, width))\(TerminalText.display(cache.path))\n"
      for line in lines(on: cache) { text += "            \(line)\n" }
    }
    if caches.count > top { text += "  and \(caches.count - top) more\n" }
    let files = inventory.caches.reduce(0) { $0 + $1.usage.files }
    return text + "\(caches.count) \(caches.count == 1 ? "cache" : "caches"), \(ByteCount.text(inventory.allocatedBytes)) on disk in "
      + "\(grouped(files)) files\n"
  }

  private func lines(on cache: GoCache) -> [String] {
    var first = "\(cache.kind.rawValue) cache, \(grouped(cache.usage.files)) files, \(ByteCount.text(cache.usage.apparentBytes)) of content"
    if cache.kind == .module { first += ", \(grouped(cache.moduleCount)) modules in \(grouped(cache.versionCount)) versions" }
    var lines = [first]
    if let origin = cache.madeBy { lines.append(Self.text(origin)) }
    if let build = cache.build { lines += Self.lines(on: build) }
    if cache.readOnlyFolders > 0 {
      lines.append(
        "\(grouped(cache.readOnlyFolders)) folders are read-only: 'rm -rf' fails on them for all but root; 'go clean -modcache' does not")
    }
    return lines + volumeLines(cache)
  }

  private static func text(_ origin: BuildOrigin) -> String {
    let spec = origin.spec.map { ", of '\(TerminalText.display($0))'" } ?? ""
    return switch origin.kind {
    case .rpmbuild: "made by rpmbuild in '\(TerminalText.display(origin.name))'\(spec)"
    case .mock: "made in mock's build root '\(TerminalText.display(origin.name))'\(spec)"
    case .home: "the default of '\(TerminalText.display(origin.name))'"
    }
  }

  private static func lines(on build: BuildCache) -> [String] {
    let days = ["today", "1 day", "2 days", "3 days", "4 days", "5 days and more"]
    let ages = zip(days, build.byDay).filter { $1.entries > 0 }.map { "\($0): \(ByteCount.text($1.allocatedBytes))" }
    var lines = [
      "\(grouped(build.actions.entries)) actions, \(grouped(build.outputs.entries)) outputs; last used \(ages.joined(separator: ", "))"
    ]
    if build.actions.entries + build.outputs.entries == 0 { lines = ["empty"] }
    if build.trimmed.entries > 0 {
      lines.append("go's next trim drops \(grouped(build.trimmed.entries)) entries, \(ByteCount.text(build.trimmed.allocatedBytes))")
    }
    return lines
  }

  private func volumeLines(_ cache: GoCache) -> [String] {
    guard let volume = cache.volume else { return [] }
    let name = volume.name ?? "an unknown file system"
    if volume.isNetworked { return ["on \(name): go's locks are not reliable between machines"] }
    guard volume.isBtrfs else { return ["on \(name), not btrfs: no subvolume, and no quota group of its own"] }
    let place = volume.isSubvolume ? "a btrfs subvolume of its own" : "on btrfs, in a subvolume with other files"
    guard let group = quotaGroups[cache.path] else {
      return ["\(place); 'btrfs qgroup show' gives no numbers (quotas are off, or only root may ask)"]
    }
    let limits = [(group.maximumReferenced, "referenced"), (group.maximumExclusive, "exclusive")].compactMap { limit, kind in
      limit.map { "at most \(ByteCount.text($0)) \(kind)" }
    }
    var lines = [
      "\(place); quota group \(group.id): \(ByteCount.text(group.referenced)) referenced, \(ByteCount.text(group.exclusive)) exclusive, "
        + (limits.isEmpty ? "no limit" : limits.joined(separator: ", "))
    ]
    if group.referenced > group.exclusive {
      lines.append(
        "snapshots or reflinked copies hold \(ByteCount.text(group.referenced - group.exclusive)) of it too: removing files here does not "
          + "free that")
    }
    return lines
  }

  // MARK: Duplicates and what is broken

  private func duplicateTable(top: Int, width: Int) -> String {
    var text = ""
    let duplicates = inventory.duplicates
    if let first = duplicates.first {
      let lines = duplicates.prefix(top).map {
        "\(Self.padded(ByteCount.text($0.bytes))) \(Self.bar($0.bytes, of: first.bytes, width))\($0.paths.count) copies of "
          + TerminalText.display("\($0.module)@\($0.version)")
      }
      text += "\nheld more than once, with the same content:\n" + Self.cut(lines, duplicates.count, top)
      text += "one shared module cache would save \(ByteCount.text(inventory.wasted))\n"
    }
    let outputs = inventory.buildDuplicates
    if outputs.entries > 0 {
      text += "one shared build cache would save \(ByteCount.text(outputs.allocatedBytes)), \(grouped(outputs.entries)) outputs\n"
    }
    return text
  }

  private func brokenTable(top: Int) -> String {
    let broken = inventory.broken
    guard !broken.isEmpty else { return "" }
    let lines = broken.map { state in
      "  \(TerminalText.display(state.path)): \(TerminalText.display(state.problem)); "
        + (state.isRepairedByGo ? "go repairs it when it needs it" : "go does not repair it")
    }
    return "\nbroken:\n" + Self.cut(lines, top)
  }

  // MARK: Quota

  private func quotaText(top: Int) -> String {
    guard let plan else { return "" }
    let used = "the caches take \(ByteCount.text(plan.used)) and may take \(ByteCount.text(plan.limit))"
    guard plan.isOver else { return "\nquota: \(used)\n" }
    let lines = plan.removals.indices.map { index in
      let removal = plan.removals[index]
      let outcome =
        switch index < outcomes.count ? outcomes[index] : nil {
        case nil, .removed: ""
        case .skipped(let reason): "; left, because \(reason)"
        case .failed: "; failed"
        }
      return "\(Self.padded(ByteCount.text(removal.bytes))) \(TerminalText.display(removal.path)): \(removal.reason)\(outcome)"
    }
    var text = "\nquota: \(used)\n"
    if !lines.isEmpty { text += "\(outcomes.isEmpty ? "to remove, in this order" : "removed"):\n" + Self.cut(lines, top) }
    if outcomes.isEmpty {
      text += "that frees \(ByteCount.text(plan.freed)); --apply does it\n"
    } else {
      text += "freed \(ByteCount.text(freed))\n"
    }
    if plan.remainder > 0 {
      text += "still \(ByteCount.text(plan.remainder)) over: the rest is kept, in use, or in a build cache that go does not trim yet\n"
    }
    return text
  }

  // MARK: Cells

  private static func cut(_ lines: [String], _ top: Int) -> String { cut(Array(lines.prefix(top)), lines.count, top) }

  private static func cut(_ lines: [String], _ count: Int, _ top: Int) -> String {
    lines.map { "\($0)\n" }.joined() + (count > top ? "  and \(grouped(count - top)) more\n" : "")
  }

  private static func padded(_ text: String) -> String { String(repeating: " ", count: max(0, 10 - text.count)) + text }

  /// Eighths of a cell.
  private static func bar(_ value: Int, of most: Int, _ width: Int) -> String {
    guard width > 0 else { return " " }
    let eighths = most > 0 ? (max(0, value) * width * 8 + most - 1) / most : 0
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let bar = String(repeating: "█", count: eighths / 8) + part
    return " " + bar + String(repeating: " ", count: width - bar.count) + " "
  }
}
