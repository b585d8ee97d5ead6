internal import ShellSyntax

// Parameter expansion (XCU 2.6.2).
extension ShellSession {
  /// A parameter before any operation.
  private enum Parameter {
    case unset
    case one([UInt8])
    /// `$@`, `$*`, `${a[@]}`, `${a[*]}` and which of both.
    case many([[UInt8]], isStar: Bool)
  }

  mutating func fragments(of expansion: ParameterExpansion, isQuoted: Bool) throws(Doubt) -> [Fragment] {
    try budget.spend()
    if expansion.isIndirect { return try fragments(of: try target(of: expansion), isQuoted: isQuoted) }
    switch expansion.operation {
    case .namesWithPrefix: throw Doubt("lists variables")
    case .arrayKeys:
      let keys = try variable(expansion.name)?.elements.keys.sorted() ?? []
      return fragments(of: keys.map { Array(String($0)) }, isQuoted: isQuoted)
    default: break
    }
    let parameter = try parameter(expansion)
    switch expansion.operation {
    case .useDefault(let word, let ifEmpty):
      return try isMissing(parameter, ifEmpty)
        ? fragments(ofDefault: word, isQuoted: isQuoted) : fragments(of: parameter, isQuoted: isQuoted)
    case .useAlternative(let word, let ifEmpty):
      return try isMissing(parameter, ifEmpty)
        ? fragments(of: .one([]), isQuoted: isQuoted) : fragments(ofDefault: word, isQuoted: isQuoted)
    case .assignDefault(let word, let ifEmpty):
      guard try isMissing(parameter, ifEmpty) else { return try fragments(of: parameter, isQuoted: isQuoted) }
      guard expansion.name.utf8.first?.isNameStart ?? false, expansion.index == nil else { throw Doubt("assigns in an expansion") }
      let value = try isQuoted ? quotedText(of: word) : text(of: word)
      try assign(expansion.name, .text(value))
      return try fragments(of: .one(value), isQuoted: isQuoted)
    case .indicateError(_, let ifEmpty):
      if try isMissing(parameter, ifEmpty) { throw Doubt("stops for want of $\(expansion.name)") }
      return try fragments(of: parameter, isQuoted: isQuoted)
    default: break
    }
    if case .unset = parameter, shell.options.noUnset { throw Doubt("stops for want of $\(expansion.name)") }
    return try fragments(of: try applying(expansion.operation, to: parameter, expansion), isQuoted: isQuoted)
  }

  private mutating func target(of expansion: ParameterExpansion) throws(Doubt) -> ParameterExpansion {
    var inner = expansion
    inner.isIndirect = false
    inner.operation = .value
    guard case .one(let name) = try parameter(inner), name.isName else { throw Doubt("uses an indirect expansion") }
    inner.name = name.text
    inner.index = nil
    inner.operation = expansion.operation
    return inner
  }

  private mutating func parameter(_ expansion: ParameterExpansion) throws(Doubt) -> Parameter {
    switch expansion.name {
    case "@", "*": return .many(try positionalParameters(), isStar: expansion.name == "*")
    case "#": return .one(Array(String(try positionalParameters().count)))
    case "?": return .one(Array(String(status)))
    case "$", "!", "-", "0": throw Doubt("uses $\(expansion.name)")
    default: break
    }
    if let number = Array(expansion.name.utf8).count10 {
      let positional = try positionalParameters()
      return number <= positional.count ? .one(positional[number - 1]) : .unset
    }
    let variable = try variable(expansion.name)
    guard let index = expansion.index else { return variable?.text.map { .one($0) } ?? .unset }
    if let whole = Self.literal(index), whole == "@" || whole == "*" {
      let elements = variable?.elements ?? [:]
      return .many(elements.keys.sorted().compactMap { elements[$0] }, isStar: whole == "*")
    }
    let place = try arithmetic(try quotedText(of: index))
    guard let elements = variable?.elements else { return .unset }
    let absolute = place < 0 ? (elements.keys.max() ?? -1) + 1 + place : place
    guard absolute >= 0 else { throw Doubt("uses an element before the first") }
    return elements[absolute].map { .one($0) } ?? .unset
  }

