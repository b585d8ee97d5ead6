/// GNU's `cut`: `-b`, `-c` and `-f` with `-d`, `-s`, `--complement`, `--output-delimiter`.
struct CutProgram: FilterProgram {
  let files: [[UInt8]]
  private let ranges: [ClosedRange<Int>]
  private let cutsFields: Bool
  private let cutsCharacters: Bool
  private let delimiter: UInt8
  private let outputDelimiter: [UInt8]?
  private let onlyDelimited: Bool

  var joinsFiles: Bool { true }

  init(_ arguments: ProgramArguments) throws(Doubt) {
    let parsed = try arguments.parsed(
      flags: "sn!", valued: "bcfdO",
      long: [
        "bytes": "b", "characters": "c", "fields": "f", "delimiter": "d", "only-delimited": "s", "complement": "!",
        "output-delimiter": "O",
      ], program: "cut")
    files = parsed.operands
    let lists = parsed.options.filter { "bcf".contains($0.name) }
    guard lists.count == 1, let list = lists.first, !parsed.has("n"),
      !arguments.words.contains(where: { $0.hasPrefix("-O") || $0.hasPrefix("-!") })
    else { throw Doubt("uses 'cut' in an unusual way") }
    cutsFields = list.name == "f"
    cutsCharacters = list.name == "c"
    onlyDelimited = parsed.has("s")
    outputDelimiter = parsed.value("O")
    guard cutsFields || parsed.value("d") == nil && !onlyDelimited && outputDelimiter == nil else {
      throw Doubt("uses 'cut' in an unusual way")
    }
    let given = parsed.value("d") ?? [0x09]
    guard given.count == 1, given[0] < 0x80, given[0] != 0x0A else { throw Doubt("cuts at an unusual delimiter") }
    delimiter = given[0]
    let selected = try Self.ranges(list.value)
    ranges = parsed.has("!") ? Self.complement(selected) : selected
  }

  /// `1,3-5,-2,7-`, sorted and joined.
  private static func ranges(_ list: [UInt8]) throws(Doubt) -> [ClosedRange<Int>] {
    let odd = Doubt("cuts at an unusual list")
    var ranges: [ClosedRange<Int>] = []
    for item in list.split(omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: ",") || $0.isBlank }) {
      let bounds = item.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard (1...2).contains(bounds.count), item.count > 0, !item.elementsEqual([UInt8(ascii: "-")]) else { throw odd }
      guard let low = bounds[0].isEmpty ? 1 : bounds[0].count10, low > 0 else { throw odd }
      let end = bounds.count == 1 ? bounds[0] : bounds[1]
      guard let high = end.isEmpty ? .max : end.count10, high >= low else { throw odd }
      ranges.append(low...high)
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var joined: [ClosedRange<Int>] = []
    for range in ranges {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  private static func complement(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var next = 1
    for range in ranges {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      if range.upperBound == .max { return result }
      next = range.upperBound + 1
    }
    return result + [next...Int.max]
  }

  private func isSelected(_ number: Int) -> Bool { ranges.contains { $0.contains(number) } }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    // Later versions of cut -c count characters.
    if cutsCharacters, !text.isASCII { throw .locale }
    var output: [UInt8] = []
    for line in text.lines {
      try budget.spend(1 + line.count / 4 * max(1, ranges.count))
      if cutsFields {
        guard let selected = fields(of: line) else { continue }
        output += selected
      } else {
        output += line.enumerated().filter { isSelected($0.offset + 1) }.map(\.element)
      }
      output.append(0x0A)
    }
    return ProgramResult(output: output)
  }

  private func fields(of line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.contains(delimiter) else { return onlyDelimited ? nil : Array(line) }
    let fields = line.split(separator: delimiter, omittingEmptySubsequences: false)
    let selected = fields.enumerated().filter { isSelected($0.offset + 1) }.map(\.element)
    return Array(selected.joined(separator: outputDelimiter ?? [delimiter]))
  }
}
