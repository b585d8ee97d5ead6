package import Diagnostics

/// The words of a go command, told apart: subcommand, flags, the rest.
package struct GoInvocation: Sendable {
  package struct Flag: Sendable {
    /// Without dashes: "p"; as much as is known of it.
    package let name: String
    /// False for `-j$(nproc)`, where more of the name, `=` and a value, or several words may follow.
    package let isNameExact: Bool
    /// nil for a Boolean flag without `=`, and for a flag whose value is missing.
    package let value: Value?
    /// Of the flag's word and of its value's, in the section's expanded text.
    package let range: ByteRange
    /// As written, for messages: "-p 4".
    package let display: String
  }

  /// "build", "mod download"; nil when it cannot be known.
  package let subcommand: String?
  package let flags: [Flag]
  /// Packages, modules, files; for `go run` also the program's own arguments.
  package let operands: [Argument]
  /// What `-C` names: go changes to it before anything else.
  package var folder: Value? { leadingFolder ?? flag("C")?.value }
  private let leadingFolder: Value?
  /// False when a word could be anything: a flag, several words, or none.
  package let isExact: Bool

  /// The words after `go`'s own name.
  package init(arguments: [Argument]) {
    var words = arguments[...]
    var isExact = true
    leadingFolder = Self.takeFolder(&words)
    subcommand = Self.takeSubcommand(&words)
    var flags: [Flag] = []
    let defined = subcommand.flatMap { $0 == "test" ? GoFlags.test : GoFlags.flags(of: $0) }
    var operands: [Argument] = []
    // As Go's flag package reads: flags end at the first operand, or after `--`. `go test` takes them anywhere.
    var sawOperand = false
    while let word = words.popFirst() {
      guard let text = word.knownStart else {
        isExact = false
        operands.append(word)
        continue
      }
      if text == "--", word.value.exact != nil {
        operands += words
        break
      }
      guard text.hasPrefix("-"), text != "-", !sawOperand || subcommand == "test" else {
        sawOperand = true
        operands.append(word)
        continue
      }
      flags.append(Self.flag(word, text: text, defined: defined, following: &words))
    }
    self.flags = flags
    self.operands = operands
    self.isExact = isExact
  }

  package func flag(_ name: String) -> Flag? { flags.last { $0.name == name && $0.isNameExact } }

  /// `go -C DIR build`, which is `go build -C DIR` (handleChdirFlag in cmd/go).
  private static func takeFolder(_ words: inout ArraySlice<Argument>) -> Value? {
    guard let text = words.first?.knownStart, text.hasPrefix("-C") || text.hasPrefix("--C") else { return nil }
    let dashes = text.prefix { $0 == "-" }.count
    guard let word = words.popFirst() else { return nil }
    if text.count == dashes + 1 { return words.popFirst()?.value }
    return text.dropFirst(dashes + 1).first == "=" ? word.value.dropping(dashes + 2) : nil
  }

  private static func takeSubcommand(_ words: inout ArraySlice<Argument>) -> String? {
    guard let name = words.popFirst()?.exactText else { return nil }
    guard name == "mod" || name == "work" else { return name }
    guard let second = words.popFirst()?.exactText else { return nil }
    return "\(name) \(second)"
  }

  private static func flag(
    _ word: Argument, text: String, defined: [String: GoFlag]?, following words: inout ArraySlice<Argument>
  ) -> Flag {
    let body = text.drop { $0 == "-" }
    if let equals = body.firstIndex(of: "=") {
      let prefix = text.utf8.count - body[equals...].utf8.count + 1
      let name = String(body[..<equals])
      return Flag(
        name: name, isNameExact: true, value: word.value.dropping(prefix), range: word.range, display: word.value.display)
    }
    let name = String(body)
    guard word.value.exact != nil else {
      return Flag(name: name, isNameExact: false, value: nil, range: word.range, display: word.value.display)
    }
    guard defined?[name]?.takesValue == true, let value = words.popFirst() else {
      return Flag(name: name, isNameExact: true, value: nil, range: word.range, display: word.value.display)
    }
    let range = word.range.lowerBound..<max(word.range.upperBound, value.range.upperBound)
    return Flag(
      name: name, isNameExact: true, value: value.value, range: range, display: "\(word.value.display) \(value.value.display)")
  }
}

extension Argument {
  /// The word, where all of it is known.
  package var exactText: String? { value.exact.map { String(decoding: $0, as: UTF8.self) } }

  /// What is known of the word from its start; nil when it begins with something unknown.
  fileprivate var knownStart: String? {
    guard let first = value.parts.first else { return "" }
    guard case .known(let bytes) = first else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Value {
  /// Without its first bytes, which must be known.
  package func dropping(_ count: Int) -> Value {
    guard alternatives.count == 1 else { return map { $0.dropping(count) } }
    var left = count
    var rest: [Part] = []
    for part in parts {
      guard left > 0, case .known(let bytes) = part else {
        rest.append(part)
        continue
      }
      rest.append(.known(Array(bytes.dropFirst(left))))
      left -= min(left, bytes.count)
    }
    return Value(parts: rest)
  }
}
