/// `cat`, `tac` and `rev` without options.
struct ReorderProgram: FilterProgram {
  let files: [[UInt8]]
  private let name: String

  var joinsFiles: Bool { name == "cat" }

  init(_ name: String, _ arguments: ProgramArguments) throws(Doubt) {
    self.name = name
    files = try arguments.parsed(flags: name == "cat" ? "u" : "", program: name).operands
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    switch name {
    case "cat": return ProgramResult(output: text)
    case "tac":
      // A last line without a line feed is joined to the one that then follows it.
      return ProgramResult(output: text.last == 0x0A || text.isEmpty ? text.lines.reversed().flatMap { $0 + [0x0A] } : try joinedTac(text))
    default:
      guard text.isASCII, !text.contains(0) else { throw .locale }
      let reversed = text.lines.map { Array($0.reversed()) }
      return ProgramResult(output: Array(reversed.joined(separator: [0x0A])) + (text.last == 0x0A ? [0x0A] : []))
    }
  }

  private func joinedTac(_ text: [UInt8]) throws(Doubt) -> [UInt8] {
    let lines = text.lines
    guard let last = lines.last else { return [] }
    return Array(last) + lines.dropLast().reversed().flatMap { $0 + [0x0A] }
  }
}
