/// One command of a `sed` script (XCU "sed" with GNU's additions).
struct SedCommand: Sendable {
  enum Address: Sendable {
    case line(Int)
    case last
    case expression(RegularExpression)
    /// `first~step`
    case step(Int, Int)
    /// `addr,+N`
    case following(Int)
  }

  enum Verb: Sendable {
    case substitute(SedSubstitution)
    case transliterate([UInt8])
    case append([UInt8])
    case insert([UInt8])
    case change([UInt8])
    case block(end: Int)
    case blockEnd
    case label
    case branch(SedScript.Jump, target: Int)
    case quit(Int, printing: Bool)
    /// `d D p P n N h H g G x = z`
    case simple(UInt8)
  }

  var first: Address?
  var second: Address?
  var isNegated = false
  var verb: Verb = .label

  /// With the hold space, whether the last line lacks its line feed travels along.
  var usesHold: Bool {
    if case .simple(let letter) = verb { "hHgGx".utf8.contains(letter) } else { false }
  }
}

/// `s/…/…/`
struct SedSubstitution: Sendable {
  enum Part: Sendable {
    case text([UInt8])
    /// 0 for `&`.
    case group(Int)
    /// `\U`, `\L`, `\u`, `\l`, `\E`
    case caseChange(UInt8)
  }
  var expression: RegularExpression
  var parts: [Part]
  var number = 1
  var isGlobal = false
  var prints = false

  var needsGroups: Bool {
    parts.contains { part in
      if case .group(let number) = part { number > 0 } else { false }
    }
  }
}

/// Reads the text of a `sed` script.
struct SedScript {
  enum Jump: Sendable { case always, ifSubstituted, ifNotSubstituted }

  private let text: [UInt8]
  private let isExtended: Bool
  private var position = 0
  private var commands: [SedCommand] = []
  private var openBlocks: [Int] = []
  private var labels: [String: Int] = [:]
  private var jumps: [(command: Int, label: String)] = []
  private var isUnsureOfBackslash = false

  private static let odd = Doubt("uses an unusual 'sed' command")

  /// - Returns: the commands, and whether they are unsure in a text with backslashes.
  static func commands(of text: [UInt8], isExtended: Bool) throws(Doubt) -> ([SedCommand], isUnsureOfBackslash: Bool) {
    guard !text.hasPrefix("#n") else { throw odd }
    var reader = SedScript(text: text, isExtended: isExtended)
    while try reader.command() {}
    return (try reader.resolved(), reader.isUnsureOfBackslash)
  }

  private init(text: [UInt8], isExtended: Bool) {
    self.text = text
    self.isExtended = isExtended
  }

  private func resolved() throws(Doubt) -> [SedCommand] {
    guard openBlocks.isEmpty else { throw Self.odd }
    var commands = commands
    for (index, label) in jumps {
      guard let target = label.isEmpty ? commands.count : labels[label], case .branch(let kind, _) = commands[index].verb else {
        throw Self.odd
      }
      commands[index].verb = .branch(kind, target: target)
    }
    return commands
  }

