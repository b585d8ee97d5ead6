internal import ShellSyntax

/// bash's `{a,b}` and `{1..3}`, done before every other expansion and on unquoted text only.
enum BraceExpansion {
  private enum Atom {
    case byte(UInt8, WordPart)
    case part(WordPart)
  }
  private static let limit = 256

  /// The words a word stands for; the word itself where it has no braces that bash expands.
  static func expand(_ word: Word) -> [Word] {
    let hasBrace = word.parts.contains { part in
      if case .literal(let bytes) = part.kind { bytes.contains(UInt8(ascii: "{")) } else { false }
    }
    guard hasBrace else { return [word] }
    var budget = limit
    return expand(atoms(of: word)[...], &budget).map { Word(range: word.range, parts: parts($0)) }
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
        if let numbers = numbers(atoms[(open + 1)..<index]) { return (open, index, numbers) }
        break
      }
    }
    return nil
  }

  private static func isByte(_ atom: Atom, _ character: Unicode.Scalar) -> Bool {
    if case .byte(let byte, _) = atom { byte == UInt8(ascii: character) } else { false }
  }

  private static func numbers(_ atoms: ArraySlice<Atom>) -> [ArraySlice<Atom>]? {
    var text: [UInt8] = []
    var origin: WordPart?
    for atom in atoms {
      guard case .byte(let byte, let part) = atom else { return nil }
      text.append(byte)
      origin = part
    }
    let bounds = String(decoding: text, as: UTF8.self).split(separator: ".", omittingEmptySubsequences: false)
    guard let origin, bounds.count == 3, bounds[1].isEmpty, let low = Int(bounds[0]), let high = Int(bounds[2]), abs(high - low) < limit
    else {
      return nil
    }
    let values = low <= high ? Array(low...high) : Array((high...low).reversed())
    return values.map { value in String(value).utf8.map { Atom.byte($0, origin) }[...] }
  }
}
