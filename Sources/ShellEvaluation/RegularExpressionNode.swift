/// The tree of a regular expression.
indirect enum RegularExpressionNode: Sendable {
  enum Boundary: Sendable {
    /// `\b`, `\B`, `\<`, `\>`
    case word, notWord, wordStart, wordEnd

    func holds(in text: [UInt8], at place: Int) -> Bool {
      let before = place > 0 && ByteClass.word.contains(text[place - 1])
      let after = place < text.count && ByteClass.word.contains(text[place])
      return switch self {
      case .word: before != after
      case .notWord: before == after
      case .wordStart: !before && after
      case .wordEnd: before && !after
      }
    }
  }

  case empty
  case bytes(ByteClass)
  case textStart
  case textEnd
  case boundary(Boundary)
  case group(Int, RegularExpressionNode)
  case backReference(Int)
  case sequence([RegularExpressionNode])
  case alternatives([RegularExpressionNode])
  case repetition(RegularExpressionNode, ClosedRange<Int>)

  /// In place of no upper bound.
  static let unbounded = Int.max

  /// An alternative or a repeated group could take part in a match in ways among which implementations choose differently.
  var hasAmbiguousGroups: Bool {
    switch self {
    case .empty, .bytes, .textStart, .textEnd, .boundary, .backReference: false
    case .group(_, let inner): inner.hasAmbiguousGroups
    case .sequence(let nodes): nodes.contains(where: \.hasAmbiguousGroups)
    case .alternatives: true
    case .repetition(let inner, _): inner.hasGroup || inner.hasAmbiguousGroups
    }
  }

  private var hasGroup: Bool {
    switch self {
    case .empty, .bytes, .textStart, .textEnd, .boundary, .backReference: false
    case .group: true
    case .sequence(let nodes), .alternatives(let nodes): nodes.contains(where: \.hasGroup)
    case .repetition(let inner, _): inner.hasGroup
    }
  }
}

/// Turns the tree into instructions.
struct RegularExpressionCompiler {
  var program: [RegularExpression.Instruction] = []
  private(set) var slots: Int
  private static let limit = 4000

  init(slots: Int) { self.slots = slots }

  mutating func emit(_ node: RegularExpressionNode) throws(Doubt) {
    guard program.count < Self.limit else { throw Doubt("uses a regular expression that is too large") }
    switch node {
    case .empty: break
    case .bytes(let set): program.append(.bytes(set))
    case .textStart: program.append(.textStart)
    case .textEnd: program.append(.textEnd)
    case .boundary(let boundary): program.append(.boundary(boundary))
    case .backReference(let group): program.append(.backReference(group))
    case .group(let number, let inner):
      program.append(.save(2 * number))
      try emit(inner)
      program.append(.save(2 * number + 1))
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .alternatives(let nodes): try emitAlternatives(nodes[...])
    case .repetition(let inner, let bounds): try emitRepetition(inner, bounds)
    }
  }

  private mutating func emitAlternatives(_ nodes: ArraySlice<RegularExpressionNode>) throws(Doubt) {
    guard let first = nodes.first, nodes.count > 1 else {
      if let only = nodes.first { try emit(only) }
      return
    }
    let split = program.count
    program.append(.jump(0))
    try emit(first)
    let jump = program.count
    program.append(.jump(0))
    program[split] = .split(split + 1, program.count)
    try emitAlternatives(nodes.dropFirst())
    program[jump] = .jump(program.count)
  }

  private mutating func emitRepetition(_ inner: RegularExpressionNode, _ bounds: ClosedRange<Int>) throws(Doubt) {
    for _ in 0..<bounds.lowerBound { try emit(inner) }
    if bounds.upperBound == RegularExpressionNode.unbounded {
      let split = program.count
      let slot = slots
      slots += 1
      program.append(.jump(0))
      program.append(.mark(slot))
      try emit(inner)
      program.append(.progress(slot))
      program.append(.jump(split))
      program[split] = .split(split + 1, program.count)
    } else {
      var splits: [Int] = []
      for _ in bounds.lowerBound..<bounds.upperBound {
        splits.append(program.count)
        program.append(.jump(0))
        try emit(inner)
      }
      for split in splits { program[split] = .split(split + 1, program.count) }
    }
  }
}
