/// `tr` (XCU) on bytes: `-c`, `-d`, `-s`, `-t`, ranges, classes and `[x*n]`.
struct TrProgram: FilterProgram {
  let files: [[UInt8]] = []
  private let deleted: ByteClass?
  private let squeezed: ByteClass?
  private let map: [UInt8]

  init(_ arguments: [[UInt8]]) throws(Doubt) {
    let parsed = try ProgramArguments(arguments).parsed(
      flags: "cCdst", long: ["complement": "c", "delete": "d", "squeeze-repeats": "s", "truncate-set1": "t"], stopsAtOperand: true,
      program: "tr")
    let odd = Doubt("uses 'tr' in an unusual way")
    let deletes = parsed.has("d")
    let squeezes = parsed.has("s")
    guard let firstText = parsed.operands.first, parsed.operands.count <= 2, parsed.operands.allSatisfy(\.isASCII) else { throw odd }
    guard parsed.operands.count == 2 ? !deletes || squeezes : deletes != squeezes else { throw odd }
    let secondText = parsed.operands.count > 1 ? parsed.operands[1] : nil
    var first = try Self.set(firstText, isSecond: false, length: nil)
    if parsed.has("c") || parsed.has("C") {
      let excluded = ByteClass(first.map { $0...$0 })
      first = (0...255).filter { !excluded.contains($0) }
    }
    let translates = secondText != nil && !deletes
    var second = try secondText.map { (text) throws(Doubt) in try Self.set(text, isSecond: translates, length: first.count) } ?? []
    deleted = deletes ? ByteClass(first.map { $0...$0 }) : nil
    squeezed = squeezes ? ByteClass((secondText == nil ? first : second).map { $0...$0 }) : nil
    var map = Array(UInt8.min...UInt8.max)
    if translates {
      guard let last = second.last else { throw odd }
      if parsed.has("t") { first = Array(first.prefix(second.count)) }
      second += [UInt8](repeating: last, count: max(0, first.count - second.count))
      // A class as a whole has a fixed place only where it is translated to its counterpart.
      let hasClass = parsed.operands.contains { $0.text.contains("[:") }
      if hasClass, !Self.classesMatch(firstText, secondText ?? [], isComplement: parsed.has("c") || parsed.has("C")) { throw odd }
      for (from, to) in zip(first, second) { map[Int(from)] = to }
    }
    self.map = map
  }

  private static func classesMatch(_ first: [UInt8], _ second: [UInt8], isComplement: Bool) -> Bool {
    if !second.text.contains("[:") { return second.count == 1 }
    let cases = ["[:lower:]", "[:upper:]"]
    return !isComplement && cases.contains(first.text) && cases.contains(second.text)
  }

  /// - Parameter length: what `[x*]` fills up to.
  private static func set(_ text: [UInt8], isSecond: Bool, length: Int?) throws(Doubt) -> [UInt8] {
    let odd = Doubt("uses an unusual set in 'tr'")
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      let rest = text[index...]
      if rest.hasPrefix("[:") {
        let name = rest.dropFirst(2).prefix { $0.isLetter }
        guard rest.dropFirst(2 + name.count).hasPrefix(":]"), let ranges = CharacterClass.ranges[name.text] else { throw odd }
        if isSecond, name.text != "lower", name.text != "upper" { throw odd }
        bytes += ranges.flatMap { Array($0) }
        index += name.count + 4
        continue
      }
      if rest.hasPrefix("[=") { throw odd }
      if text[index] == UInt8(ascii: "["), rest.dropFirst(2).first == UInt8(ascii: "*"), rest.contains(UInt8(ascii: "]")) {
        let digits = rest.dropFirst(3).prefix { $0.isDigit }
        guard isSecond, rest.dropFirst(3 + digits.count).first == UInt8(ascii: "]"), digits.first != 0x30 else { throw odd }
        let count = digits.isEmpty ? max(0, (length ?? 0) - bytes.count) : digits.count10 ?? 0
        guard digits.isEmpty ? index + 4 == text.count : count < 1000 else { throw odd }
        bytes += [UInt8](repeating: rest[index + 1], count: count)
        index += digits.count + 4
        continue
      }
      let (low, next) = try member(text, at: index)
      if next + 1 < text.count, text[next] == UInt8(ascii: "-") {
        let (high, end) = try member(text, at: next + 1)
        guard low <= high else { throw odd }
        bytes += Array(low...high)
        index = end
      } else {
        bytes.append(low)
        index = next
      }
    }
    return bytes
  }

  private static func member(_ text: [UInt8], at index: Int) throws(Doubt) -> (UInt8, next: Int) {
    guard text[index] == UInt8(ascii: "\\") else { return (text[index], index + 1) }
    guard index + 1 < text.count else { throw Doubt("uses an unusual set in 'tr'") }
    let letter = text[index + 1]
    if let control = RegularExpressionParser.sedControls[letter] { return (control, index + 2) }
    if letter == UInt8(ascii: "b") { return (0x08, index + 2) }
    if (0x30...0x37).contains(letter) {
      let digits = text[(index + 1)...].prefix(3).prefix { (0x30...0x37).contains($0) }
      let value = digits.reduce(0) { $0 * 8 + Int($1) - 0x30 }
      guard value < 256 else { throw Doubt("uses an unusual set in 'tr'") }
      return (UInt8(value), index + 1 + digits.count)
    }
    guard !letter.isLetter else { throw Doubt("uses an unusual set in 'tr'") }
    return (letter, index + 2)
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    var output: [UInt8] = []
    var last: UInt8?
    for byte in text {
      if let deleted, deleted.contains(byte) { continue }
      let new = map[Int(byte)]
      if let squeezed, new == last, squeezed.contains(new) { continue }
      output.append(new)
      last = new
    }
    return ProgramResult(output: output)
  }
}