  private var byte: UInt8? { position < text.count ? text[position] : nil }
  private func isAt(_ character: Unicode.Scalar) -> Bool { byte == UInt8(ascii: character) }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while let byte, condition(byte) { position += 1 }
  }

  private mutating func number() -> Int? {
    let digits = text[position...].prefix { $0.isDigit }
    position += digits.count
    return digits.count10
  }

  /// - Returns: false at the end.
  private mutating func command() throws(Doubt) -> Bool {
    skip { $0.isSpace || $0 == UInt8(ascii: ";") }
    guard byte != nil else { return false }
    var command = SedCommand()
    command.first = try address(isSecond: false)
    if command.first != nil {
      skip(while: \.isBlank)
      if isAt(",") {
        position += 1
        skip(while: \.isBlank)
        guard let second = try address(isSecond: true) else { throw Self.odd }
        command.second = second
      }
    }
    skip(while: \.isBlank)
    if isAt("!") {
      position += 1
      command.isNegated = true
      skip(while: \.isBlank)
    }
    // Line 0 may only begin a range that an expression ends.
    if case .line(0)? = command.first {
      guard case .expression? = command.second else { throw Self.odd }
    }
    guard let letter = byte else { throw Self.odd }
    position += 1
    try verb(letter, &command)
    return true
  }

  private mutating func address(isSecond: Bool) throws(Doubt) -> SedCommand.Address? {
    switch byte {
    case UInt8(ascii: "$"):
      position += 1
      return .last
    case UInt8(ascii: "/"):
      position += 1
      let pattern = try delimited(by: UInt8(ascii: "/"), isExpression: true)
      let ignoresCase = isAt("I")
      if ignoresCase { position += 1 }
      return .expression(try expression(pattern, ignoringCase: ignoresCase))
    case UInt8(ascii: "+") where isSecond:
      position += 1
      guard let count = number() else { throw Self.odd }
      return .following(count)
    case .some(let byte) where byte.isDigit:
      guard let line = number() else { throw Self.odd }
      guard isAt("~") else { return .line(line) }
      position += 1
      guard !isSecond, let step = number(), step > 0 else { throw Self.odd }
      return .step(line, step)
    case UInt8(ascii: "\\"): throw Self.odd
    default: return nil
    }
  }

  private func expression(_ pattern: [UInt8], ignoringCase: Bool) throws(Doubt) -> RegularExpression {
    guard !pattern.isEmpty else { throw Doubt("repeats a regular expression") }
    return try RegularExpression(pattern, isExtended ? .sedExtended : .sedBasic, ignoringCase: ignoringCase)
  }

  /// Text up to an unquoted delimiter, which is passed. In a bracket expression a delimiter is an ordinary character.
  private mutating func delimited(by delimiter: UInt8, isExpression: Bool) throws(Doubt) -> [UInt8] {
    var output: [UInt8] = []
    while let byte {
      position += 1
      if byte == delimiter { return output }
      if byte == 0x0A, isExpression { throw Self.odd }
      if byte == UInt8(ascii: "["), isExpression {
        output.append(byte)
        output += try bracket(delimiter)
        continue
      }
      guard byte == UInt8(ascii: "\\"), let next = self.byte else {
        output.append(byte)
        continue
      }
      position += 1
      if next == delimiter {
        // What an escaped delimiter means that is special itself differs between versions.
        guard !".*[]^$+?(){}|&\\".utf8.contains(delimiter) else { throw Self.odd }
        output.append(next)
      } else {
        output += [byte, next]
      }
    }
    throw Self.odd
  }

  /// The rest of a bracket expression.
  private mutating func bracket(_ delimiter: UInt8) throws(Doubt) -> [UInt8] {
    let start = position
    if isAt("^") { position += 1 }
    if isAt("]") { position += 1 }
    while let byte, byte != UInt8(ascii: "]") {
      // Whether the backslash before a delimiter belongs to the set differs between versions.
      if byte == UInt8(ascii: "\\"), position + 1 < text.count, text[position + 1] == delimiter { isUnsureOfBackslash = true }
      let isClass = text[position...].hasPrefix("[:")
      position += isClass ? 2 : 1
      if isClass { skip { $0 != UInt8(ascii: "]") } }
      if isClass { position += 1 }
    }
    guard byte != nil else { throw Self.odd }
    position += 1
    return Array(text[start..<position])
  }

  private mutating func verb(_ letter: UInt8, _ command: inout SedCommand) throws(Doubt) {
    switch letter {
    case UInt8(ascii: "{"):
      openBlocks.append(commands.count)
      commands.append(command)
      return
    case UInt8(ascii: "}"):
      guard let start = openBlocks.popLast(), command.first == nil else { throw Self.odd }
      commands[start].verb = .block(end: commands.count)
      command.verb = .blockEnd
    case UInt8(ascii: "s"): command.verb = .substitute(try substitution())
    case UInt8(ascii: "y"): command.verb = .transliterate(try transliteration())
    case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "c"):
      let text = try lineText()
      guard letter != UInt8(ascii: "c") || command.second == nil && !command.isNegated else { throw Self.odd }
      command.verb = letter == UInt8(ascii: "a") ? .append(text) : letter == UInt8(ascii: "i") ? .insert(text) : .change(text)
      commands.append(command)
      return
    case UInt8(ascii: ":"):
      guard command.first == nil else { throw Self.odd }
      let name = try label()
      guard !name.isEmpty, labels.updateValue(commands.count, forKey: name) == nil else { throw Self.odd }
    case UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "T"):
      jumps.append((commands.count, try label()))
      let kind: Jump = letter == UInt8(ascii: "b") ? .always : letter == UInt8(ascii: "t") ? .ifSubstituted : .ifNotSubstituted
      command.verb = .branch(kind, target: 0)
    case UInt8(ascii: "q"), UInt8(ascii: "Q"):
      guard command.second == nil else { throw Self.odd }
      skip(while: \.isBlank)
      command.verb = .quit((number() ?? 0) & 0xFF, printing: letter == UInt8(ascii: "q"))
    default:
      guard "dDpPnNhHgGx=z".utf8.contains(letter) else { throw Doubt("uses the 'sed' command '\([letter].text)'") }
      command.verb = .simple(letter)
    }
    commands.append(command)
    try end()
  }

  private mutating func end() throws(Doubt) {
    skip(while: \.isBlank)
    switch byte {
    case nil, UInt8(ascii: "}"): return
    case UInt8(ascii: ";"), 0x0A: position += 1
    default: throw Self.odd
    }
  }

  private mutating func label() throws(Doubt) -> String {
    skip(while: \.isBlank)
    let name = text[position...].prefix { !$0.isSpace && $0 != UInt8(ascii: ";") }
    guard name.allSatisfy(\.isNameByte) else { throw Self.odd }
    position += name.count
    return name.text
  }

  /// `a text` and `a\` with the text on the next line.
  private mutating func lineText() throws(Doubt) -> [UInt8] {
    skip(while: \.isBlank)
    if isAt("\\") {
      position += 1
      skip(while: \.isBlank)
      guard isAt("\n") else { throw Self.odd }
      position += 1
    }
    let line = text[position...].prefix { $0 != 0x0A }
    guard !line.isEmpty, !line.contains(UInt8(ascii: "\\")) else { throw Self.odd }
    position += line.count
    return line + [0x0A]
  }

  private mutating func delimiter() throws(Doubt) -> UInt8 {
    guard let byte, byte != 0x0A, byte != UInt8(ascii: "\\"), byte < 0x80 else { throw Self.odd }
    position += 1
    return byte
  }

  private mutating func substitution() throws(Doubt) -> SedSubstitution {
    let delimiter = try delimiter()
    guard !delimiter.isLetter, !delimiter.isDigit, delimiter != UInt8(ascii: "&") else { throw Self.odd }
    let pattern = try delimited(by: delimiter, isExpression: true)
    let replacement = try delimited(by: delimiter, isExpression: false)
    var flags: [UInt8] = []
    var count = 1
    while let flag = byte {
      if flag.isDigit {
        guard let number = number(), number > 0 else { throw Self.odd }
        count = number
        continue
      }
      guard "gpiI".utf8.contains(flag) else { break }
      flags.append(flag)
      position += 1
    }
    if let flag = byte, "eEmMw".utf8.contains(flag) { throw Self.odd }
    let ignoresCase = flags.contains(UInt8(ascii: "i")) || flags.contains(UInt8(ascii: "I"))
    let result = SedSubstitution(
      expression: try expression(pattern, ignoringCase: ignoresCase), parts: try parts(replacement), number: count,
      isGlobal: flags.contains(UInt8(ascii: "g")), prints: flags.contains(UInt8(ascii: "p")))
    for case .group(let number) in result.parts where number > result.expression.groupCount { throw Self.odd }
    return result
  }

  private func parts(_ replacement: [UInt8]) throws(Doubt) -> [SedSubstitution.Part] {
    var parts: [SedSubstitution.Part] = []
    func literal(_ byte: UInt8) {
      if case .text(let text)? = parts.last { parts[parts.count - 1] = .text(text + [byte]) } else { parts.append(.text([byte])) }
    }
    var index = 0
    while index < replacement.count {
      let byte = replacement[index]
      index += 1
      if byte == UInt8(ascii: "&") {
        parts.append(.group(0))
        continue
      }
      guard byte == UInt8(ascii: "\\") else {
        if byte == 0x0A { throw Self.odd }
        literal(byte)
        continue
      }
      guard index < replacement.count else { throw Self.odd }
      let next = replacement[index]
      index += 1
      if next.isDigit {
        parts.append(.group(Int(next) - 0x30))
      } else if "ULulE".utf8.contains(next) {
        parts.append(.caseChange(next))
      } else if let control = RegularExpressionParser.sedControls[next] {
        literal(control)
      } else {
        guard !next.isLetter else { throw Self.odd }
        literal(next)
      }
    }
    return parts
  }

  private mutating func transliteration() throws(Doubt) -> [UInt8] {
    let delimiter = try delimiter()
    let from = try unescaped(try delimited(by: delimiter, isExpression: true))
    let to = try unescaped(try delimited(by: delimiter, isExpression: true))
    guard from.count == to.count, from.isASCII, to.isASCII else { throw Self.odd }
    var map = Array(UInt8.min...UInt8.max)
    // The first of two equal ones counts.
    for (a, b) in zip(from, to).reversed() { map[Int(a)] = b }
    return map
  }

  private func unescaped(_ text: [UInt8]) throws(Doubt) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\\") else {
        output.append(text[index])
        index += 1
        continue
      }
      guard index + 1 < text.count else { throw Self.odd }
      switch text[index + 1] {
      case UInt8(ascii: "\\"): output.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "t"): output.append(0x09)
      default: throw Self.odd
      }
      index += 2
    }
    return output
  }
}
