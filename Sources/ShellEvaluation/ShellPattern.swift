package import ShellSyntax

/// A shell pattern: POSIX XCU 2.14 and bash's extended patterns, matched on bytes as in the C locale.
///
/// Matching keeps the set of places that can be reached, so that its time is polynomial whatever the pattern.
package struct ShellPattern: Sendable, Hashable {
  package indirect enum Element: Sendable, Hashable {
    case byte(UInt8)
    /// `?`
    case any
    /// `*`
    case anyString
    /// `[a-z]`
    case set([ClosedRange<UInt8>], isNegated: Bool)
    /// bash's `?(a|b)`, `*( )`, `+( )`, `@( )`, `!( )`
    case extended(UInt8, [ShellPattern])
  }
  /// What a pattern is made from.
  package indirect enum Piece: Sendable {
    /// A quoted byte stands for itself.
    case text([(byte: UInt8, isQuoted: Bool)])
    case extended(UInt8, [[Piece]])
  }

  package let elements: [Element]
  /// False where shells disagree on what a bracket expression means, such as `[[=a=]]` or `[z-a]`.
  package let isSure: Bool

  package init(pieces: [Piece]) {
    var elements: [Element] = []
    var isSure = true
    for piece in pieces {
      switch piece {
      case .text(let text):
        var reader = ShellPatternReader(text)
        elements += reader.elements()
        isSure = isSure && reader.isSure
      case .extended(let kind, let alternatives):
        let patterns = alternatives.map { ShellPattern(pieces: $0) }
        isSure = isSure && patterns.allSatisfy(\.isSure)
        elements.append(.extended(kind, patterns))
      }
    }
    self.elements = elements
    self.isSure = isSure
  }

  package init(_ text: [(byte: UInt8, isQuoted: Bool)]) { self.init(pieces: [.text(text)]) }
  package init(_ text: some Sequence<UInt8>) { self.init(text.map { (byte: $0, isQuoted: false) }) }

  /// Without a character that is special: the text itself.
  package var literal: [UInt8]? {
    var bytes: [UInt8] = []
    for element in elements {
      guard case .byte(let byte) = element else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// Matches the same whether a character is one byte or several.
  var isIndependentOfEncoding: Bool {
    elements.allSatisfy { element in
      switch element {
      case .byte, .anyString: true
      case .any, .set, .extended: false
      }
    }
  }

  /// Steps of a budget that one match takes.
  package func cost(on text: [UInt8]) -> Int { 1 + (text.count + 1) * (elements.count + 1) / 16 }

  package func matches(_ text: some Collection<UInt8>) -> Bool { matchEnds(Array(text)[...]).last == text.count }

  /// How many bytes at the text's start the pattern can take, ascending.
  func matchEnds(_ text: ArraySlice<UInt8>) -> [Int] {
    var start = [Bool](repeating: false, count: text.count + 1)
    start[0] = true
    let reachable = Self.advance(start, over: elements, in: text)
    return reachable.indices.filter { reachable[$0] }
  }

  private static func advance(_ start: [Bool], over elements: [Element], in text: ArraySlice<UInt8>) -> [Bool] {
    var reachable = start
    let base = text.startIndex
    for element in elements {
      var next = [Bool](repeating: false, count: reachable.count)
      switch element {
      case .anyString:
        if let first = reachable.firstIndex(of: true) { for index in first...text.count { next[index] = true } }
      case .any: for index in 0..<text.count where reachable[index] { next[index + 1] = true }
      case .byte(let byte): for index in 0..<text.count where reachable[index] && text[base + index] == byte { next[index + 1] = true }
      case .set(let ranges, let isNegated):
        for index in 0..<text.count where reachable[index] {
          if ranges.contains(where: { $0.contains(text[base + index]) }) != isNegated { next[index + 1] = true }
        }
      case .extended(let kind, let alternatives): next = advance(reachable, overExtended: kind, alternatives, in: text)
      }
      reachable = next
    }
    return reachable
  }

  private static func advance(
    _ start: [Bool], overExtended kind: UInt8, _ alternatives: [ShellPattern], in text: ArraySlice<UInt8>
  ) -> [Bool] {
    func once(_ from: [Bool]) -> [Bool] {
      alternatives.reduce([Bool](repeating: false, count: from.count)) { union($0, advance(from, over: $1.elements, in: text)) }
    }
    switch kind {
    case UInt8(ascii: "@"): return once(start)
    case UInt8(ascii: "?"): return union(start, once(start))
    case UInt8(ascii: "!"):
      var result = [Bool](repeating: false, count: start.count)
      for place in start.indices where start[place] {
        var single = [Bool](repeating: false, count: start.count)
        single[place] = true
        let excluded = once(single)
        for end in place..<start.count where !excluded[end] { result[end] = true }
      }
      return result
    default:
      var reached = once(start)
      while true {
        let more = union(reached, once(reached))
        if more == reached { break }
        reached = more
      }
      return kind == UInt8(ascii: "*") ? union(start, reached) : reached
    }
  }

  private static func union(_ a: [Bool], _ b: [Bool]) -> [Bool] { zip(a, b).map { $0 || $1 } }
}

// MARK: - Parameter expansion

extension ShellPattern {
  /// `${v#pattern}` and `${v##pattern}`.
  package func removingPrefix(of text: [UInt8], longest: Bool) -> [UInt8] {
    let ends = matchEnds(text[...])
    guard let end = longest ? ends.last : ends.first else { return text }
    return Array(text[end...])
  }

  /// `${v%pattern}` and `${v%%pattern}`.
  package func removingSuffix(of text: [UInt8], longest: Bool) -> [UInt8] {
    let starts = longest ? Array(0...text.count) : Array((0...text.count).reversed())
    guard let start = starts.first(where: { matches(text[$0...]) }) else { return text }
    return Array(text[..<start])
  }

  /// `${v/pattern/replacement}` and its kin; the longest match at each place. An empty pattern changes nothing.
  package func replacing(in text: [UInt8], with replacement: [UInt8], _ scope: ParameterExpansion.ReplaceScope) -> [UInt8] {
    guard !elements.isEmpty else { return scope == .prefix ? replacement + text : scope == .suffix ? text + replacement : text }
    switch scope {
    case .prefix:
      guard let end = matchEnds(text[...]).last else { return text }
      return replacement + text[end...]
    case .suffix:
      guard let start = (0...text.count).first(where: { matches(text[$0...]) }) else { return text }
      return text[..<start] + replacement
    case .first, .all:
      var output: [UInt8] = []
      var index = 0
      while index < text.count {
        guard let length = matchEnds(text[index...]).last, length > 0 else {
          output.append(text[index])
          index += 1
          continue
        }
        output += replacement
        index += length
        if scope == .first { break }
      }
      return output + text[min(index, text.count)...]
    }
  }
}