  static func literal(_ word: Word) -> String? {
    guard word.parts.count == 1, case .literal(let bytes)? = word.parts.first?.kind else { return nil }
    return bytes.text
  }

  private func isMissing(_ parameter: Parameter, _ ifEmpty: Bool) throws(Doubt) -> Bool {
    switch parameter {
    case .unset: return true
    case .one(let text): return ifEmpty && text.isEmpty
    case .many(let values, _):
      // Versions differ on whether one empty argument is empty.
      guard values.isEmpty || !ifEmpty || values.contains(where: { !$0.isEmpty }) else {
        throw Doubt("asks whether empty arguments are empty")
      }
      return values.isEmpty
    }
  }

  // MARK: Results

  private func fragments(of parameter: Parameter, isQuoted: Bool) throws(Doubt) -> [Fragment] {
    switch parameter {
    case .unset: return [Fragment(bytes: [], isQuoted: isQuoted, isSplit: !isQuoted)]
    case .one(let text): return [Fragment(bytes: text, isQuoted: isQuoted, isSplit: !isQuoted)]
    case .many(let values, let isStar):
      let separators = try separators()
      if isStar, separators != [0x20, 0x09, 0x0A] || isQuoted {
        // Unquoted with another IFS, what an assignment gets differs between versions.
        guard isQuoted else { throw Doubt("uses an unquoted $*") }
        return [Fragment(bytes: Array(values.joined(separator: separators.prefix(1))), isQuoted: true)]
      }
      return fragments(of: values, isQuoted: isQuoted)
    }
  }

  private func fragments(of values: [[UInt8]], isQuoted: Bool) -> [Fragment] {
    values.enumerated().map { Fragment(bytes: $1, isQuoted: isQuoted, isSplit: !isQuoted, startsField: $0 > 0) }
  }

  /// The word in `${v:-word}`: unquoted text in it is split like a value.
  private mutating func fragments(ofDefault word: Word, isQuoted: Bool) throws(Doubt) -> [Fragment] {
    if isQuoted { return [Fragment(bytes: try quotedText(of: word), isQuoted: true)] }
    var fragments = try fragments(of: word.parts, tilde: .command)
    for index in fragments.indices where !fragments[index].isQuoted { fragments[index].isSplit = true }
    return fragments
  }

  // MARK: Operations

  private mutating func applying(
    _ operation: ParameterExpansion.Operation, to parameter: Parameter, _ expansion: ParameterExpansion
  ) throws(Doubt) -> Parameter {
    switch operation {
    case .value: return parameter
    case .length:
      switch parameter {
      case .unset: return .one(Array("0"))
      case .many(let values, _): return .one(Array(String(values.count)))
      case .one(let text):
        guard text.isASCII else { throw .locale }
        return .one(Array(String(text.count)))
      }
    case .substring(let offset, let length):
      let start = try arithmetic(offset)
      let count = try length.map { (length) throws(Doubt) in try arithmetic(length) }
      if case .many(let values, let isStar) = parameter {
        return .many(try slice(values, start, count, of: expansion), isStar: isStar)
      }
      return try mapped(parameter) { (_, text) throws(Doubt) in
        guard text.isASCII else { throw .locale }
        guard let part = ParameterText.substring(text, offset: start, length: count) else { throw Doubt("uses a negative length") }
        return part
      }
    default: return try mapped(parameter, by: try transformation(operation))
    }
  }

