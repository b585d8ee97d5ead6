// `${…}` (XCU 2.6.2; the bash manual, "Shell Parameter Expansion").
extension ShellParser {
  /// At the `$`; `brace` is the place of `{`.
  mutating func bracedExpansion(at brace: Int, _ style: WordStyle) -> WordPart {
    let start = offset
    offset = brace + 1
    skipContinuations()
    var expansion = ParameterExpansion(name: "", isBraced: true)
    if let length = lengthOperand() {
      expansion.name = length
      expansion.index = subscriptWord()
      expansion.operation = .length
    } else {
      expansion.isIndirect = acceptIndirection()
      expansion.name = acceptParameter() ?? ""
      if !expansion.name.isEmpty {
        expansion.index = subscriptWord()
        skipContinuations()
        expansion.operation = operation(&expansion, style)
      }
    }
    finishBraces(&expansion, from: start)
    return WordPart(range: range(from: start), kind: .parameter(expansion))
  }

  /// The closing brace; what stands before it that no expansion allows is skipped.
  private mutating func finishBraces(_ expansion: inout ParameterExpansion, from start: Int) {
    skipContinuations()
    if expansion.name.isEmpty || byte != UInt8(ascii: "}") {
      if !atEnd { report("bad substitution", from: start, to: offset) }
      _ = word(.braced)
      skipContinuations()
    }
    if !accept("}") { report("'${' without '}'", from: start, to: start + 2) }
  }

