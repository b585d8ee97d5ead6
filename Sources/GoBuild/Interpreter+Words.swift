internal import Diagnostics
internal import MacroExpansion
internal import ShellEvaluation
internal import ShellSyntax

/// Word expansion: POSIX XCU 2.6 and bash's additions, on values that may be known in parts only.
extension Interpreter {
  /// A stretch of a word after expansion, before it is split into fields.
  private struct Piece {
    var value: Value
    /// Split at blanks: the result of an unquoted expansion.
    var isSplit: Bool
    /// Came from quotes: makes a field even when it is empty.
    var isQuoted: Bool
    /// Begins a field of its own: the elements of `"$@"` and `"${a[@]}"`.
    var startsField = false
  }

  /// The fields a command gets for a word.
  mutating func expand(_ word: Word) -> [Value] {
    guard let words = BraceExpansion.expand(word) else { return [.unknown(.notFollowed)] }
    let expanded = words.flatMap { Self.fields(of: pieces($0.parts, tilde: .atStart)) }
    guard expanded.count <= Self.fieldLimit, work.affords(expanded.reduce(0) { $0 + 8 + $1.size / 16 }) else {
      return [.unknown(.notFollowed)]
    }
    return expanded
  }

  /// The one value of an assignment, a redirection's target or a `case` subject: not split.
  mutating func expandToOne(_ word: Word, tilde: Tilde = .atStart) -> Value {
    let value = pieces(word.parts, tilde: tilde).reduce(Value("")) { $0 + ($1.startsField ? Value(" ") : Value("")) + $1.value }
    return work.affords(value.size / 16) ? value : .unknown(.notFollowed)
  }

  private static func fields(of pieces: [Piece]) -> [Value] {
    var fields: [Value] = []
    var current: Value?
    for piece in pieces {
      if piece.startsField, let done = current {
        fields.append(done)
        current = nil
      }
      guard piece.isSplit else {
        if piece.isQuoted || !piece.value.isEmpty || current != nil { current = (current ?? Value("")) + globbed(piece) }
        continue
      }
      if piece.value.alternatives.count > 1, piece.value.isAlways({ $0.isOneField }) {
        current = (current ?? Value("")) + piece.value
        continue
      }
      for part in piece.value.parts {
        switch part {
        case .unknown: current = (current ?? Value("")) + Value(parts: [part])
        case .known(let bytes):
          var word: [UInt8] = []
          for byte in bytes {
            guard byte == 0x20 || byte == 0x09 || byte == 0x0A else {
              word.append(byte)
              continue
            }
            if !word.isEmpty { current = (current ?? Value("")) + Value(word) }
            word = []
            if let done = current { fields.append(done) }
            current = nil
          }
          if !word.isEmpty { current = (current ?? Value("")) + Value(word) }
        }
      }
    }
    if let current { fields.append(current) }
    return fields
  }

