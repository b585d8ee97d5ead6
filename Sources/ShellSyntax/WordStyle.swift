/// What is special in a word depends on where it stands.
struct WordStyle {
  /// Bytes that end the word, when no parenthesis counted by `nesting` is open.
  let stops: ByteSet
  /// Bytes that a backslash quotes; nil for all.
  let escapable: ByteSet?
  /// `'` quotes, and `$'…'` and `$"…"` are quotes.
  let hasSingleQuotes: Bool
  let hasDoubleQuotes: Bool
  /// `<(…)`, `>(…)` and extended patterns are known.
  let isPattern: Bool
  /// A pair of bytes that must be balanced before a stop counts.
  let nesting: (open: UInt8, close: UInt8)?
  /// Stands in double quotes or a here-document: what is in its `${…}` is quoted as well.
  let isQuoted: Bool
  /// Every byte that is not just itself.
  let special: ByteSet

  private init(
    stops: String, escapable: String? = nil, singleQuotes: Bool = true, doubleQuotes: Bool = true, isPattern: Bool = false,
    nesting: (open: UInt8, close: UInt8)? = nil, isQuoted: Bool = false
  ) {
    self.stops = ByteSet(stops)
    self.escapable = escapable.map { ByteSet($0) }
    hasSingleQuotes = singleQuotes
    hasDoubleQuotes = doubleQuotes
    self.isPattern = isPattern
    self.nesting = nesting
    self.isQuoted = isQuoted
    var special = ByteSet("\\$`").union(self.stops)
    if singleQuotes { special.insert(UInt8(ascii: "'")) }
    if doubleQuotes { special.insert(UInt8(ascii: "\"")) }
    if isPattern { special = special.union(ByteSet("<>?*+@!")) }
    if let nesting {
      special.insert(nesting.open)
      special.insert(nesting.close)
    }
    self.special = special
  }

  private static let parentheses = (open: UInt8(ascii: "("), close: UInt8(ascii: ")"))
  private static let brackets = (open: UInt8(ascii: "["), close: UInt8(ascii: "]"))
  private static let inQuotes = "$`\"\\"
  private static let inQuotedBraces = "$`\"\\}"

  /// A word of a command.
  static let command = WordStyle(stops: " \t\n|&;<>()", isPattern: true)
  /// An alternative of an extended pattern.
  static let alternative = WordStyle(stops: "|)", isPattern: true)
  /// A text that is one word whatever is in it.
  static let wholeText = WordStyle(stops: "", isPattern: true)
  /// Between double quotes.
  static let doubleQuoted = WordStyle(stops: "\"", escapable: inQuotes, singleQuotes: false, doubleQuotes: false, isQuoted: true)
  static let hereDocument = WordStyle(stops: "", escapable: "$`\\", singleQuotes: false, doubleQuotes: false, isQuoted: true)
  /// The word in `${name:-word}`.
  static let braced = WordStyle(stops: "}", isPattern: true)
  static let bracedInQuotes = WordStyle(stops: "}", escapable: inQuotedBraces, singleQuotes: false, isQuoted: true)
  /// The pattern in `${name/pattern/word}`. Unlike a default value it may be quoted anew inside double quotes.
  static let replacedPattern = WordStyle(stops: "/}", isPattern: true)
  /// The right-hand side of `[[ … =~ … ]]`.
  static let regularExpression = WordStyle(stops: " \t\n&;)", nesting: parentheses)
  /// Between `[` and `]` behind a variable's name.
  static let index = WordStyle(stops: "]\n", nesting: brackets)
  /// `(( … ))` and `$(( … ))`
  static let arithmetic = WordStyle(stops: ")", nesting: parentheses)
  /// One of the three in `for (( ; ; ))`.
  static let arithmeticFor = WordStyle(stops: ";)", nesting: parentheses)
  /// `$[ … ]`
  static let bracketArithmetic = WordStyle(stops: "]", nesting: brackets)
  /// Offset and length in `${name:offset:length}`.
  static let substring = WordStyle(stops: ":}", nesting: parentheses)
}
