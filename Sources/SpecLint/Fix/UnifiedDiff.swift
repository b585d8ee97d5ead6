import Diagnostics

/// Two versions of a file as `diff -u` gives them, for `git apply` and patch(1); bytes are bytes, whatever they spell.
package struct UnifiedDiff {
  private enum Line { case kept(ArraySlice<UInt8>), removed(ArraySlice<UInt8>), added(ArraySlice<UInt8>) }

  private let lines: [Line]
  private static let context = 3

  package init(from old: [UInt8], to new: [UInt8]) {
    let before = Self.split(old)
    let after = Self.split(new)
    let start = zip(before, after).prefix { $0.elementsEqual($1) }.count
    let room = min(before.count, after.count) - start
    let end = zip(before.reversed(), after.reversed()).prefix { $0.elementsEqual($1) }.prefix(room).count
    lines =
      before[..<start].map(Line.kept) + Self.changes(Array(before[start..<before.count - end]), Array(after[start..<after.count - end]))
      + before[(before.count - end)...].map(Line.kept)
  }

  /// Lines with their line feeds; the last may have none.
  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.lineEnd(of: start)
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func changes(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    let difference = new.difference(from: old) { $0.elementsEqual($1) }
    var removals: Set<Int> = []
    var insertions: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removals.insert(offset)
      case .insert(let offset, _, _): insertions.insert(offset)
      }
    }
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removals.contains(i) {
        lines.append(.removed(old[i]))
        i += 1
      } else if j < new.count, insertions.contains(j) {
        lines.append(.added(new[j]))
        j += 1
      } else {
        lines.append(.kept(new[j]))
        i += 1
        j += 1
      }
    }
    return lines
  }

  /// - Parameter names: Of the file before and after, as `DiffName` spells them.
  /// - Returns: nothing where the versions are the same.
  package func text(_ names: (old: String, new: String)) -> [UInt8] {
    let hunks = self.hunks
    guard !hunks.isEmpty else { return [] }
    return Array("--- \(names.old)\n+++ \(names.new)\n".utf8) + hunks.flatMap(text)
  }

  /// Stretches of lines with what is changed and three lines around; such that meet are one.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if case .kept = line { continue }
      let start = max(0, index - Self.context)
      let end = min(lines.count, index + 1 + Self.context)
      if let last = hunks.last, last.upperBound >= start {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private func text(of hunk: Range<Int>) -> [UInt8] {
    let before = Self.counts(lines[..<hunk.lowerBound])
    let inside = Self.counts(lines[hunk])
    var text = Array("@@ -\(Self.place(before.old, inside.old)) +\(Self.place(before.new, inside.new)) @@\n".utf8)
    for line in lines[hunk] {
      let (mark, bytes): (Unicode.Scalar, ArraySlice<UInt8>) =
        switch line {
        case .kept(let bytes): (" ", bytes)
        case .removed(let bytes): ("-", bytes)
        case .added(let bytes): ("+", bytes)
        }
      text.append(UInt8(ascii: mark))
      text += bytes
      if bytes.last != 0x0A { text += Array("\n\\ No newline at end of file\n".utf8) }
    }
    return text
  }

  private static func counts(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
    lines.reduce(into: (old: 0, new: 0)) { counts, line in
      switch line {
      case .kept: counts = (counts.old + 1, counts.new + 1)
      case .removed: counts.old += 1
      case .added: counts.new += 1
      }
    }
  }

  /// An empty stretch has the number of the line before it (POSIX diff, "Diff -u Output Format").
  private static func place(_ before: Int, _ count: Int) -> String {
    count == 1 ? "\(before + 1)" : "\(count == 0 ? before : before + 1),\(count)"
  }
}
