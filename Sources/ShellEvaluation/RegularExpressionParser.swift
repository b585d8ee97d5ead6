/// Reads a regular expression into a tree; whatever is undefined in POSIX and not the same in all GNU programs is a doubt.
struct RegularExpressionParser {
  private let pattern: [UInt8]
  private let syntax: RegularExpression.Syntax
  private let ignoresCase: Bool
  private var position = 0
  private var depth = 0
  private(set) var groupCount = 0
  private var closedGroups: Set<Int> = []
  private(set) var hasBackReference = false

  private static let odd = Doubt("uses an unusual regular expression")

  init(_ pattern: [UInt8], _ syntax: RegularExpression.Syntax, ignoringCase: Bool) {
    self.pattern = pattern
    self.syntax = syntax
    ignoresCase = ignoringCase
  }

  private var isExtended: Bool {
    switch syntax {
    case .basic, .sedBasic: false
    case .extended, .sedExtended, .awk: true
    }
  }
  private var isSed: Bool {
    switch syntax {
    case .sedBasic, .sedExtended: true
    case .basic, .extended, .awk: false
    }
  }

  mutating func parse() throws(Doubt) -> RegularExpressionNode {
    guard pattern.isASCII || !pattern.contains(UInt8(ascii: "[")) else { throw .locale }
    let node = try alternatives()
    guard position == pattern.count else { throw Self.odd }
    return node
  }

  // MARK: Operators

  private func at(_ text: String) -> Bool { pattern[min(position, pattern.count)...].hasPrefix(text) }

  private mutating func take(_ text: String) -> Bool {
    guard at(text) else { return false }
    position += text.utf8.count
    return true
  }

  private var bar: String { isExtended ? "|" : "\\|" }
  private var open: String { isExtended ? "(" : "\\(" }
  private var close: String { isExtended ? ")" : "\\)" }

