/// A shell pattern: POSIX XCU 2.14 and bash's extended patterns, matched on bytes as in the C locale.
///
/// Matching is limited in steps, so that a hostile pattern costs a bounded time; beyond the limit nothing matches and
/// `isExhausted` says so.
package struct ShellPattern: Sendable, Hashable {
  package enum Element: Sendable, Hashable {
    case byte(UInt8)
    /// `?`
    case any
    /// `*`
    case anyString
    /// `[a-z]`
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }
  package let elements: [Element]

  /// A quoted byte stands for itself.
  package init(_ text: [(byte: UInt8, isQuoted: Bool)]) {
    var elements: [Element] = []
    var index = 0
    while index < text.count {
      let (byte, isQuoted) = text[index]
      index += 1
      if isQuoted {
        elements.append(.byte(byte))
        continue
      }
      switch byte {
      case UInt8(ascii: "?"): elements.append(.any)
      case UInt8(ascii: "*"): if elements.last != .anyString { elements.append(.anyString) }
      case UInt8(ascii: "\\") where index < text.count:
        elements.append(.byte(text[index].byte))
        index += 1
      case UInt8(ascii: "["):
        if let (set, next) = Self.set(text, from: index) {
          elements.append(set)
          index = next
        } else {
          elements.append(.byte(byte))
        }
      default: elements.append(.byte(byte))
      }
    }
    self.elements = elements
  }

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

  package func matches(_ text: some Collection<UInt8>) -> Bool { matchEnds(Array(text)[...]).contains(text.count) }

  /// How many bytes at the text's start the pattern can take, ascending.
  func matchEnds(_ text: ArraySlice<UInt8>) -> [Int] {
    // The positions reachable after each element: linear in pattern times text, whatever the pattern.
    var reachable: [Bool] = Array(repeating: false, count: text.count + 1)
    reachable[0] = true
    let base = text.startIndex
    for element in elements {
      var next: [Bool] = Array(repeating: false, count: text.count + 1)
      switch element {
      case .anyString:
        if let first = reachable.firstIndex(of: true) { for index in first...text.count { next[index] = true } }
      case .any: for index in 0..<text.count where reachable[index] { next[index + 1] = true }
      case .byte(let byte): for index in 0..<text.count where reachable[index] && text[base + index] == byte { next[index + 1] = true }
      case .set(let ranges, let isNegated):
        for index in 0..<text.count where reachable[index] {
          if ranges.contains(where: { $0.contains(text[base + index]) }) != isNegated { next[index + 1] = true }
        }
      }
      reachable = next
    }
    return reachable.indices.filter { reachable[$0] }
  }

  private static func set(_ text: [(byte: UInt8, isQuoted: Bool)], from start: Int) -> (Element, Int)? {
    var index = start
    var isNegated = false
    if index < text.count, !text[index].isQuoted, text[index].byte == UInt8(ascii: "!") || text[index].byte == UInt8(ascii: "^") {
      isNegated = true
      index += 1
    }
    var ranges: [ClosedRange<UInt8>] = []
    let first = index
    while index < text.count {
      let byte = text[index].byte
      if byte == UInt8(ascii: "]"), !text[index].isQuoted, index > first { return (.set(ranges, isNegated: isNegated), index + 1) }
      if byte == UInt8(ascii: "["), index + 1 < text.count, text[index + 1].byte == UInt8(ascii: ":"),
        let (named, next) = namedClass(text, from: index + 2)
      {
        ranges += named
        index = next
        continue
      }
      if index + 2 < text.count, text[index + 1].byte == UInt8(ascii: "-"), text[index + 2].byte != UInt8(ascii: "]") {
        let high = text[index + 2].byte
        if byte <= high { ranges.append(byte...high) }
        index += 3
      } else {
        ranges.append(byte...byte)
        index += 1
      }
    }
    return nil
  }

  private static func namedClass(_ text: [(byte: UInt8, isQuoted: Bool)], from start: Int) -> ([ClosedRange<UInt8>], Int)? {
    let name = text[start...].prefix { $0.byte != UInt8(ascii: ":") }.map(\.byte)
    let end = start + name.count
    guard end + 1 < text.count, text[end + 1].byte == UInt8(ascii: "]"), let ranges = classes[String(decoding: name, as: UTF8.self)] else {
      return nil
    }
    return (ranges, end + 2)
  }

  /// POSIX XBD 7.3.1 for the C locale.
  static let classes: [String: [ClosedRange<UInt8>]] = [
    "alpha": [0x41...0x5A, 0x61...0x7A], "digit": [0x30...0x39], "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A],
    "upper": [0x41...0x5A], "lower": [0x61...0x7A], "space": [0x20...0x20, 0x09...0x0D], "blank": [0x20...0x20, 0x09...0x09],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], "print": [0x20...0x7E], "graph": [0x21...0x7E],
    "cntrl": [0x00...0x1F, 0x7F...0x7F], "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]
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

  package enum Scope: Sendable { case first, all, prefix, suffix }

  /// `${v/pattern/replacement}` and its kin; the longest match at each place. An empty pattern changes nothing.
  package func replacing(in text: [UInt8], with replacement: [UInt8], _ scope: Scope) -> [UInt8] {
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
