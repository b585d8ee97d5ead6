/// GNU's `sort`: `-V`, `-n`, `-r`, `-u`, `-t`, `-k N[,M][nrV]`, `-s`; texts only where the locale cannot matter.
struct SortProgram: FilterProgram {
  private struct Key {
    var first = 1
    var last = Int.max
    var isNumeric = false
    var isVersion = false
    var isReversed = false
  }

  let files: [[UInt8]]
  private let keys: [Key]
  private let separator: UInt8?
  private let isReversed: Bool
  private let isUnique: Bool
  private let isStable: Bool
  private let asBytes: Bool

  var joinsFiles: Bool { true }

  init(_ arguments: ProgramArguments, asBytes: Bool) throws(Doubt) {
    let parsed = try arguments.parsed(
      flags: "Vnrus", valued: "tk",
      long: [
        "version-sort": "V", "numeric-sort": "n", "reverse": "r", "unique": "u", "stable": "s", "field-separator": "t", "key": "k",
      ], program: "sort")
    files = parsed.operands
    self.asBytes = asBytes
    isReversed = parsed.has("r")
    isUnique = parsed.has("u")
    isStable = parsed.has("s") || isUnique
    if let given = parsed.value("t") {
      guard given.count == 1, given[0] < 0x80, given[0] != 0 else { throw Doubt("sorts by an unusual separator") }
      separator = given[0]
    } else {
      separator = nil
    }
    let general = Key(isNumeric: parsed.has("n"), isVersion: parsed.has("V"), isReversed: parsed.has("r"))
    var keys: [Key] = []
    for (name, value) in parsed.options where name == "k" { keys.append(try Self.key(value, general)) }
    guard !(general.isNumeric && general.isVersion), keys.isEmpty || separator != nil else { throw Doubt("sorts in an unusual way") }
    self.keys = keys.isEmpty ? [general] : keys
  }

  private static func key(_ text: [UInt8], _ general: Key) throws(Doubt) -> Key {
    let bounds = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    var key = Key()
    var letters: [UInt8] = []
    for (index, bound) in bounds.enumerated() {
      let digits = bound.prefix { $0.isDigit }
      guard let number = digits.count10, number > 0, index < 2 else { throw Doubt("sorts by an unusual key") }
      if index == 0 { key.first = number } else { key.last = number }
      letters += bound.dropFirst(digits.count)
    }
    for letter in letters {
      switch letter {
      case UInt8(ascii: "n"): key.isNumeric = true
      case UInt8(ascii: "V"): key.isVersion = true
      case UInt8(ascii: "r"): key.isReversed = true
      default: throw Doubt("sorts by an unusual key")
      }
    }
    if letters.isEmpty { (key.isNumeric, key.isVersion, key.isReversed) = (general.isNumeric, general.isVersion, general.isReversed) }
    guard !(key.isNumeric && key.isVersion) else { throw Doubt("sorts by an unusual key") }
    return key
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    let lines = text.lines.map { Array($0) }
    guard !lines.contains(where: { $0.contains(0) }) else { throw .locale }
    // Insertion into place keeps equal lines in order and lets a doubt out of a comparison.
    var sorted: [[UInt8]] = []
    for line in lines {
      var low = 0
      var high = sorted.count
      while low < high {
        try budget.spend(4 + line.count / 4)
        let middle = (low + high) / 2
        if try compare(line, sorted[middle]) < 0 { high = middle } else { low = middle + 1 }
      }
      if isUnique, low > 0, try compareKeys(line, sorted[low - 1]) == 0 { continue }
      sorted.insert(line, at: low)
    }
    return ProgramResult(output: sorted.flatMap { $0 + [0x0A] })
  }

  private func compare(_ a: [UInt8], _ b: [UInt8]) throws(Doubt) -> Int {
    let order = try compareKeys(a, b)
    if order != 0 || isStable { return order }
    // The last resort is the whole line; -r turns it round as well.
    let last = try order3(a, b)
    return isReversed ? -last : last
  }

  private func order3(_ a: [UInt8], _ b: [UInt8]) throws(Doubt) -> Int {
    if a == b { return 0 }
    return try Collation.precedes(a, b, asBytes: asBytes) ? -1 : 1
  }

  private func compareKeys(_ a: [UInt8], _ b: [UInt8]) throws(Doubt) -> Int {
    for key in keys {
      let (x, y) = (part(of: a, key), part(of: b, key))
      let order =
        if key.isVersion { VersionOrder.compare(x, y) } else if key.isNumeric { try Self.compareNumbers(x, y) } else { try order3(x, y) }
      if order != 0 { return key.isReversed ? -order : order }
    }
    return 0
  }

