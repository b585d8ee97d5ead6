/// Reads the text of a shell pattern into elements.
struct ShellPatternReader {
  private let text: [(byte: UInt8, isQuoted: Bool)]
  private(set) var isSure = true

  init(_ text: [(byte: UInt8, isQuoted: Bool)]) { self.text = text }

  mutating func elements() -> [ShellPattern.Element] {
    var elements: [ShellPattern.Element] = []
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
        if let (set, next) = set(from: index) {
          elements.append(set)
          index = next
        } else {
          elements.append(.byte(byte))
        }
      default: elements.append(.byte(byte))
      }
    }
    return elements
  }

  private func isPlain(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    index < text.count && !text[index].isQuoted && text[index].byte == UInt8(ascii: character)
  }

  private mutating func set(from start: Int) -> (ShellPattern.Element, Int)? {
    var index = start
    let isNegated = isPlain(index, "!") || isPlain(index, "^")
    if isNegated { index += 1 }
    var ranges: [ClosedRange<UInt8>] = []
    let first = index
    while index < text.count {
      if isPlain(index, "]"), index > first { return (.set(ranges, isNegated: isNegated), index + 1) }
      if isPlain(index, "["), index + 1 < text.count, [UInt8(ascii: "="), UInt8(ascii: ".")].contains(text[index + 1].byte) {
        isSure = false
      }
      if isPlain(index, "["), isPlain(index + 1, ":") {
        if let (named, next) = namedClass(from: index + 2) {
          ranges += named
          index = next
          continue
        }
        isSure = false
      }
      guard let (low, afterLow) = member(at: index) else { return nil }
      if isPlain(afterLow, "-"), afterLow + 1 < text.count, !isPlain(afterLow + 1, "]") {
        guard let (high, next) = member(at: afterLow + 1) else { return nil }
        if low <= high { ranges.append(low...high) } else { isSure = false }
        index = next
      } else {
        ranges.append(low...low)
        index = afterLow
      }
    }
    return nil
  }

  /// A byte of a set; a backslash quotes the next one.
  private func member(at index: Int) -> (UInt8, next: Int)? {
    guard index < text.count else { return nil }
    if isPlain(index, "\\"), index + 1 < text.count { return (text[index + 1].byte, index + 2) }
    return (text[index].byte, index + 1)
  }

  private func namedClass(from start: Int) -> ([ClosedRange<UInt8>], Int)? {
    let name = text[min(start, text.count)...].prefix { $0.byte != UInt8(ascii: ":") }.map(\.byte)
    let end = start + name.count
    guard end + 1 < text.count, text[end + 1].byte == UInt8(ascii: "]"), let ranges = CharacterClass.ranges[name.text] else { return nil }
    return (ranges, end + 2)
  }
}