  /// The parameter in `${#name}`, unless `#` is the parameter as in `${#}` and `${#-word}`.
  private mutating func lengthOperand() -> String? {
    guard byte == UInt8(ascii: "#") else { return nil }
    let start = offset
    offset = following(offset)
    if let name = acceptParameter() {
      skipContinuations()
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "[") && name.utf8.first?.isNameStart ?? false { return name }
    }
    offset = start
    return nil
  }

  /// `!`, unless it is the parameter as in `${!}` and `${!-word}`.
  private mutating func acceptIndirection() -> Bool {
    guard byte == UInt8(ascii: "!") else { return false }
    let next = following(offset)
    guard let byte = byte(at: next) else { return false }
    let isIndirect: Bool
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "$"), UInt8(ascii: "-"),
      UInt8(ascii: "!"):
      isIndirect = self.byte(at: following(next)) == UInt8(ascii: "}")
    default: isIndirect = byte.isNameByte
    }
    if isIndirect { offset = next }
    return isIndirect
  }

  /// A name, a number of any length, or a special parameter.
  private mutating func acceptParameter() -> String? {
    if let (name, end) = name(at: offset) {
      offset = end
      return name
    }
    guard let byte, byte.isDigit || byte.isSpecialParameter else { return nil }
    let start = offset
    offset += 1
    if byte.isDigit {
      while self.byte?.isDigit ?? false { offset += 1 }
    }
    return source.text(start..<offset)
  }

  /// `[…]` behind the parameter.
  private mutating func subscriptWord() -> Word? {
    guard byte == UInt8(ascii: "[") else { return nil }
    let start = offset
    if let word = index() { return word }
    offset = start
    return nil
  }

  private mutating func operation(_ expansion: inout ParameterExpansion, _ style: WordStyle) -> ParameterExpansion.Operation {
    guard let byte else { return .value }
    switch byte {
    case UInt8(ascii: ":"): return colonOperation(style)
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "+"):
      return substitution(byte, ifEmpty: false, style)
    case UInt8(ascii: "#"):
      return accept("##") ? .removePrefix(word(.bracedPattern), longest: true) : .removePrefix(patternOperand(), longest: false)
    case UInt8(ascii: "%"):
      return accept("%%") ? .removeSuffix(word(.bracedPattern), longest: true) : .removeSuffix(patternOperand(), longest: false)
    case UInt8(ascii: "/"): return replacement()
    case UInt8(ascii: "^"): return caseModification(accept("^^") ? .upperAll : .upperFirst)
    case UInt8(ascii: ","): return caseModification(accept(",,") ? .lowerAll : .lowerFirst)
    case UInt8(ascii: "@"), UInt8(ascii: "*"): return atOperation(&expansion)
    default:
      return namesKeys(&expansion)
    }
  }

  /// The pattern behind an operator of one byte.
  private mutating func patternOperand() -> Word {
    offset += 1
    return word(.bracedPattern)
  }

  private mutating func colonOperation(_ style: WordStyle) -> ParameterExpansion.Operation {
    let next = following(offset)
    if let byte = byte(at: next), [UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "+")].contains(byte) {
      offset = next
      return substitution(byte, ifEmpty: true, style)
    }
    offset += 1
    let offset = arithmetic(.substring)
    skipContinuations()
    return .substring(offset: offset, length: accept(":") ? arithmetic(.substring) : nil)
  }

  private mutating func substitution(_ op: UInt8, ifEmpty: Bool, _ style: WordStyle) -> ParameterExpansion.Operation {
    offset += 1
    let word = word(style.bracedOperand)
    switch op {
    case UInt8(ascii: "-"): return .useDefault(word, ifEmpty: ifEmpty)
    case UInt8(ascii: "="): return .assignDefault(word, ifEmpty: ifEmpty)
    case UInt8(ascii: "?"): return .indicateError(word, ifEmpty: ifEmpty)
    default: return .useAlternative(word, ifEmpty: ifEmpty)
    }
  }

  private mutating func replacement() -> ParameterExpansion.Operation {
    offset += 1
    skipContinuations()
    let scope: ParameterExpansion.ReplaceScope = accept("/") ? .all : accept("#") ? .prefix : accept("%") ? .suffix : .first
    let start = offset
    var pattern = word(.replacedPattern)
    // In `${x///-}` the pattern is a slash: only the second byte of a pattern can end it.
    if pattern.parts.isEmpty, byte == UInt8(ascii: "/"), scope == .all || scope == .first {
      offset += 1
      let rest = word(.replacedPattern)
      pattern.parts = [WordPart(range: source.range(start..<start + 1), kind: .literal([UInt8(ascii: "/")]))] + rest.parts
      pattern.range = range(from: start)
    }
    skipContinuations()
    return .replace(pattern: pattern, replacement: accept("/") ? word(.braced) : nil, scope)
  }

  private mutating func caseModification(_ modification: ParameterExpansion.CaseModification) -> ParameterExpansion.Operation {
    if modification == .upperFirst || modification == .lowerFirst { offset += 1 }
    let pattern = word(.bracedPattern)
    return .caseModification(modification, pattern: pattern.parts.isEmpty ? nil : pattern)
  }

  /// `${name@Q}`, `${!prefix@}`, `${!prefix*}`
  private mutating func atOperation(_ expansion: inout ParameterExpansion) -> ParameterExpansion.Operation {
    let op = byte
    let next = following(offset)
    guard let letter = byte(at: next) else { return .value }
    if letter == UInt8(ascii: "}"), expansion.isIndirect {
      expansion.isIndirect = false
      offset = next
      return .namesWithPrefix
    }
    guard op == UInt8(ascii: "@"), Self.transformations.contains(letter) else { return .value }
    offset = next + 1
    return .transformation(letter)
  }

  /// `${!name[@]}`; for everything else the value.
  private func namesKeys(_ expansion: inout ParameterExpansion) -> ParameterExpansion.Operation {
    guard expansion.isIndirect, let index = expansion.index, index.parts.count == 1 else { return .value }
    guard case .literal(let bytes) = index.parts[0].kind, bytes == [UInt8(ascii: "@")] || bytes == [UInt8(ascii: "*")] else {
      return .value
    }
    expansion.isIndirect = false
    return .arrayKeys
  }

  private static let transformations = ByteSet("QEPAKaUuLk")
}
