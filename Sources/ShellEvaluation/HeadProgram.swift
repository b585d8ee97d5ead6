/// GNU's `head`: `-n`, `-c`, `-N`.
struct HeadProgram: FilterProgram {
  let files: [[UInt8]]
  private let count: Int
  private let countsBytes: Bool
  /// `-n -N`: all but the last N.
  private let dropsLast: Bool

  var mayStopEarly: Bool { true }

  init(_ arguments: ProgramArguments) throws(Doubt) {
    var words = arguments.words
    if let first = words.first, first.count > 1, first.hasPrefix("-"), first.dropFirst().allSatisfy(\.isDigit) {
      words[0] = [UInt8]("-n") + first.dropFirst()
    }
    let parsed = try ProgramArguments(words).parsed(
      flags: "q", valued: "nc", long: ["lines": "n", "bytes": "c", "quiet": "q"], program: "head")
    files = parsed.operands
    let chosen = parsed.options.last { $0.name != "q" }
    let number = chosen?.value ?? [UInt8]("10")
    dropsLast = number.hasPrefix("-")
    countsBytes = chosen?.name == "c"
    guard let count = number.dropFirst(dropsLast ? 1 : 0).count10 else { throw Doubt("uses 'head' in an unusual way") }
    self.count = count
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    if countsBytes { return ProgramResult(output: Array(dropsLast ? text.dropLast(count) : text.prefix(count))) }
    let lines = TextLines(text)
    return ProgramResult(output: lines.joined(dropsLast ? lines.all.dropLast(count) : lines.all.prefix(count)))
  }
}

/// GNU's `tail`: `-n`, `-c`, `-N`, `+N`.
struct TailProgram: FilterProgram {
  let files: [[UInt8]]
  private let count: Int
  private let countsBytes: Bool
  private let fromStart: Bool

  init(_ arguments: ProgramArguments) throws(Doubt) {
    var words = arguments.words
    if let first = words.first, first.count > 1, first.hasPrefix("-") || first.hasPrefix("+"), first.dropFirst().allSatisfy(\.isDigit) {
      words[0] = [UInt8]("-n") + (first.hasPrefix("+") ? first[...] : first.dropFirst())
    }
    let parsed = try ProgramArguments(words).parsed(
      flags: "q", valued: "nc", long: ["lines": "n", "bytes": "c", "quiet": "q"], program: "tail")
    files = parsed.operands
    let chosen = parsed.options.last { $0.name != "q" }
    let number = chosen?.value ?? [UInt8]("10")
    fromStart = number.hasPrefix("+")
    countsBytes = chosen?.name == "c"
    guard let count = number.dropFirst(fromStart || number.hasPrefix("-") ? 1 : 0).count10 else {
      throw Doubt("uses 'tail' in an unusual way")
    }
    self.count = count
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    if countsBytes { return ProgramResult(output: Array(fromStart ? text.dropFirst(max(0, count - 1)) : text.suffix(count))) }
    let lines = TextLines(text)
    return ProgramResult(output: lines.joined(fromStart ? lines.all.dropFirst(max(0, count - 1)) : lines.all.suffix(count)))
  }
}

/// The lines of a text, which remember whether the last one has a line feed.
struct TextLines {
  let all: [ArraySlice<UInt8>]
  private let endsWithLineFeed: Bool

  init(_ text: [UInt8]) {
    all = text.lines
    endsWithLineFeed = text.last == 0x0A
  }

  /// Some of the lines in their order; the last of all without a line feed where it had none.
  func joined(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
    var output: [UInt8] = []
    for (index, line) in zip(lines.indices, lines) {
      output += line
      if index < all.count - 1 || endsWithLineFeed { output.append(0x0A) }
    }
    return output
  }
}