  private func part(of line: [UInt8], _ key: Key) -> [UInt8] {
    guard let separator, key.first > 1 || key.last < .max else { return line }
    let fields = line.split(separator: separator, omittingEmptySubsequences: false)
    let high = min(key.last, fields.count)
    guard key.first <= high else { return [] }
    return Array(fields[(key.first - 1)..<high].joined(separator: [separator]))
  }

  /// The number a text begins with, after blanks; 0 for none.
  private static func compareNumbers(_ a: [UInt8], _ b: [UInt8]) throws(Doubt) -> Int {
    func number(_ text: [UInt8]) throws(Doubt) -> Int {
      let trimmed = text.drop { $0.isBlank }
      let isNegative = trimmed.first == UInt8(ascii: "-")
      let rest = trimmed.dropFirst(isNegative ? 1 : 0)
      let digits = rest.prefix { $0.isDigit }
      // Fractions and thousands separators depend on the locale.
      if let next = rest.dropFirst(digits.count).first, next == UInt8(ascii: ".") || next == UInt8(ascii: ",") { throw .locale }
      guard let value = digits.isEmpty ? 0 : digits.count10 else { throw Doubt("sorts large numbers") }
      return isNegative ? -value : value
    }
    let (x, y) = (try number(a), try number(b))
    return x < y ? -1 : x > y ? 1 : 0
  }
}

/// The order of `sort -V`: gnulib's filevercmp, after Debian's versions.
enum VersionOrder {
  static func compare(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a == b { return 0 }
    if a.isEmpty { return -1 }
    if b.isEmpty { return 1 }
    if a.first == UInt8(ascii: ".") || b.first == UInt8(ascii: ".") { return compareDotted(a, b) }
    return compareWithSuffixes(a, b)
  }

  /// Names that begin with a dot come first, `.` and `..` before the others.
  private static func compareDotted(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard a.first == b.first else { return a.first == UInt8(ascii: ".") ? -1 : 1 }
    for special in [".", ".."] {
      if a.equals(special) { return -1 }
      if b.equals(special) { return 1 }
    }
    return compareWithSuffixes(Array(a.dropFirst()), Array(b.dropFirst()))
  }

  private static func compareWithSuffixes(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let (x, y) = (a.prefix(withoutSuffix(a)), b.prefix(withoutSuffix(b)))
    if x.count == a.count, y.count == b.count { return order(a[...], b[...]) }
    let first = order(x, y)
    return first != 0 ? first : order(a[...], b[...])
  }

  /// Where a suffix `(\.[A-Za-z~][A-Za-z0-9~]*)*` begins.
  private static func withoutSuffix(_ text: [UInt8]) -> Int {
    var start: Int?
    var index = 0
    while index < text.count {
      let isSuffix =
        text[index] == UInt8(ascii: ".") && index + 1 < text.count && (text[index + 1].isLetter || text[index + 1] == UInt8(ascii: "~"))
      guard isSuffix else {
        start = nil
        index += 1
        continue
      }
      if start == nil { start = index }
      index += 2
      while index < text.count, text[index].isLetter || text[index].isDigit || text[index] == UInt8(ascii: "~") { index += 1 }
    }
    return start.flatMap { $0 > 0 ? $0 : nil } ?? text.count
  }

  private static func rank(_ byte: UInt8?) -> Int {
    guard let byte else { return -1 }
    if byte.isDigit { return 0 }
    if byte.isLetter { return Int(byte) }
    return byte == UInt8(ascii: "~") ? -2 : Int(byte) + 256
  }

  private static func order(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    var (a, b) = (a, b)
    while !a.isEmpty || !b.isEmpty {
      while !(a.first?.isDigit ?? true) || !(b.first?.isDigit ?? true) {
        let (x, y) = (rank(a.first), rank(b.first))
        if x != y { return x < y ? -1 : 1 }
        a = a.dropFirst()
        b = b.dropFirst()
      }
      a = a.drop { $0 == 0x30 }
      b = b.drop { $0 == 0x30 }
      let (x, y) = (a.prefix { $0.isDigit }, b.prefix { $0.isDigit })
      if x.count != y.count { return x.count < y.count ? -1 : 1 }
      if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) ? -1 : 1 }
      a = a.dropFirst(x.count)
      b = b.dropFirst(y.count)
    }
    return 0
  }
}
