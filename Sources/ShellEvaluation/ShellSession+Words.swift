internal import ShellSyntax

// Word expansion (XCU 2.6).
extension ShellSession {
  private static let backslash = UInt8(ascii: "\\")

  /// The fields of a command's words.
  mutating func fields(of words: [Word]) throws(Doubt) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    for word in words {
      guard let expanded = BraceExpansion.expand(word) else { throw .steps }
      for word in expanded {
        let fragments = try fragments(of: word.parts, tilde: .command)
        for field in FieldSplitting.split(fragments, separators: try separators()) { fields.append(try withoutGlobs(field)) }
      }
    }
    return fields
  }

  /// The one value of an assignment, a redirection's target or a `case` subject: neither split nor globbed.
  mutating func text(of word: Word) throws(Doubt) -> [UInt8] {
    try joined(try fragments(of: word.parts, tilde: .assignment))
  }

  /// As between double quotes: a here-document's body, an arithmetic expression.
  mutating func quotedText(of word: Word) throws(Doubt) -> [UInt8] {
    try joined(try quoted(word.parts))
  }

  private func joined(_ fragments: [Fragment]) throws(Doubt) -> [UInt8] {
    var bytes: [UInt8] = []
    for (number, fragment) in fragments.enumerated() {
      if fragment.startsField, number > 0 { bytes.append(0x20) }
      bytes += fragment.bytes
    }
    try budget.spend(1 + bytes.count / 16)
    guard bytes.count <= Self.maximumOutput else { throw .size }
    return bytes
  }

  func separators() throws(Doubt) -> [UInt8] {
    if environment.unknownVariables.contains("IFS"), shell.variables["IFS"] == nil { throw Doubt("uses $IFS") }
    return shell.variables["IFS"]?.text ?? [0x20, 0x09, 0x0A]
  }

  /// Pathname expansion depends on the file system.
  private func withoutGlobs(_ field: FieldSplitting.Field) throws(Doubt) -> [UInt8] {
    let bytes = field.map(\.byte)
    guard !shell.options.noGlob else { return bytes }
    for (index, (byte, isQuoted)) in field.enumerated() where !isQuoted {
      let isGlob =
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: "[") && bytes[index...].contains(UInt8(ascii: "]"))
      if isGlob { throw Doubt("depends on file names") }
    }
    return bytes
  }

  enum Tilde { case command, assignment, none }

  mutating func fragments(of parts: [WordPart], tilde: Tilde) throws(Doubt) -> [Fragment] {
    var fragments: [Fragment] = []
    for (index, part) in parts.enumerated() {
      switch part.kind {
      case .literal(let bytes):
        fragments += try literal(bytes, tilde: tilde, isFirst: index == 0, isLast: index == parts.count - 1)
      case .escaped(let byte): fragments.append(Fragment(bytes: [byte], isQuoted: true))
      case .singleQuoted(let bytes): fragments.append(Fragment(bytes: bytes, isQuoted: true))
      case .dollarSingleQuoted(let bytes):
        guard bytes.isASCII else { throw .locale }
        fragments.append(Fragment(bytes: bytes, isQuoted: true))
      case .doubleQuoted(let inner): fragments += try quoted(inner)
      case .parameter(let expansion): fragments += try self.fragments(of: expansion, isQuoted: false)
      case .commandSubstitution(let script, _):
        fragments.append(Fragment(bytes: try substitution(script), isQuoted: false, isSplit: true))
      case .arithmetic(let expression):
        fragments.append(Fragment(bytes: Array(String(try arithmetic(expression))), isQuoted: false, isSplit: true))
      case .processSubstitution: throw Doubt("runs a process substitution")
      case .extendedPattern: throw Doubt("depends on file names")
      case .array: throw Doubt("declares an array")
      }
    }
    return fragments
  }

  /// The inside of double quotes.
  private mutating func quoted(_ parts: [WordPart]) throws(Doubt) -> [Fragment] {
    var fragments: [Fragment] = []
    var isNothing = !parts.isEmpty
    for part in parts {
      let made: [Fragment]
      switch part.kind {
      case .literal(let bytes), .singleQuoted(let bytes), .dollarSingleQuoted(let bytes): made = [Fragment(bytes: bytes, isQuoted: true)]
      case .escaped(let byte): made = [Fragment(bytes: [byte], isQuoted: true)]
      case .doubleQuoted(let inner): made = try quoted(inner)
      case .parameter(let expansion): made = try self.fragments(of: expansion, isQuoted: true)
      case .commandSubstitution(let script, _): made = [Fragment(bytes: try substitution(script), isQuoted: true)]
      case .arithmetic(let expression): made = [Fragment(bytes: Array(String(try arithmetic(expression))), isQuoted: true)]
      case .processSubstitution, .extendedPattern, .array: throw Doubt("is not valid shell text")
      }
      isNothing = isNothing && made.isEmpty
      fragments += made
    }
    // `"$@"` without arguments is no field at all; `""` is an empty one.
    return isNothing ? [] : [Fragment(bytes: [], isQuoted: true)] + fragments
  }

  private func literal(_ bytes: [UInt8], tilde: Tilde, isFirst: Bool, isLast: Bool) throws(Doubt) -> [Fragment] {
    let plain = Fragment(bytes: bytes, isQuoted: false)
    guard tilde != .none, bytes.contains(UInt8(ascii: "~")) else { return [plain] }
    if zip(bytes, bytes.dropFirst()).contains(where: { ($0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=")) && $1 == UInt8(ascii: "~") }) {
      throw Doubt("depends on a home folder")
    }
    guard isFirst, bytes.first == UInt8(ascii: "~") else { return [plain] }
    guard bytes.count > 1 ? bytes[1] == UInt8(ascii: "/") : isLast, let home = shell.variables["HOME"]?.text, !home.isEmpty else {
      throw Doubt("depends on a home folder")
    }
    return [Fragment(bytes: home, isQuoted: true), Fragment(bytes: Array(bytes.dropFirst()), isQuoted: false)]
  }

  // MARK: Substitutions

  mutating func substitution(_ script: Script) throws(Doubt) -> [UInt8] {
    var output: [UInt8]
    if let path = try fileSubstitution(script) {
      output = try contents(of: path)
      status = 0
    } else {
      let outer = status
      if script.statements.isEmpty { status = 0 }
      output = try captured { (session) throws(Doubt) in
        session.status = script.statements.isEmpty ? 0 : outer
        try session.inSubshell { (inner) throws(Doubt) in try inner.run(script.statements) }
      }
    }
    substitutionStatus = status
    guard !output.contains(0) else { throw Doubt("puts a zero byte into a word") }
    while output.last == 0x0A { output.removeLast() }
    return output
  }

  /// `$(<file)`
  private mutating func fileSubstitution(_ script: Script) throws(Doubt) -> [UInt8]? {
    guard script.statements.count == 1, let statement = script.statements.first, statement.rest.isEmpty,
      statement.first.commands.count == 1, let command = statement.first.commands.first, command.redirections.count == 1,
      case .simple(let simple) = command.kind, simple.words.isEmpty, simple.assignments.isEmpty,
      let redirection = command.redirections.first, redirection.op == .input
    else { return nil }
    return try text(of: redirection.target)
  }

  mutating func arithmetic(_ expression: ArithmeticExpression) throws(Doubt) -> Int {
    try arithmetic(try quotedText(of: expression.word))
  }

  mutating func arithmetic(_ text: [UInt8]) throws(Doubt) -> Int {
    let session = self
    let result = ShellArithmetic.evaluate(text) { name, index in
      do {
        guard let variable = try session.variable(name) else { return [] }
        guard let index else { return variable.text ?? [] }
        return index < 0 ? nil : variable.elements[index] ?? []
      } catch { return nil }
    }
    guard let result else { throw Doubt("computes '\(text.text)'") }
    for (name, value) in result.assignments { try assign(name, .text(Array(String(value)))) }
    return result.value
  }

  // MARK: Patterns

  mutating func pattern(_ word: Word, allowsExtended: Bool) throws(Doubt) -> ShellPattern {
    let pattern = ShellPattern(pieces: try pieces(word, allowsExtended: allowsExtended))
    guard pattern.isSure else { throw Doubt("uses an unusual pattern") }
    return pattern
  }

  private mutating func pieces(_ word: Word, allowsExtended: Bool) throws(Doubt) -> [ShellPattern.Piece] {
    var pieces: [ShellPattern.Piece] = []
    var text: [(byte: UInt8, isQuoted: Bool)] = []
    for (index, part) in word.parts.enumerated() {
      if case .extendedPattern(let kind, let words) = part.kind {
        guard allowsExtended else { throw Doubt("uses an extended pattern") }
        var alternatives: [[ShellPattern.Piece]] = []
        for word in words { alternatives.append(try self.pieces(word, allowsExtended: allowsExtended)) }
        pieces.append(.text(text))
        text = []
        pieces.append(.extended(kind, alternatives))
        continue
      }
      for fragment in try fragments(of: [part], tilde: index == 0 ? .assignment : .none) {
        // A pattern that comes out of a variable is read for extended patterns as well.
        if fragment.isSplit, fragment.bytes.contains(UInt8(ascii: "(")) { throw Doubt("uses an extended pattern") }
        text += fragment.bytes.map { (byte: $0, isQuoted: fragment.isQuoted) }
      }
    }
    pieces.append(.text(text))
    return pieces
  }

  func matches(_ text: [UInt8], _ pattern: ShellPattern) throws(Doubt) -> Bool {
    try checkCost(text, pattern)
    return pattern.matches(text)
  }

  func checkCost(_ text: [UInt8], _ pattern: ShellPattern) throws(Doubt) {
    guard pattern.isIndependentOfEncoding || text.isASCII else { throw .locale }
    try budget.spend(pattern.cost(on: text))
  }
}
