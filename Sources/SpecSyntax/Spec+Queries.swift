package import Diagnostics

// What rules, fixes and suppressions ask of a spec's own text.
extension Spec {
  // MARK: Places

  /// The index of the line that holds a byte; the last one for offsets behind the text; nil for an empty spec.
  package func lineIndex(at offset: Int) -> Int? {
    guard !lines.isEmpty else { return nil }
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  package func line(at offset: Int) -> SpecLine? { lineIndex(at: offset).map { lines[$0] } }

  /// The section that a byte belongs to; its own header is part of it.
  package func section(at offset: Int) -> SpecSection {
    let index = lineIndex(at: offset) ?? 0
    return sections.last { $0.lines.lowerBound <= index && ($0.lines.contains(index) || $0.lines.isEmpty) } ?? sections[0]
  }

  /// Whether the physical line that holds a byte begins with `#`, wherever rpm joins it to others.
  package func isInComment(_ offset: Int) -> Bool {
    bytes[bytes.lineStart(of: offset)...].first { !$0.isBlank } == UInt8(ascii: "#")
  }

  /// The lines, by their indices, whose condition has another branch after its own, `%elif` or `%else`.
  package var linesWithFurtherBranch: Set<Int> { Set(conditionals.flatMap { $0.branches.dropLast().map(\.line) }) }

  // MARK: Nodes

  /// A tag with the line it stands on.
  package var tags: [(tag: TagNode, line: SpecLine)] {
    lines.compactMap { if case .tag(let tag) = $0.content { (tag, $0) } else { nil } }
  }

  /// The lines of a section, without its header.
  package func lines(of section: SpecSection) -> ArraySlice<SpecLine> {
    lines[section.header == nil ? section.lines : section.lines.dropFirst()]
  }

  /// Every call, also in others, in the order of their percent signs.
  package var calls: [MacroCall] {
    var found: [MacroCall] = []
    forEachCall { found.append($0) }
    return found
  }

  /// Calls of a macro, and questions whether it is defined: `%name`, `%{name …}`, `%{?name:…}`, `%{!?name}`.
  package func calls(of name: String) -> [MacroCall] {
    let name = Array(name.utf8)
    var found: [MacroCall] = []
    forEachCall { call in
      if call.reference.name.count == name.count, bytes[call.reference.name].elementsEqual(name) { found.append(call) }
    }
    return found
  }

  /// Every `%define` and `%global`, also in other calls.
  package var definitions: [MacroDefinitionNode] {
    var found: [MacroDefinitionNode] = []
    forEachCall { call in
      if let definition = call.definition { found.append(definition) }
    }
    return found
  }

  /// In the order of `calls`, without a list of them: most callers want few.
  private func forEachCall(_ body: (MacroCall) -> Void) {
    for line in lines { line.pieces.forEachCall(body) }
  }

  package func name(of call: MacroCall) -> String { String(decoding: bytes[call.reference.name], as: UTF8.self) }

  /// Whether a stretch begins or ends in the middle of no call: each lies in it, outside of it, or around it with its brackets.
  package func holdsWholeCalls(_ range: ByteRange) -> Bool {
    guard let first = lineIndex(at: range.lowerBound), let last = lineIndex(at: max(range.lowerBound, range.upperBound - 1)) else {
      return range.isEmpty
    }
    return lines[first...last].allSatisfy { line in
      line.pieces.calls.allSatisfy { call in
        let whole = call.reference.range
        return !whole.overlaps(range) || range.lowerBound <= whole.lowerBound && whole.upperBound <= range.upperBound
          || call.inner.lowerBound <= range.lowerBound && range.upperBound <= call.inner.upperBound
      }
    }
  }

  // MARK: The whole

  /// The ranges of the tree's leaves in order; joined they are the text.
  package var leaves: [ByteRange] {
    lines.flatMap { $0.pieces.leaves }
  }
}

extension [MacroPiece] {
  /// Every call, also in others, in the order of their percent signs.
  package var calls: [MacroCall] {
    var found: [MacroCall] = []
    forEachCall { found.append($0) }
    return found
  }

  fileprivate func forEachCall(_ body: (MacroCall) -> Void) {
    for piece in self {
      switch piece {
      case .text: continue
      case .call(let call):
        body(call)
        call.pieces.forEachCall(body)
      }
    }
  }

  fileprivate var leaves: [ByteRange] {
    flatMap { piece -> [ByteRange] in
      switch piece {
      case .text(let range): return [range]
      case .call(let call):
        let whole = call.reference.range
        guard !call.inner.isEmpty else { return [whole] }
        return [whole.lowerBound..<call.inner.lowerBound] + call.pieces.leaves + [call.inner.upperBound..<whole.upperBound]
      }
    }
  }
}
