/// GNU's `seq` on whole numbers.
enum SequenceProgram {
  static func run(_ arguments: ProgramArguments) throws(Doubt) -> ProgramResult {
    var words = arguments.words[...]
    var separator: [UInt8] = [0x0A]
    var isPadded = false
    while let option = words.first, option.hasPrefix("-"), option.count > 1, !option[1].isDigit {
      words.removeFirst()
      switch option.text {
      case "-w": isPadded = true
      case "-s": separator = words.popFirst() ?? []
      default:
        guard option.hasPrefix("-s") else { throw Doubt("runs 'seq \(option.text)'") }
        separator = Array(option.dropFirst(2))
      }
    }
    guard !separator.contains(UInt8(ascii: "\\")) else { throw Doubt("uses an unusual separator") }
    var numbers: [Int] = []
    for word in words {
      let isNegative = word.hasPrefix("-")
      guard let value = (isNegative ? Array(word.dropFirst()) : word).count10,
        !isPadded || word == Array(String(isNegative ? -value : value))
      else {
        throw Doubt("counts by '\(word.text)'")
      }
      numbers.append(isNegative ? -value : value)
    }
    guard (1...3).contains(numbers.count), let last = numbers.last else { throw Doubt("misuses 'seq'") }
    let first = numbers.count > 1 ? numbers[0] : 1
    let step = numbers.count > 2 ? numbers[1] : 1
    guard step != 0 else { throw Doubt("counts for ever") }
    let values = Array(stride(from: first, through: last, by: step).prefix(100_001))
    guard values.count <= 100_000 else { throw .size }
    guard !isPadded || values.allSatisfy({ $0 >= 0 }) else { throw Doubt("pads negative numbers") }
    let width = isPadded ? max(String(first).utf8.count, String(last).utf8.count) : 0
    let texts = values.map { value -> [UInt8] in
      let digits = Array(String(value))
      return [UInt8](repeating: 0x30, count: max(0, width - digits.count)) + digits
    }
    return ProgramResult(output: texts.isEmpty ? [] : Array(texts.joined(separator: separator)) + [0x0A])
  }
}