  /// `${@:2:3}` and `${a[@]:1}`
  private func slice(_ values: [[UInt8]], _ start: Int, _ count: Int?, of expansion: ParameterExpansion) throws(Doubt) -> [[UInt8]] {
    let odd = Doubt("uses a part of an array")
    guard (count ?? 0) >= 0 else { throw odd }
    // From the end for a negative offset; `$@` begins with `$0`, which is not known.
    var first = start < 0 ? values.count + start : expansion.index == nil ? start - 1 : start
    if expansion.index != nil, let elements = try variable(expansion.name)?.elements,
      elements.keys.contains(where: { $0 >= elements.count })
    {
      throw odd
    }
    guard first >= 0 else { throw odd }
    first = min(first, values.count)
    return Array(values.dropFirst(first).prefix(count ?? .max))
  }

  private typealias Transformation = (ShellSession, [UInt8]) throws(Doubt) -> [UInt8]

  private mutating func transformation(_ operation: ParameterExpansion.Operation) throws(Doubt) -> Transformation {
    let extended = shell.options.extendedPatterns
    switch operation {
    case .removePrefix(let word, let longest):
      let pattern = try pattern(word, allowsExtended: extended)
      return { (session, text) throws(Doubt) in
        try session.checkCost(text, pattern)
        return pattern.removingPrefix(of: text, longest: longest)
      }
    case .removeSuffix(let word, let longest):
      let pattern = try pattern(word, allowsExtended: extended)
      return { (session, text) throws(Doubt) in
        for _ in 0...text.count { try session.checkCost(text, pattern) }
        return pattern.removingSuffix(of: text, longest: longest)
      }
    case .replace(let word, let replacement, let scope):
      let pattern = try pattern(word, allowsExtended: extended)
      let new = try replacement.map { (word) throws(Doubt) in try self.replacement(word) } ?? []
      guard !pattern.elements.isEmpty else { throw Doubt("replaces an empty pattern") }
      return { (session, text) throws(Doubt) in
        for _ in 0...text.count { try session.checkCost(text, pattern) }
        let result = pattern.replacing(in: text, with: new, scope)
        guard result.count <= Self.maximumOutput else { throw .size }
        return result
      }
    case .caseModification(let kind, let word):
      let pattern = try word.map { (word) throws(Doubt) in try self.pattern(word, allowsExtended: extended) }
      return { (_, text) throws(Doubt) in
        guard text.isASCII else { throw .locale }
        return ParameterText.caseModified(text, kind, pattern: pattern)
      }
    case .transformation(let letter):
      return { (_, text) throws(Doubt) in
        guard text.isASCII else { throw .locale }
        switch letter {
        case UInt8(ascii: "U"): return text.map(\.uppercased)
        case UInt8(ascii: "L"): return text.map(\.lowercased)
        case UInt8(ascii: "u"): return ParameterText.caseModified(text, .upperFirst)
        case UInt8(ascii: "Q"): if let quoted = ParameterText.quoted(text) { return quoted }
        default: break
        }
        throw Doubt("uses the transformation '@\([letter].text)'")
      }
    case .value, .length, .useDefault, .assignDefault, .indicateError, .useAlternative, .substring, .namesWithPrefix, .arrayKeys:
      throw Doubt("uses an unusual expansion")
    }
  }

  /// Since bash 5.2 an unquoted `&` in the replacement stands for the match.
  private mutating func replacement(_ word: Word) throws(Doubt) -> [UInt8] {
    let fragments = try fragments(of: word.parts, tilde: .assignment)
    if fragments.contains(where: { !$0.isQuoted && ($0.bytes.contains(UInt8(ascii: "&")) || $0.bytes.contains(UInt8(ascii: "\\"))) }) {
      throw Doubt("replaces by '&', which depends on bash's version")
    }
    return fragments.flatMap(\.bytes)
  }

  private func mapped(_ parameter: Parameter, by body: Transformation) throws(Doubt) -> Parameter {
    switch parameter {
    case .unset: return .one(try body(self, []))
    case .one(let text): return .one(try body(self, text))
    case .many(let values, let isStar):
      var results: [[UInt8]] = []
      for value in values { results.append(try body(self, value)) }
      return .many(results, isStar: isStar)
    }
  }
}
