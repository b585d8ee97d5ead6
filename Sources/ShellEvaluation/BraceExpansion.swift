package import ShellSyntax

/// bash's `{a,b}` and `{1..3}`, done before every other expansion and on unquoted text only.
package enum BraceExpansion {
  private enum Atom {
    case byte(UInt8, WordPart)
    case part(WordPart)
  }
  private static let limit = 1024

  /// The words a word stands for; the word itself where it has no braces that bash expands, nil where they are too many.
  package static func expand(_ word: Word) -> [Word]? {
    let hasBrace = word.parts.contains { part in
      if case .literal(let bytes) = part.kind { bytes.contains(UInt8(ascii: "{")) } else { false }
    }
    guard hasBrace else { return [word] }
    var budget = limit
    let words = expand(atoms(of: word)[...], &budget)
    guard budget > 0, words.count < limit else { return nil }
    return words.map { Word(range: word.range, parts: parts($0)) }
  }

  private static func atoms(of word: Word) -> [Atom] {
    word.parts.flatMap { part -> [Atom] in
      if case .literal(let bytes) = part.kind { bytes.map { .byte($0, part) } } else { [.part(part)] }
    }
  }

  private static func parts(_ atoms: [Atom]) -> [WordPart] {
    var parts: [WordPart] = []
    for atom in atoms {
      switch atom {
      case .part(let part): parts.append(part)
      case .byte(let byte, let part):
        if case .literal(let bytes)? = parts.last?.kind {
          parts[parts.count - 1].kind = .literal(bytes + [byte])
        } else {
          parts.append(WordPart(range: part.range, kind: .literal([byte])))
        }
      }
    }
    return parts
  }

  private static func expand(_ atoms: ArraySlice<Atom>, _ budget: inout Int) -> [[Atom]] {
    guard budget > 0, let (open, close, choices) = group(in: atoms) else { return [Array(atoms)] }
    budget -= 1
    let prefix = Array(atoms[..<open])
    let suffixes = expand(atoms[(close + 1)...], &budget)
    var words: [[Atom]] = []
    for choice in choices {
      for middle in expand(choice, &budget) {
        for suffix in suffixes where words.count < limit { words.append(prefix + middle + suffix) }
      }
    }
    return words
  }

  /// The first brace group that has a comma or a range.
  private static func group(in atoms: ArraySlice<Atom>) -> (open: Int, close: Int, choices: [ArraySlice<Atom>])? {
    for open in atoms.indices where isByte(atoms[open], "{") {
      var level = 0
      var commas: [Int] = []
      for index in atoms[open...].indices {
        if isByte(atoms[index], "{") { level += 1 }
        if isByte(atoms[index], ","), level == 1 { commas.append(index) }
        guard isByte(atoms[index], "}") else { continue }
        level -= 1
        guard level == 0 else { continue }
        if !commas.isEmpty {
          let starts = [open + 1] + commas.map { $0 + 1 }
          return (open, index, zip(starts, commas + [index]).map { atoms[$0..<$1] })
        }
        if let values = sequence(atoms[(open + 1)..<index]) { return (open, index, values) }
        break
      }
    }
    return nil
  }

  private static func isByte(_ atom: Atom, _ character: Unicode.Scalar) -> Bool {
    if case .byte(let byte, _) = atom { byte == UInt8(ascii: character) } else { false }
  }

  /// `1..3`, `01..10`, `a..e`, `1..9..2`
  private static func sequence(_ atoms: ArraySlice<Atom>) -> [ArraySlice<Atom>]? {
    var text: [UInt8] = []
    var origin: WordPart?
    for atom in atoms {
      guard case .byte(let byte, let part) = atom else { return nil }
      text.append(byte)
      origin = part
    }
    let bounds = text.text.split(separator: ".", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard let origin, bounds.count == 3 || bounds.count == 5, bounds[1].isEmpty, bounds.count == 3 || bounds[3].isEmpty else { return nil }
    var step = 1
    if bounds.count == 5 {
      guard let given = Int(bounds[4].text), abs(given) < 1 << 31 else { return nil }
      step = max(1, abs(given))
    }
    guard let values = values(bounds[0], bounds[2], step) else { return nil }
    return values.map { value in value.map { Atom.byte($0, origin) }[...] }
  }

  private static func values(_ first: [UInt8], _ last: [UInt8], _ step: Int) -> [[UInt8]]? {
    func steps(_ low: Int, _ high: Int) -> [Int]? {
      guard abs(low) < 1 << 40, abs(high) < 1 << 40 else { return nil }
      // One more than is allowed, so that the caller sees the excess.
      return Array(stride(from: low, through: high, by: low <= high ? step : -step).prefix(limit + 1))
    }
    if let low = Int(first.text), let high = Int(last.text) {
      let isPadded = [first, last].contains {
        $0.drop { $0 == UInt8(ascii: "-") }.count > 1 && $0.drop { $0 == UInt8(ascii: "-") }.first == 0x30
      }
      let width = isPadded ? max(first.count, last.count) : 0
      return steps(low, high)?.map { number in
        let digits = String(abs(number))
        let sign = number < 0 ? "-" : ""
        return Array(sign + String(repeating: "0", count: max(0, width - digits.utf8.count - sign.utf8.count)) + digits)
      }
    }
    // Between letters of both cases lie characters that bash treats in its own ways.
    if first.count == 1, last.count == 1, first[0].isLower && last[0].isLower || first[0].isUpper && last[0].isUpper {
      return steps(Int(first[0]), Int(last[0]))?.map { [UInt8(truncatingIfNeeded: $0)] }
    }
    return nil
  }
}
