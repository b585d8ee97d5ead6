/// What a program printed, and its exit status.
struct ProgramResult {
  var output: [UInt8]
  var status = 0
}

/// A program that turns the text it reads into the text it prints.
protocol FilterProgram {
  /// Its operands; empty for standard input.
  var files: [[UInt8]] { get }
  /// Treats several files as one text.
  var joinsFiles: Bool { get }
  /// May leave some of its input to others.
  var mayStopEarly: Bool { get }
  /// False where it prints without reading anything.
  var readsInput: Bool { get }
  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult
}

extension FilterProgram {
  var joinsFiles: Bool { false }
  var mayStopEarly: Bool { false }
  var readsInput: Bool { true }
}

/// A program's arguments, read as getopt_long does: options may follow operands.
struct ProgramArguments {
  let words: [[UInt8]]

  init(_ words: [[UInt8]]) { self.words = words }

  struct Parsed {
    var options: [(name: String, value: [UInt8])] = []
    var operands: [[UInt8]] = []

    func has(_ name: String) -> Bool { options.contains { $0.name == name } }
    func value(_ name: String) -> [UInt8]? { options.last { $0.name == name }?.value }
  }

  /// - Parameters:
  ///   - flags: letters of options without a value.
  ///   - valued: letters of options with one.
  ///   - long: long options and the letters they stand for.
  ///   - stopsAtOperand: as with `+`, the first operand ends the options.
  func parsed(
    flags: String, valued: String = "", long: [String: String] = [:], stopsAtOperand: Bool = false, program: String
  ) throws(Doubt) -> Parsed {
    var result = Parsed()
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.count > 1, word.hasPrefix("-") else {
        result.operands.append(word)
        if stopsAtOperand { break }
        continue
      }
      if word.equals("--") { break }
      let unknown = Doubt("runs '\(program) \(word.text)'")
      if word.hasPrefix("--") {
        let parts = word.dropFirst(2).split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard let letter = long[parts[0].text] else { throw unknown }
        if parts.count > 1 {
          guard valued.contains(letter) else { throw unknown }
          result.options.append((letter, Array(parts[1])))
        } else if valued.contains(letter) {
          guard let value = rest.popFirst() else { throw unknown }
          result.options.append((letter, value))
        } else {
          result.options.append((letter, []))
        }
        continue
      }
      var letters = word.dropFirst()
      while let byte = letters.popFirst() {
        let letter = [byte].text
        if flags.contains(letter) {
          result.options.append((letter, []))
        } else if valued.contains(letter) {
          guard let value = letters.isEmpty ? rest.popFirst() : Array(letters) else { throw unknown }
          result.options.append((letter, value))
          break
        } else {
          throw unknown
        }
      }
    }
    result.operands += rest
    return result
  }
}
