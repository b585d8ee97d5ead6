import Diagnostics

/// What tells a finding from others of its file, wherever its line moves: the rule, the line's text, and how many alike come before.
///
/// Two findings of one rule on lines of the same words are told apart by their order alone; a third one put before them is
/// taken for the first.
package struct Fingerprint: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// FNV-1a, 64 bits, of the rule's id and the line without its outer white space.
  package let hash: UInt64
  /// 1-based.
  package let occurrence: Int

  package init(hash: UInt64, occurrence: Int) {
    self.hash = hash
    self.occurrence = occurrence
  }

  /// "HASH:OCCURRENCE".
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, parts[0].utf8.count == 16, let hash = UInt64(parts[0], radix: 16), let occurrence = Int(parts[1]) else {
      return nil
    }
    self.init(hash: hash, occurrence: occurrence)
  }

  package var description: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + "\(digits):\(occurrence)"
  }

  package static func < (a: Self, b: Self) -> Bool { (a.hash, a.occurrence) < (b.hash, b.occurrence) }

  /// Of all findings of one file, in the order of their places.
  static func all(of diagnostics: [Diagnostic], in sources: [SourceFile]) -> [FindingIdentity: Fingerprint] {
    var seen: [UInt64: Int] = [:]
    var fingerprints: [FindingIdentity: Fingerprint] = [:]
    // By rule, of the line that had its last finding: one of a megabyte may have a thousand.
    var last: [String: (file: String, line: Int, hash: UInt64)] = [:]
    for diagnostic in diagnostics {
      let (rule, file, line) = (diagnostic.rule, diagnostic.place.file, diagnostic.place.start.line)
      let hash: UInt64
      if let last = last[rule], last.line == line, last.file == file {
        hash = last.hash
      } else {
        hash = Self.hash(rule: rule, line: sources.first { $0.path == file }?.line(line) ?? [])
      }
      last[rule] = (file, line, hash)
      seen[hash, default: 0] += 1
      fingerprints[FindingIdentity(diagnostic)] = Fingerprint(hash: hash, occurrence: seen[hash, default: 1])
    }
    return fingerprints
  }

  private static func hash(rule: String, line: ArraySlice<UInt8>) -> UInt64 {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0D]
    let start = line.drop { blanks.contains($0) }
    let end = start.lastIndex { !blanks.contains($0) }.map { $0 + 1 } ?? start.startIndex
    return (Array(rule.utf8) + [0] + start[..<end]).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
