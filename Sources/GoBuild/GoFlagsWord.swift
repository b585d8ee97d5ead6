/// A word of GOFLAGS: `-flag` or `-flag=value` (cmd/go/internal/base/goflags.go).
package struct GoFlagsWord: Sendable, Hashable {
  /// As go reads it, without the quotes around it; `*` for unknown parts.
  package let text: String
  /// Without dashes; nil for what go does not take for a flag ("4", "-", "---x", "-=x").
  package let name: String?
  package let value: String?
  /// Whether unknown parts leave the name open.
  package let isNameExact: Bool
  /// All of the word is known.
  package let isExact: Bool
  /// Its quote never ends, which go refuses.
  package let isUnterminated: Bool

  /// Splits GOFLAGS into its words.
  ///
  /// Up to Go 1.20 words end at white space, whatever quotes there are (`strings.Fields`). Later ones read a quote at the start of a word
  /// up to its end, without escapes (`quoted.Split`); quotes further inside are ordinary.
  ///
  /// - Parameter release: Minor release of Go 1; nil for a recent one.
  package static func words(of value: Value, release: Int? = nil) -> [GoFlagsWord] {
    var splitter = Splitter(readsQuotes: release.map { $0 >= 21 } ?? true)
    for part in value.parts { splitter.add(part) }
    return splitter.finish()
  }

  /// Whether every go command fails on it, in every release known here; a word that cannot be known is not.
  package var isRejected: Bool {
    // `@GOFLAGS@` in a template is not the text that go will see.
    if text.hasPrefix("@"), text.hasSuffix("@") { return false }
    if text.hasPrefix("{{") { return false }
    if isUnterminated { return true }
    guard !text.hasPrefix("*") else { return false }
    guard let name else { return true }
    // `-j$(nproc)`, `%{?_smp_mflags}`: what follows is a number, and `-json` is never cut in two.
    if name == "j" { return true }
    // `-test.v` is a flag of `go test` too (cmd/go/internal/test, testflag.go).
    if isNameExact, name.hasPrefix("test."), GoFlags.test[String(name.dropFirst(5))] != nil { return false }
    return !GoFlags.known.contains { isNameExact ? $0 == name : $0.hasPrefix(name) }
  }

  private init(_ word: Value, isUnterminated: Bool) {
    text = word.display
    let known: String =
      if case .known(let bytes) = word.parts.first { String(decoding: bytes, as: UTF8.self) } else { "" }
    let equals = known.firstIndex(of: "=")
    isExact = word.exact != nil
    self.isUnterminated = isUnterminated && isExact
    isNameExact = equals != nil || isExact
    let flag = equals.map { known[..<$0] } ?? known[...]
    value = equals.map { String(known[known.index(after: $0)...]) }
    let dashes = flag.prefix { $0 == "-" }.count
    name = dashes == 0 || dashes > 2 || flag.count == dashes ? nil : String(flag.dropFirst(dashes))
  }

  private struct Splitter {
    let readsQuotes: Bool
    var words: [GoFlagsWord] = []
    /// nil between words.
    var current: [Value.Part]?
    var quote: UInt8?

    mutating func add(_ part: Value.Part) {
      guard case .known(let bytes) = part else {
        current = (current ?? []) + [part]
        return
      }
      for byte in bytes { add(byte) }
    }

    private mutating func add(_ byte: UInt8) {
      if let open = quote {
        if byte == open { end() } else { current?.append(.known([byte])) }
      } else if isSpace(byte) {
        end()
      } else if readsQuotes, current == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
        current = []
      } else {
        current = (current ?? []) + [.known([byte])]
      }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || !readsQuotes && (byte == 0x0B || byte == 0x0C)
    }

    private mutating func end() {
      if let current {
        let opening: [Value.Part] = isOpen ? quote.map { [.known([$0])] } ?? [] : []
        words.append(GoFlagsWord(Value(parts: opening + current), isUnterminated: isOpen))
      }
      current = nil
      quote = nil
    }

    private var isOpen = false

    mutating func finish() -> [GoFlagsWord] {
      isOpen = quote != nil
      end()
      return words
    }

    init(readsQuotes: Bool) { self.readsQuotes = readsQuotes }
  }
}

// MARK: - What was meant

extension GoFlagsWord {
  /// `-p` before `4`: both as one word, where the flag takes a value and this word is it.
  package func joined(to value: GoFlagsWord) -> String? {
    guard let name, self.value == nil, text.hasPrefix("-"), !value.text.hasPrefix("-"),
      GoFlags.flags(of: "build")?[name]?.takesValue == true || GoFlags.test[name]?.takesValue == true
    else { return nil }
    return "\(text)=\(value.text)"
  }

  /// `-ldflags="-s`, `-w"`: a value in quotes of its own, which go does not read; the quotes belong around the whole flag.
  ///
  /// - Returns: how many words the value was broken into, and the flag as go reads it.
  package static func quotedWhole(_ words: ArraySlice<GoFlagsWord>) -> (count: Int, text: String)? {
    guard let first = words.first?.text, first.hasPrefix("-"), let equals = first.firstIndex(of: "=") else { return nil }
    let value = first[first.index(after: equals)...]
    guard let quote = value.first, quote == "'" || quote == "\"", value.count > 1 else { return nil }
    guard let end = words.firstIndex(where: { $0.text.hasSuffix(String(quote)) && ($0.text != first || value.count > 2) }) else {
      return nil
    }
    let whole = words[words.startIndex...end].map(\.text).joined(separator: " ")
    let inner = whole.dropFirst(first[...equals].count + 1).dropLast()
    guard !inner.contains(quote) else { return nil }
    return (end - words.startIndex + 1, "\(quote)\(first[...equals])\(inner)\(quote)")
  }
}
