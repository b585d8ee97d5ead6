package import Diagnostics
import GoBuild
import MacroExpansion
package import SpecSyntax

/// From the expanded text of a scriptlet back to the bytes of the spec that a rewrite may change.
///
/// Only the spec itself is ever rewritten, never a file it includes, and only where its own words stand: what a macro of the
/// target wrote has no place here.
extension Rewrites {
  /// The spec's stretch that expands to exactly a range of a scriptlet; macro calls in it are whole.
  package func written(_ range: ByteRange, in section: SectionKeyword) -> ByteRange? {
    guard let text = context.script.text(of: section), !range.isEmpty, range.upperBound <= text.bytes.count else { return nil }
    let runs = text.runs.filter { $0.offset < range.upperBound && $0.offset + $0.length > range.lowerBound }
    var stretches: [ByteRange] = []
    for run in runs {
      switch run.origin {
      case .verbatim(let file, let offset):
        guard file == 0 else { return nil }
        let low = offset + max(range.lowerBound, run.offset) - run.offset
        stretches.append(low..<offset + min(range.upperBound, run.offset + run.length) - run.offset)
      case .macro(let file, let call, _):
        guard file == 0, run.offset >= range.lowerBound, run.offset + run.length <= range.upperBound else { return nil }
        stretches.append(call)
      }
    }
    guard let first = stretches.first, let last = stretches.last, last.upperBound >= first.lowerBound else { return nil }
    let stretch = first.lowerBound..<last.upperBound
    return trees[0].holdsWholeCalls(stretch) ? stretch : nil
  }

  /// The spec's bytes that a range of a scriptlet was copied from; nil where a macro wrote any of them.
  package func verbatim(_ range: ByteRange, in section: SectionKeyword) -> ByteRange? {
    guard let part = context.script.text(of: section)?[range], part.runs.count == 1, part.bytes.count == range.count,
      case .verbatim(0, let offset) = part.runs[0].origin
    else { return nil }
    return offset..<offset + range.count
  }

  /// The bytes of the spec.
  package var specBytes: [UInt8] { spec.files.first?.bytes ?? [] }

  package func specWords(_ range: ByteRange) -> String { String(decoding: specBytes[range], as: UTF8.self) }
}

// MARK: - Words

extension Rewrites {
  /// Where the spec has the words that stand in a range of a scriptlet: there, or in a macro of its own that wrote them.
  ///
  /// - Parameter words: As expanded; they must stand there once, between blanks, quotes or the like.
  package func occurrence(of words: String, within range: ByteRange, in section: SectionKeyword) -> ByteRange? {
    guard let text = context.script.text(of: section), range.upperBound <= text.bytes.count,
      let place = StandaloneWords.only(Array(words.utf8), in: text.bytes, within: range)
    else { return nil }
    if let written = written(place, in: section) { return written }
    let part = text[place]
    guard part.runs.count == 1, case .macro(_, _, let name) = part.runs[0].origin else { return nil }
    return occurrence(of: words, inMacro: name, depth: 0)
  }

  /// The words in a macro's definition, or in that of a macro it uses.
  package func occurrence(of words: String, inMacro name: String, depth: Int = 0) -> ByteRange? {
    guard depth < 8, let definition = spec.definitions.last(where: { $0.name == name }), definition.file == 0,
      definition.range.upperBound <= specBytes.count
    else { return nil }
    if let place = StandaloneWords.only(Array(words.utf8), in: specBytes, within: definition.range) { return place }
    let called = Set(trees[0].calls.filter { definition.range.contains($0.reference.range.lowerBound) }.map(trees[0].name))
    let inner = Set(spec.definitions.map(\.name)).intersection(called).subtracting([name])
    let places = Set(inner.compactMap { occurrence(of: words, inMacro: $0, depth: depth + 1) })
    return places.count == 1 ? places.first : nil
  }
}

/// Words that stand by themselves in a text.
enum StandaloneWords {
  private static let before = Set(" \t\n'\"=(;&|{}:".utf8)
  private static let after = Set(" \t\n\r'\"();&|{}\\".utf8)

  /// The one place of the words in a range; nil where they stand in it never or more than once.
  static func only(_ words: [UInt8], in bytes: [UInt8], within range: ByteRange) -> ByteRange? {
    guard !words.isEmpty, range.upperBound <= bytes.count, words.count <= range.count else { return nil }
    var found: ByteRange?
    var start = range.lowerBound
    while start + words.count <= range.upperBound {
      defer { start += 1 }
      guard bytes[start] == words[0], bytes[start..<start + words.count].elementsEqual(words) else { continue }
      let end = start + words.count
      guard start == range.lowerBound || before.contains(bytes[start - 1]), end == range.upperBound || after.contains(bytes[end]) else {
        continue
      }
      guard found == nil else { return nil }
      found = start..<end
    }
    return found
  }
}
