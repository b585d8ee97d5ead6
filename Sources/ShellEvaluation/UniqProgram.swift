/// GNU's `uniq`: `-c`, `-d`, `-u`, `-i`.
struct UniqProgram: FilterProgram {
  let files: [[UInt8]]
  private let options: ProgramArguments.Parsed

  init(_ arguments: ProgramArguments) throws(Doubt) {
    options = try arguments.parsed(
      flags: "cdui", long: ["count": "c", "repeated": "d", "unique": "u", "ignore-case": "i"], program: "uniq")
    guard options.operands.count <= 1 else { throw Doubt("writes a file") }
    files = options.operands
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    let ignoresCase = options.has("i")
    if ignoresCase, !text.isASCII { throw .locale }
    var groups: [(line: ArraySlice<UInt8>, count: Int)] = []
    for line in text.lines {
      if let last = groups.last, ignoresCase ? last.line.map(\.lowercased) == line.map(\.lowercased) : last.line == line {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((line, 1))
      }
    }
    var output: [UInt8] = []
    for (line, count) in groups {
      if options.has("d") && count < 2 || options.has("u") && count > 1 { continue }
      if options.has("c") {
        let digits = String(count)
        output += Array(String(repeating: " ", count: max(0, 7 - digits.utf8.count)) + digits + " ")
      }
      output += line + [0x0A]
    }
    return ProgramResult(output: output)
  }
}

/// `wc` (XCU) with one of `-l`, `-c`, `-w`, `-m`, whose lone number has no padding.
struct WordCountProgram: FilterProgram {
  let files: [[UInt8]]
  private let letter: String

  init(_ arguments: ProgramArguments) throws(Doubt) {
    let parsed = try arguments.parsed(flags: "lwcm", long: ["lines": "l", "words": "w", "bytes": "c", "chars": "m"], program: "wc")
    files = parsed.operands
    guard parsed.options.count == 1, let only = parsed.options.first, files.isEmpty else { throw Doubt("uses 'wc' in an unusual way") }
    letter = only.name
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    let count: Int
    switch letter {
    case "l": count = text.count { $0 == 0x0A }
    case "c": count = text.count
    default:
      guard text.allSatisfy({ (0x20..<0x7F).contains($0) || $0.isSpace }) else { throw .locale }
      count = letter == "m" ? text.count : text.split(whereSeparator: \.isSpace).count
    }
    return ProgramResult(output: Array("\(count)\n"))
  }
}