  /// Pathname expansion depends on the folder's contents: a star becomes unknown text.
  private static func globbed(_ piece: Piece) -> Value {
    guard !piece.isQuoted, case .known(let bytes)? = piece.value.parts.first, piece.value.parts.count == 1,
      bytes.contains(UInt8(ascii: "*"))
    else {
      return piece.value
    }
    var parts: [Value.Part] = []
    for chunk in bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false) {
      if !parts.isEmpty { parts.append(.unknown(.fileNames)) }
      parts.append(.known(Array(chunk)))
    }
    return Value(parts: parts)
  }

  /// Where a tilde stands for a home folder.
  enum Tilde { case nowhere, atStart, afterColons }

  private mutating func pieces(_ parts: [WordPart], tilde: Tilde = .nowhere) -> [Piece] {
    var pieces: [Piece] = []
    for (index, part) in parts.enumerated() {
      switch part.kind {
      case .literal(let bytes):
        let value = tildeExpanded(bytes, tilde, isFirst: index == 0, isLast: index == parts.count - 1)
        pieces.append(Piece(value: value, isSplit: false, isQuoted: false))
      case .escaped(let byte): pieces.append(Piece(value: Value([byte]), isSplit: false, isQuoted: true))
      case .singleQuoted(let bytes), .dollarSingleQuoted(let bytes):
        pieces.append(Piece(value: Value(literal: bytes), isSplit: false, isQuoted: true))
      case .doubleQuoted(let inner): pieces += quoted(inner)
      case .parameter(let expansion):
        if let elements = elements(of: expansion) {
          for (number, element) in elements.enumerated() {
            pieces.append(Piece(value: element, isSplit: true, isQuoted: false, startsField: number > 0))
          }
        } else if let word = wordTaken(by: expansion) {
          let isUnset = lookUp(expansion) == nil
          recordUse(expansion, isUnset: isUnset, at: part.range)
          let taken = piecesToSplit(word)
          if isUnset { callerDefaults[expansion.name] = taken.reduce(Value("")) { $0 + $1.value } }
          pieces += taken
        } else {
          pieces.append(Piece(value: value(of: expansion, at: part.range), isSplit: true, isQuoted: false))
        }
      case .commandSubstitution(let script, _):
        pieces.append(Piece(value: substitution(script, at: part.range), isSplit: true, isQuoted: false))
      case .arithmetic(let expression): pieces.append(Piece(value: number(expression), isSplit: false, isQuoted: false))
      case .processSubstitution(let script, _):
        inSubshell { $0.statements(script.statements) }
        pieces.append(Piece(value: .unknown(.fileNames), isSplit: false, isQuoted: true))
      case .extendedPattern: pieces.append(Piece(value: .unknown(.fileNames), isSplit: false, isQuoted: false))
      case .array: pieces.append(Piece(value: .unknown(.notFollowed), isSplit: false, isQuoted: true))
      }
    }
    return pieces
  }

  /// The word of `${v:+word}` or `${v:-word}` where that surely is what the expansion gives; nil elsewhere.
  private mutating func wordTaken(by expansion: ParameterExpansion) -> Word? {
    guard !expansion.isIndirect, !(state.variables[expansion.name]?.mayBeUnset ?? false) else { return nil }
    let current = lookUp(expansion)
    switch expansion.operation {
    case .useAlternative(let word, let ifEmpty): return current.map { !ifEmpty || $0.isSurelyNotEmpty } ?? false ? word : nil
    case .useDefault(let word, let ifEmpty): return current.map { ifEmpty && $0.isEmpty } ?? true ? word : nil
    case .value, .length, .assignDefault, .indicateError, .removePrefix, .removeSuffix, .replace, .substring, .caseModification,
      .transformation, .namesWithPrefix, .arrayKeys:
      return nil
    }
  }

  /// The pieces of a word inside an unquoted expansion: its quotes hold together what they enclose, and all else is split.
  ///
  /// `${LDFLAGS:+-ldflags "$LDFLAGS"}` are two fields, whatever blanks LDFLAGS has.
  private mutating func piecesToSplit(_ word: Word) -> [Piece] {
    pieces(word.parts, tilde: .atStart).map { piece in
      var piece = piece
      piece.isSplit = !piece.isQuoted
      return piece
    }
  }

  /// The inside of double quotes: one piece, but for `"$@"` and `"${a[@]}"`.
  private mutating func quoted(_ parts: [WordPart]) -> [Piece] {
    var pieces = [Piece(value: Value(""), isSplit: false, isQuoted: true)]
    func add(_ value: Value) { pieces[pieces.count - 1].value = pieces[pieces.count - 1].value + value }
    for part in parts {
      switch part.kind {
      case .literal(let bytes), .singleQuoted(let bytes), .dollarSingleQuoted(let bytes): add(Value(literal: bytes))
      case .extendedPattern, .array: add(.unknown(.notFollowed))
      case .escaped(let byte): add(Value([byte]))
      case .doubleQuoted(let inner): for piece in quoted(inner) { add(piece.value) }
      case .parameter(let expansion):
        if !expansion.joinsElements, let elements = elements(of: expansion) {
          if elements.isEmpty, parts.count == 1 { return [] }
          for (number, element) in elements.enumerated() {
            if number == 0 { add(element) } else { pieces.append(Piece(value: element, isSplit: false, isQuoted: true, startsField: true)) }
          }
        } else {
          add(value(of: expansion, at: part.range))
        }
      case .commandSubstitution(let script, _): add(substitution(script, at: part.range))
      case .arithmetic(let expression): add(number(expression))
      case .processSubstitution: add(.unknown(.fileNames))
      }
    }
    return pieces
  }

  /// Literal text with the home folder for each tilde prefix; `~name` is another's home, which is not known.
  private func tildeExpanded(_ bytes: [UInt8], _ tilde: Tilde, isFirst: Bool, isLast: Bool) -> Value {
    guard tilde != .nowhere, bytes.contains(UInt8(ascii: "~")) else { return Value(literal: bytes) }
    let colon = UInt8(ascii: ":")
    var value = Value("")
    var rest = bytes[...]
    var isPrefix = isFirst
    while !rest.isEmpty {
      let element = tilde == .afterColons ? rest.prefix { $0 != colon } : rest
      rest = rest[element.endIndex...]
      let isWhole = element.count == 1 && (!rest.isEmpty || isLast)
      if isPrefix, element.first == UInt8(ascii: "~"), isWhole || element.dropFirst().first == UInt8(ascii: "/") {
        value = value + (state.variables["HOME"]?.text ?? .unknown(.caller("HOME"))) + Value(element.dropFirst())
      } else {
        value = value + Value(literal: Array(element))
      }
      if rest.popFirst() != nil { value = value + Value([colon]) }
      isPrefix = true
    }
    return value
  }

  // MARK: Parameters

  /// The elements of `$@`, `$*` unquoted, `${a[@]}`; nil for what is one value.
  private func elements(of expansion: ParameterExpansion) -> [Value]? {
    guard case .value = expansion.operation, !expansion.isIndirect else { return nil }
    if expansion.name == "@" || expansion.name == "*" { return state.positional ?? [.unknown(.arguments)] }
    guard let index = expansion.index, let text = Self.literal(index), text == "@" || text == "*" else { return nil }
    guard let variable = state.variables[expansion.name] else { return [] }
    return variable.elements ?? [variable.text]
  }

  /// A parameter before any operation: nil where it is surely unset.
  mutating func lookUp(_ expansion: ParameterExpansion) -> Value? {
    switch expansion.name {
    case "#": return state.positional.map { Value(String($0.count)) } ?? .unknown(.arguments)
    case "?": return state.status.map { Value(String($0)) } ?? .unknown(.status)
    case "$", "BASHPID": return .unknown(.process)
    case "!": return .unknown(.shell)
    case "-": return .unknown(.shell)
    case "0": return state.name
    case "@", "*":
      guard let positional = state.positional else { return .unknown(.arguments) }
      return Value(words: positional)
    case "PWD": return state.variables["PWD"]?.value ?? state.directory
    case "OLDPWD": return state.previousDirectory
    case "RANDOM", "SRANDOM": return .unknown(.random)
    case "SECONDS", "EPOCHSECONDS", "EPOCHREALTIME": return .unknown(.time)
    case "LINENO": return .unknown(.shell)
    default: break
    }
    if let number = Int(expansion.name) {
      guard let positional = state.positional else { return .unknown(.arguments) }
      return number >= 1 && number <= positional.count ? positional[number - 1] : nil
    }
    guard let variable = state.variables[expansion.name] else { return nil }
    if let index = expansion.index { return element(of: variable, index) }
    if let elements = variable.elements { return elements.first }
    if variable.value == nil { return nil }
    return variable.text
  }

  private mutating func element(of variable: Variable, _ index: Word) -> Value? {
    guard let elements = variable.elements else { return Self.literal(index) == "0" ? variable.text : .unknown(.notFollowed) }
    if let text = Self.literal(index), text == "@" || text == "*" {
      return Value(words: elements)
    }
    guard let text = expandToOne(index).exact, let number = ShellArithmetic.integer(text) else { return .unknown(.notFollowed) }
    let place = number < 0 ? elements.count + number : number
    return elements.indices.contains(place) ? elements[place] : nil
  }

  mutating func value(of expansion: ParameterExpansion, at range: ByteRange) -> Value {
    if expansion.isIndirect {
      var inner = expansion
      inner.isIndirect = false
      inner.operation = .value
      guard let name = lookUp(inner)?.exact else { return .unknown(.notFollowed) }
      var target = expansion
      target.isIndirect = false
      target.name = String(decoding: name, as: UTF8.self)
      return value(of: target, at: range)
    }
    let current = lookUp(expansion)
    recordUse(expansion, isUnset: current == nil, at: range)
    let maybeUnset = state.variables[expansion.name]?.mayBeUnset ?? false
    switch expansion.operation {
    case .value: return current ?? Value("")
    case .length:
      if expansion.index.flatMap(Self.literal) == "@" { return elementCount(expansion.name) }
      return (current ?? Value("")).map { text in text.exact.map { Value(String($0.count)) } ?? .unknown(.notFollowed) }
    // rpm sets it; what a spec gives in its place is for other callers.
    case .useDefault where expansion.name == "SOURCE_DATE_EPOCH" && current != nil: return current ?? Value("")
    case .useDefault(let word, let ifEmpty):
      let result = chosen(current, maybeUnset, ifEmpty) { $0.expandToOne(word) }
      if current == nil { callerDefaults[expansion.name] = result }
      return result
    case .assignDefault(let word, let ifEmpty):
      let result = chosen(current, maybeUnset, ifEmpty) { $0.expandToOne(word) }
      if current == nil { callerDefaults[expansion.name] = result }
      assign(expansion.name, result, at: range)
      return result
    case .indicateError(_, _): return current ?? Value("")
    case .useAlternative(let word, let ifEmpty): return alternative(current, maybeUnset, ifEmpty, word)
    case .removePrefix, .removeSuffix, .replace, .substring, .caseModification, .transformation:
      return transformed(current ?? Value(""), expansion.operation)
    case .namesWithPrefix, .arrayKeys: return .unknown(.shell)
    }
  }

  private func elementCount(_ name: String) -> Value {
    guard let variable = state.variables[name] else { return Value("0") }
    return variable.elements.map { Value(String($0.count)) } ?? (variable.value?.exact == nil ? .unknown(.notFollowed) : Value("1"))
  }

  /// `${v:-word}`: the value, the word, or either where it is not known which.
  private mutating func chosen(_ current: Value?, _ maybeUnset: Bool, _ ifEmpty: Bool, _ word: (inout Interpreter) -> Value) -> Value {
    guard let current else { return word(&self) }
    if current.isSurelyNotEmpty || !ifEmpty && !maybeUnset { return current }
    let other = word(&self)
    return current.map { $0.isEmpty ? other : $0.isSurelyNotEmpty ? $0 : Value.either($0, or: other) }
  }

  private mutating func alternative(_ current: Value?, _ maybeUnset: Bool, _ ifEmpty: Bool, _ word: Word) -> Value {
    guard let current, ifEmpty && current.isEmpty == false || !ifEmpty else { return Value("") }
    let other = expandToOne(word)
    if !ifEmpty && !maybeUnset { return other }
    return current.map { $0.isEmpty ? Value("") : $0.isSurelyNotEmpty ? other : Value.either(Value(""), or: other) }
  }

  /// Operations on the text of a value, all of which must be known.
  private mutating func transformed(_ value: Value, _ operation: ParameterExpansion.Operation) -> Value {
    let unknown = Value.unknown(value.firstReason ?? .notFollowed)
    if value.alternatives.count > 1 { return value.map { transformed($0, operation) } }
    guard let text = value.exact else { return unknown }
    switch operation {
    case .removePrefix(let word, let longest):
      guard let pattern = pattern(word), work.affords(pattern.cost(on: text)) else { return unknown }
      return Value(pattern.removingPrefix(of: text, longest: longest))
    case .removeSuffix(let word, let longest):
      // It is tried at every place.
      guard let pattern = pattern(word), work.affords(pattern.cost(on: text) * (text.count + 1)) else { return unknown }
      return Value(pattern.removingSuffix(of: text, longest: longest))
    case .replace(let word, let replacement, let scope):
      guard let pattern = pattern(word), let new = replacement.map({ expandToOne($0) })?.exact ?? (replacement == nil ? [] : nil) else {
        return unknown
      }
      guard work.affords((pattern.cost(on: text) + new.count / 16) * (text.count + 1)) else { return unknown }
      return Value(pattern.replacing(in: text, with: new, scope))
    case .substring(let offset, let length):
      guard let start = arithmetic(offset) else { return unknown }
      var count: Int?
      if let length {
        guard let number = arithmetic(length) else { return unknown }
        count = number
      }
      return ParameterText.substring(text, offset: start, length: count).map { Value($0) } ?? unknown
    case .caseModification(let kind, let word):
      guard let word else { return Value(ParameterText.caseModified(text, kind)) }
      return pattern(word).map { Value(ParameterText.caseModified(text, kind, pattern: $0)) } ?? unknown
    case .value, .length, .useDefault, .assignDefault, .indicateError, .useAlternative, .transformation, .namesWithPrefix,
      .arrayKeys:
      return unknown
    }
  }

  /// A word as a pattern: quoted bytes stand for themselves; nil where a part is not known or an extended pattern.
  mutating func pattern(_ word: Word) -> ShellPattern? {
    var bytes: [(byte: UInt8, isQuoted: Bool)] = []
    for part in word.parts {
      if case .extendedPattern = part.kind { return nil }
      for piece in pieces([part]) {
        guard let text = piece.value.exact else { return nil }
        bytes += text.map { (byte: $0, isQuoted: piece.isQuoted) }
      }
    }
    return ShellPattern(bytes)
  }

  // MARK: Arithmetic

  mutating func arithmetic(_ expression: ArithmeticExpression) -> Int? {
    arithmetic(expandToOne(expression.word), at: expression.range)
  }

  mutating func arithmetic(_ value: Value, at range: ByteRange) -> Int? {
    guard let text = value.exact else {
      forgetTarget(of: value.displayBytes, at: range)
      return nil
    }
    let variables = state.variables
    let result = ShellArithmetic.evaluate(text) { name in
      guard let variable = variables[name] else { return [] }
      return variable.text.exact
    }
    guard let result else {
      forgetTarget(of: text, at: range)
      return nil
    }
    for (name, value) in result.assignments { assign(name, Value(String(value)), at: range) }
    return result.value
  }

  /// What an expression that is not computed assigns to is not known any more: `n += …`, `n++`.
  private mutating func forgetTarget(of text: [UInt8], at range: ByteRange) {
    let trimmed = text.drop { " \t\n+-".utf8.contains($0) }
    let name = String(decoding: trimmed.prefix { $0 != 0x20 && !"=+-*/%&|^<>?:()!,[".utf8.contains($0) }, as: UTF8.self)
    guard state.variables[name] != nil,
      text.contains(UInt8(ascii: "=")) || text.contains(UInt8(ascii: "+")) || text.contains(UInt8(ascii: "-"))
    else { return }
    assign(name, .unknown(.notFollowed), at: range)
  }

  private mutating func number(_ expression: ArithmeticExpression) -> Value {
    arithmetic(expression).map { Value(String($0)) } ?? .unknown(.notFollowed)
  }
}

extension ParameterExpansion {
  /// `"$*"` and `"${a[*]}"`, which are one field inside of quotes.
  fileprivate var joinsElements: Bool {
    guard let index else { return name == "*" }
    guard index.parts.count == 1, case .literal(let text)? = index.parts.first?.kind else { return false }
    return text.elementsEqual("*".utf8)
  }
}

extension Value {
  /// Words with blanks between them, as `"$*"` gives them; unknown where they are more than are put together.
  fileprivate init(words: [Value]) {
    self = words.count > 1_024 ? .unknown(.notFollowed) : words.dropFirst().reduce(words.first ?? Value("")) { $0 + Value(" ") + $1 }
  }

  /// Whether splitting leaves it as it is: some text without blanks and patterns.
  fileprivate var isOneField: Bool {
    exact.map { text in !text.isEmpty && !text.contains { " \t\n*?[".utf8.contains($0) } } ?? false
  }
}