  private mutating func alternatives() throws(Doubt) -> RegularExpressionNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { throw Self.odd }
    var nodes = [try sequence()]
    while take(bar) { nodes.append(try sequence()) }
    if nodes.count == 1 { return nodes[0] }
    guard nodes.allSatisfy({ if case .empty = $0 { false } else { true } }) else { throw Self.odd }
    return .alternatives(nodes)
  }

  private mutating func sequence() throws(Doubt) -> RegularExpressionNode {
    var nodes: [RegularExpressionNode] = []
    while position < pattern.count, !at(bar), !(at(close) && depth > 1) {
      let isFirst = nodes.allSatisfy { if case .textStart = $0 { true } else { false } }
      var node = try atom(isFirst: isFirst)
      var count = 0
      while let bounds = try quantifier() {
        count += 1
        switch node {
        case .textStart, .textEnd, .boundary, .repetition: throw Self.odd
        case .empty, .bytes, .group, .backReference, .sequence, .alternatives: node = .repetition(node, bounds)
        }
      }
      nodes.append(node)
    }
    return nodes.isEmpty ? .empty : nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quantifier() throws(Doubt) -> ClosedRange<Int>? {
    let unbounded = RegularExpressionNode.unbounded
    if take("*") { return 0...unbounded }
    if take(isExtended ? "+" : "\\+") { return 1...unbounded }
    if take(isExtended ? "?" : "\\?") { return 0...1 }
    guard take(isExtended ? "{" : "\\{") else { return nil }
    if case .awk = syntax { throw Self.odd }
    let low = number()
    let high: Int? = take(",") ? number() ?? unbounded : low
    guard let low, let high, low <= high, low <= 255, high == unbounded || high <= 255, take(isExtended ? "}" : "\\}") else {
      throw Self.odd
    }
    return low...high
  }

  private mutating func number() -> Int? {
    let digits = pattern[position...].prefix { $0.isDigit }
    position += digits.count
    return digits.count10
  }

  // MARK: Atoms

  private func single(_ byte: UInt8) -> RegularExpressionNode { set(ByteClass(byte)) }
  private func set(_ set: ByteClass) -> RegularExpressionNode { .bytes(ignoresCase ? set.ignoringCase : set) }

  private mutating func atom(isFirst: Bool) throws(Doubt) -> RegularExpressionNode {
    if take(open) { return try group() }
    let byte = pattern[position]
    position += 1
    switch byte {
    case UInt8(ascii: "."): return .bytes(.all)
    case UInt8(ascii: "["): return try bracket()
    case UInt8(ascii: "\\"): return try escape()
    case UInt8(ascii: "*"):
      guard isFirst, !isExtended else { throw Self.odd }
      return single(byte)
    case UInt8(ascii: "^"):
      if isExtended || isFirst { return .textStart }
      return single(byte)
    case UInt8(ascii: "$"):
      if isExtended || position == pattern.count || at(bar) || at(close) && depth > 1 { return .textEnd }
      return single(byte)
    case UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"), UInt8(ascii: ")"):
      if isExtended { throw Self.odd }
      return single(byte)
    default: return single(byte)
    }
  }

  private mutating func group() throws(Doubt) -> RegularExpressionNode {
    groupCount += 1
    let number = groupCount
    let inner = try alternatives()
    guard take(close) else { throw Self.odd }
    closedGroups.insert(number)
    return .group(number, inner)
  }

  private mutating func escape() throws(Doubt) -> RegularExpressionNode {
    guard position < pattern.count else { throw Self.odd }
    let byte = pattern[position]
    position += 1
    if case .awk = syntax { return single(try awkEscape(byte)) }
    switch byte {
    case UInt8(ascii: "w"): return .bytes(.word)
    case UInt8(ascii: "W"): return .bytes(ByteClass.word.inverted)
    case UInt8(ascii: "s"): return .bytes(.space)
    case UInt8(ascii: "S"): return .bytes(ByteClass.space.inverted)
    case UInt8(ascii: "b"): return .boundary(.word)
    case UInt8(ascii: "B"): return .boundary(.notWord)
    case UInt8(ascii: "<"): return .boundary(.wordStart)
    case UInt8(ascii: ">"): return .boundary(.wordEnd)
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      let group = Int(byte) - 0x30
      guard closedGroups.contains(group), !ignoresCase else { throw Self.odd }
      hasBackReference = true
      return .backReference(group)
    case UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"):
      guard isExtended, byte != UInt8(ascii: "`"), byte != UInt8(ascii: "'") else { throw Self.odd }
      return single(byte)
    case UInt8(ascii: "+"), UInt8(ascii: "?"):
      guard isExtended else { throw Self.odd }
      return single(byte)
    default:
      if isSed, let control = Self.sedControls[byte] { return single(control) }
      guard !byte.isLetter, !byte.isDigit, byte < 0x80, byte != 0x0A || isSed else { throw Self.odd }
      return single(byte)
    }
  }

  static let sedControls: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "a"): 0x07,
    UInt8(ascii: "r"): 0x0D,
  ]

  private func awkEscape(_ byte: UInt8) throws(Doubt) -> UInt8 {
    if let control = Self.sedControls[byte] { return control }
    guard !byte.isLetter, !byte.isDigit, byte < 0x80,
      ![UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "'")].contains(byte)
    else { throw Self.odd }
    return byte
  }

  // MARK: Bracket expressions

  private mutating func bracket() throws(Doubt) -> RegularExpressionNode {
    let isNegated = take("^")
    var members = ByteClass()
    var isFirst = true
    while true {
      guard position < pattern.count else { throw Self.odd }
      if at("]"), !isFirst { break }
      isFirst = false
      if at("[:") {
        members.formUnion(try namedClass())
        continue
      }
      let low = try member()
      if at("-"), position + 1 < pattern.count, pattern[position + 1] != UInt8(ascii: "]") {
        position += 1
        let high = try member()
        guard low <= high else { throw Self.odd }
        members.insert(low...high)
      } else {
        members.insert(low)
      }
    }
    position += 1
    if ignoresCase { members = members.ignoringCase }
    return .bytes(isNegated ? members.inverted : members)
  }

  private mutating func namedClass() throws(Doubt) -> ByteClass {
    let name = pattern[(position + 2)...].prefix { $0.isLetter }
    guard let ranges = CharacterClass.ranges[name.text] else { throw Self.odd }
    position += 2 + name.count
    guard take(":]") else { throw Self.odd }
    return ByteClass(ranges)
  }

  private mutating func member() throws(Doubt) -> UInt8 {
    if at("[=") || at("[.") || at("[:") { throw Self.odd }
    let byte = pattern[position]
    position += 1
    guard byte == UInt8(ascii: "\\"), position < pattern.count else { return byte }
    let next = pattern[position]
    if case .awk = syntax {
      position += 1
      return try awkEscape(next)
    }
    if isSed {
      if let control = Self.sedControls[next] {
        position += 1
        return control
      }
      if "cdoxUuLl".utf8.contains(next) { throw Self.odd }
    }
    return byte
  }
}
