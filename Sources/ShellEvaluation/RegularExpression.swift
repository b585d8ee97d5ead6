/// A POSIX regular expression (XBD 9) with the additions of GNU's regcomp, on bytes.
///
/// A search finds the leftmost match and of those the longest. It follows every way through the expression, the preferred first,
/// and visits each pair of instruction and place once. Which part of the text a group got is reported only where POSIX and every
/// implementation agree; otherwise the search ends in a doubt, and so it does in text that is not ASCII where an element other than a byte could
/// match part of a character.
///
/// Not handled, and then a doubt: collating symbols, equivalence classes, escapes that not every program knows.
struct RegularExpression: Sendable {
  enum Syntax: Sendable {
    /// BRE and ERE as regcomp, grep and expr read them.
    case basic, extended
    /// With the escapes that sed resolves, such as `\n` and `\t`.
    case sedBasic, sedExtended
    /// ERE with awk's string escapes.
    case awk
  }

  struct Match {
    var range: Range<Int>
    /// Those of `\1`, `\2` …; nil for a group that took no part.
    var groups: [Range<Int>?]
  }

  enum Instruction: Sendable {
    case bytes(ByteClass)
    /// The preferred way first.
    case split(Int, Int)
    case jump(Int)
    case save(Int)
    /// Begins an iteration that must not be empty.
    case mark(Int)
    /// Fails where nothing was taken since the mark.
    case progress(Int)
    case textStart
    case textEnd
    case boundary(RegularExpressionNode.Boundary)
    case backReference(Int)
    case match
  }

  private let program: [Instruction]
  let groupCount: Int
  private let slotCount: Int
  private let hasBackReference: Bool
  private let hasAmbiguousGroups: Bool
  private let isIndependentOfEncoding: Bool

  init(_ pattern: [UInt8], _ syntax: Syntax, ignoringCase: Bool = false) throws(Doubt) {
    var parser = RegularExpressionParser(pattern, syntax, ignoringCase: ignoringCase)
    let node = try parser.parse()
    groupCount = parser.groupCount
    hasBackReference = parser.hasBackReference
    hasAmbiguousGroups = groupCount > 0 && node.hasAmbiguousGroups
    var compiler = RegularExpressionCompiler(slots: 2 * (groupCount + 1))
    try compiler.emit(node)
    compiler.program.append(.match)
    program = compiler.program
    slotCount = compiler.slots
    isIndependentOfEncoding = program.allSatisfy { instruction in
      if case .bytes(let set) = instruction { set.single != nil } else { true }
    }
  }

  /// - Parameter needsGroups: false where nobody asks for `\1` and its kin; `groups` are then not reliable.
  func firstMatch(
    in text: [UInt8], from start: Int = 0, needsGroups: Bool = false, budget: StepBudget
  ) throws(Doubt) -> Match? {
    guard isIndependentOfEncoding || text.isASCII else { throw .locale }
    guard start <= text.count else { return nil }
    for place in start...text.count {
      if let match = try longest(in: text, at: place, needsAllWays: needsGroups && hasAmbiguousGroups, budget) { return match }
    }
    return nil
  }

  /// A match that begins where the text does.
  func matchAtStart(of text: [UInt8], needsGroups: Bool, budget: StepBudget) throws(Doubt) -> Match? {
    guard isIndependentOfEncoding || text.isASCII else { throw .locale }
    return try longest(in: text, at: 0, needsAllWays: needsGroups && hasAmbiguousGroups, budget)
  }

  private struct Thread {
    var instruction: Int
    var place: Int
    var slots: [Int]
  }

  private func longest(in text: [UInt8], at start: Int, needsAllWays: Bool, _ budget: StepBudget) throws(Doubt) -> Match? {
    var best: [Int]?
    var bestEnd = -1
    var isAmbiguous = false
    let remembers = !hasBackReference && !needsAllWays
    var visited: Set<Int> = []
    var threads = [Thread(instruction: 0, place: start, slots: [Int](repeating: -1, count: slotCount))]
    while var thread = threads.popLast() {
      following: while true {
        try budget.spend()
        if remembers, !visited.insert(thread.instruction * (text.count + 1) + thread.place).inserted { break following }
        switch program[thread.instruction] {
        case .bytes(let set):
          guard thread.place < text.count, set.contains(text[thread.place]) else { break following }
          thread.place += 1
        case .split(let preferred, let other):
          threads.append(Thread(instruction: other, place: thread.place, slots: thread.slots))
          thread.instruction = preferred
          continue following
        case .jump(let target):
          thread.instruction = target
          continue following
        case .save(let slot), .mark(let slot): thread.slots[slot] = thread.place
        case .progress(let slot): if thread.slots[slot] == thread.place { break following }
        case .textStart: if thread.place != 0 { break following }
        case .textEnd: if thread.place != text.count { break following }
        case .boundary(let boundary): if !boundary.holds(in: text, at: thread.place) { break following }
        case .backReference(let group):
          let (low, high) = (thread.slots[2 * group], thread.slots[2 * group + 1])
          guard low >= 0, high >= low, text[thread.place...].starts(with: text[low..<high]) else { break following }
          thread.place += high - low
        case .match:
          let groups = Array(thread.slots[..<(2 * (groupCount + 1))])
          if thread.place > bestEnd {
            (best, bestEnd, isAmbiguous) = (groups, thread.place, false)
          } else if thread.place == bestEnd, groups != best {
            isAmbiguous = true
          }
          break following
        }
        thread.instruction += 1
      }
      if remembers, bestEnd == text.count { break }
    }
    guard let best else { return nil }
    if needsAllWays && isAmbiguous { throw Doubt("matches a regular expression in more than one way") }
    let groups = (0..<groupCount).map { group -> Range<Int>? in
      let (low, high) = (best[2 * group + 2], best[2 * group + 3])
      return low >= 0 && high >= low ? low..<high : nil
    }
    return Match(range: start..<bestEnd, groups: groups)
  }
}
