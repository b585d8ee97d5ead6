import GoBuild

/// A word of GOFLAGS: `-flag` or `-flag=value`.
struct GoFlagsWord {
  /// As it stands between blanks, `*` for unknown parts.
  let text: String
  /// Without dashes; nil for what Go holds to be no flag ("4", "-", "---x", "-=x").
  let name: String?
  let value: String?
  /// Whether unknown parts leave the name open.
  let isNameExact: Bool

  /// Go up to 1.20 splits at blanks; later ones let quotes hold a whole word together (nil: a later one).
  static func words(of value: Value, goVersion: GoVersion? = nil) -> [GoFlagsWord] {
    let readsQuotes = goVersion.map { $0 >= GoVersion(minor: 21) } ?? true
    var words: [[Value.Part]] = [[]]
    var quote: UInt8?
    for part in value.parts {
      guard case .known(let bytes) = part else {
        words[words.count - 1].append(part)
        continue
      }
      for byte in bytes {
        let isFresh = words[words.count - 1].isEmpty
        if let open = quote {
          if byte == open { quote = nil } else { words[words.count - 1].append(.known([byte])) }
        } else if readsQuotes, isFresh, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
          quote = byte
        } else if byte == 0x20 || byte == 0x09 || byte == 0x0A {
          if !isFresh { words.append([]) }
        } else {
          words[words.count - 1].append(.known([byte]))
        }
      }
    }
    return words.filter { !$0.isEmpty }.map { GoFlagsWord(Value(parts: $0)) }
  }

  /// Whether every go command fails on it, in every release known here; a word that cannot be known is not.
  var isRejected: Bool {
    guard !text.hasPrefix("*") else { return false }
    guard let name else { return true }
    return !GoFlags.known.contains { isNameExact ? $0 == name : $0.hasPrefix(name) }
  }

  private init(_ word: Value) {
    text = word.display
    let known: String =
      if case .known(let bytes) = word.parts.first { String(decoding: bytes, as: UTF8.self) } else { "" }
    let equals = known.firstIndex(of: "=")
    isNameExact = equals != nil || word.exact != nil
    let flag = equals.map { known[..<$0] } ?? known[...]
    value = equals.map { String(known[known.index(after: $0)...]) }
    let dashes = flag.prefix { $0 == "-" }.count
    name = dashes == 0 || dashes > 2 || flag.count == dashes ? nil : String(flag.dropFirst(dashes))
  }
}
