/// What is special in a word depends on where it stands.
struct WordStyle {
  /// What quotes the word, and with it the words in its `${…}`.
  enum Surroundings { case nothing, doubleQuotes, hereDocument }

  /// Bytes that end the word where what `opening` opened is closed; `}` always does.
  let stops: ByteSet
  /// Bytes that a backslash quotes; nil for all.
  let escapable: ByteSet?
  /// `'` quotes.
  let hasSingleQuotes: Bool
  /// `$'…'` quotes.
  let hasDollarQuotes: Bool
  let hasDoubleQuotes: Bool
  /// `<(…)`, `>(…)` and extended patterns are known.
  let isPattern: Bool
  /// Pairs of bytes that must be balanced before a stop counts.
  let opening: ByteSet
  let closing: ByteSet
  let surroundings: Surroundings
  /// Every byte that is not just itself.
  let special: ByteSet

  /// That of the word in a `${name:-word}`.
  var bracedOperand: WordStyle {
    switch surroundings {
    case .nothing: .braced
    case .doubleQuotes: .bracedInQuotes
    case .hereDocument: .bracedInHereDocument
    }
  }

  private init(
    stops: String, escapable: String? = nil, singleQuotes: Bool = true, dollarQuotes: Bool? = nil, doubleQuotes: Bool = true,
    isPattern: Bool = false,
    opening: String = "", closing: String = "", in surroundings: Surroundings = .nothing
  ) {
    self.stops = ByteSet(stops)
    self.escapable = escapable.map { ByteSet($0) }
    hasSingleQuotes = singleQuotes
    hasDollarQuotes = dollarQuotes ?? singleQuotes
    hasDoubleQuotes = doubleQuotes
    self.isPattern = isPattern
    self.opening = ByteSet(opening)
    self.closing = ByteSet(closing)
    self.surroundings = surroundings
    var special = ByteSet("\\$`").union(self.stops).union(self.opening).union(self.closing)
    if singleQuotes { special.insert(UInt8(ascii: "'")) }
    if doubleQuotes { special.insert(UInt8(ascii: "\"")) }
    if isPattern { special = special.union(ByteSet("<>?*+@!")) }
    self.special = special
  }

  private static let inQuotes = "$`\"\\"
  private static let inQuotedBraces = "$`\"\\}"

  /// A word of a command.
  static let command = WordStyle(stops: " \t\n|&;<>()", isPattern: true)
  /// An alternative of an extended pattern.
  static let alternative = WordStyle(stops: "|)", isPattern: true)
  /// Between double quotes.
  static let doubleQuoted = WordStyle(stops: "\"", escapable: inQuotes, singleQuotes: false, doubleQuotes: false, in: .doubleQuotes)
  static let hereDocument = WordStyle(stops: "", escapable: "$`\\", singleQuotes: false, doubleQuotes: false, in: .hereDocument)
  /// The word in `${name:-word}`.
  static let braced = WordStyle(stops: "}")
  static let bracedInQuotes = WordStyle(stops: "}", escapable: inQuotedBraces, singleQuotes: false, dollarQuotes: true, in: .doubleQuotes)
  static let bracedInHereDocument = WordStyle(stops: "}", escapable: inQuotedBraces, singleQuotes: false, in: .hereDocument)
  /// The pattern in `${name#pattern}`. Unlike a default value a pattern may be quoted anew inside double quotes.
  static let bracedPattern = WordStyle(stops: "}", isPattern: true)
  /// The pattern in `${name/pattern/word}`.
  static let replacedPattern = WordStyle(stops: "/}", isPattern: true)
  /// The right-hand side of `[[ … =~ … ]]`.
  static let regularExpression = WordStyle(stops: " \t\n&;)", opening: "(", closing: ")")
  /// Between `[` and `]` behind a variable's name.
  static let index = WordStyle(stops: "]\n", opening: "[", closing: "]")
  /// `(( … ))` and `$(( … ))`
  static let arithmetic = WordStyle(stops: ")", opening: "(", closing: ")")
  /// One of the three in `for (( ; ; ))`.
  static let arithmeticFor = WordStyle(stops: ";)", opening: "(", closing: ")")
  /// `$[ … ]`
  static let bracketArithmetic = WordStyle(stops: "]", opening: "[", closing: "]")
  /// Offset and length in `${name:offset:length}`; a colon may belong to `?:`.
  static let substring = WordStyle(stops: ":}", opening: "(?", closing: "):")
}
