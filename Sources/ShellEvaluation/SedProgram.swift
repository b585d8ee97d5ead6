/// GNU's `sed` on one text.
struct SedProgram: FilterProgram {
  let files: [[UInt8]]
  private let commands: [SedCommand]
  private let isSilent: Bool
  private let isUnsureOfBackslash: Bool

  var joinsFiles: Bool { true }

  var mayStopEarly: Bool {
    commands.contains { command in
      if case .quit = command.verb { true } else { false }
    }
  }

  init(_ arguments: ProgramArguments) throws(Doubt) {
    let parsed = try arguments.parsed(
      flags: "nEru", valued: "e",
      long: [
        "quiet": "n", "silent": "n", "regexp-extended": "E", "expression": "e", "unbuffered": "u",
      ], program: "sed")
    var scripts = parsed.options.filter { $0.name == "e" }.map(\.value)
    var operands = parsed.operands
    if scripts.isEmpty {
      guard !operands.isEmpty else { throw Doubt("misuses 'sed'") }
      scripts = [operands.removeFirst()]
    }
    files = operands
    isSilent = parsed.has("n")
    (commands, isUnsureOfBackslash) = try SedScript.commands(
      of: Array(scripts.joined(separator: [0x0A])), isExtended: parsed.has("E") || parsed.has("r"))
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    if isUnsureOfBackslash, text.contains(UInt8(ascii: "\\")) { throw Doubt("uses an unusual regular expression") }
    if text.last.map({ $0 != 0x0A }) ?? false, commands.contains(where: \.usesHold) {
      throw Doubt("joins lines of which one has no line feed")
    }
    var run = SedRun(commands: commands, isSilent: isSilent, text: text, budget: budget)
    return try run.run()
  }
}

/// The state of a running script.
private struct SedRun {
  private let commands: [SedCommand]
  private let isSilent: Bool
  private let lines: [ArraySlice<UInt8>]
  private let endsWithLineFeed: Bool
  private let budget: StepBudget

  private var lineNumber = 0
  private var pattern: [UInt8] = []
  private var hold: [UInt8] = []
  private var appended: [UInt8] = []
  private var hasSubstituted = false
  /// For commands with two addresses: the line that ends the range being gone through, or `.max` until an expression matches.
  private var rangeEnds: [Int: Int] = [:]
  private var output: [UInt8] = []
  private var lacksLineFeed = false
  private var status = 0

  private enum Next { case command(Int), cycle, cycleWithoutReading, end }

  init(commands: [SedCommand], isSilent: Bool, text: [UInt8], budget: StepBudget) {
    self.commands = commands
    self.isSilent = isSilent
    lines = text.lines
    endsWithLineFeed = text.last == 0x0A
    self.budget = budget
    for (index, command) in commands.enumerated() {
      if case .line(0)? = command.first { rangeEnds[index] = .max }
    }
  }

  private var isLast: Bool { lineNumber >= lines.count }

  mutating func run() throws(Doubt) -> ProgramResult {
    var reads = true
    cycles: while true {
      if reads {
        guard lineNumber < lines.count else { break }
        pattern = Array(lines[lineNumber])
        lineNumber += 1
        hasSubstituted = false
      }
      reads = true
      var index = 0
      while index < commands.count {
        try budget.spend()
        let command = commands[index]
        guard try selects(command, index) != command.isNegated else {
          if case .block(let end) = command.verb { index = end + 1 } else { index += 1 }
          continue
        }
        switch try perform(command.verb, index) {
        case .command(let next): index = next
        case .cycle:
          flushAppended()
          continue cycles
        case .cycleWithoutReading:
          flushAppended()
          reads = false
          continue cycles
        case .end:
          flushAppended()
          break cycles
        }
      }
      if !isSilent { printPattern() }
      flushAppended()
      guard output.count <= 1 << 20 else { throw .size }
    }
    return ProgramResult(output: output, status: status)
  }

  // MARK: Output

  private mutating func write(_ bytes: [UInt8]) {
    if lacksLineFeed, !bytes.isEmpty {
      output.append(0x0A)
      lacksLineFeed = false
    }
    output += bytes
  }

  private mutating func printPattern() { printLine(pattern) }

  private mutating func printLine(_ text: [UInt8]) {
    if lacksLineFeed { output.append(0x0A) }
    output += text
    lacksLineFeed = isLast && !endsWithLineFeed
    if !lacksLineFeed { output.append(0x0A) }
  }

  private mutating func flushAppended() {
    write(appended)
    appended = []
  }

  // MARK: Addresses

  private mutating func selects(_ command: SedCommand, _ index: Int) throws(Doubt) -> Bool {
    guard let first = command.first else { return true }
    guard let second = command.second else { return try matches(first) }
    if let end = rangeEnds[index] {
      if end == .max {
        if case .expression(let expression) = second {
          if try expression.firstMatch(in: pattern, budget: budget) != nil { rangeEnds[index] = nil }
        } else if isLast {
          rangeEnds[index] = nil
        }
        return true
      }
      if lineNumber >= end { rangeEnds[index] = nil }
      // A range that was passed while its command was not reached selects by its first address again.
      if lineNumber <= end { return true }
      throw Doubt("uses an unusual 'sed' range")
    }
    guard try matches(first) else { return false }
    switch second {
    case .line(let end): if end > lineNumber { rangeEnds[index] = end }
    case .following(let count): if count > 0 { rangeEnds[index] = lineNumber + count }
    case .last: if !isLast { rangeEnds[index] = .max }
    case .expression: rangeEnds[index] = .max
    case .step: throw Doubt("uses an unusual 'sed' range")
    }
    return true
  }

  private func matches(_ address: SedCommand.Address) throws(Doubt) -> Bool {
    switch address {
    case .line(let line): lineNumber == line
    case .last: isLast
    case .expression(let expression): try expression.firstMatch(in: pattern, budget: budget) != nil
    case .step(let first, let step): lineNumber >= first && (lineNumber - first) % step == 0
    case .following: false
    }
  }

  // MARK: Commands

  private mutating func perform(_ verb: SedCommand.Verb, _ index: Int) throws(Doubt) -> Next {
    switch verb {
    case .substitute(let substitution): try substitute(substitution)
    case .transliterate(let map):
      guard pattern.isASCII else { throw .locale }
      pattern = pattern.map { map[Int($0)] }
    case .append(let text): appended += text
    case .insert(let text): write(text)
    case .change(let text):
      write(text)
      return .cycle
    case .block, .blockEnd, .label: break
    case .branch(let kind, let target):
      let isTaken =
        switch kind {
        case .always: true
        case .ifSubstituted: hasSubstituted
        case .ifNotSubstituted: !hasSubstituted
        }
      if kind != .always { hasSubstituted = false }
      if isTaken { return .command(target) }
    case .quit(let code, let printing):
      status = code
      if printing, !isSilent { printPattern() }
      return .end
    case .simple(let letter): return try perform(letter, index)
    }
    return .command(index + 1)
  }

  private mutating func perform(_ letter: UInt8, _ index: Int) throws(Doubt) -> Next {
    let firstLine = pattern.firstIndex(of: 0x0A)
    switch letter {
    case UInt8(ascii: "d"): return .cycle
    case UInt8(ascii: "D"):
      guard let firstLine else { return .cycle }
      pattern.removeSubrange(...firstLine)
      return .cycleWithoutReading
    case UInt8(ascii: "p"): printPattern()
    case UInt8(ascii: "P"): write(Array(pattern[..<(firstLine ?? pattern.count)]) + [0x0A])
    case UInt8(ascii: "n"):
      if !isSilent { printPattern() }
      if isLast { return .end }
      flushAppended()
      pattern = Array(lines[lineNumber])
      lineNumber += 1
    case UInt8(ascii: "N"):
      if isLast {
        if !isSilent { printPattern() }
        return .end
      }
      flushAppended()
      pattern += [0x0A] + lines[lineNumber]
      lineNumber += 1
      try budget.spend(pattern.count / 8)
    case UInt8(ascii: "h"): hold = pattern
    case UInt8(ascii: "H"): hold += [0x0A] + pattern
    case UInt8(ascii: "g"): pattern = hold
    case UInt8(ascii: "G"): pattern += [0x0A] + hold
    case UInt8(ascii: "x"): swap(&hold, &pattern)
    case UInt8(ascii: "="): write(Array("\(lineNumber)\n"))
    default: pattern = []
    }
    guard pattern.count <= 1 << 20, hold.count <= 1 << 20 else { throw .size }
    return .command(index + 1)
  }

  private mutating func substitute(_ substitution: SedSubstitution) throws(Doubt) {
    var result: [UInt8] = []
    var start = 0
    var count = 0
    var lastEnd = -1
    var hasReplaced = false
    while start <= pattern.count,
      let match = try substitution.expression.firstMatch(in: pattern, from: start, needsGroups: substitution.needsGroups, budget: budget)
    {
      result += pattern[start..<match.range.lowerBound]
      // Directly behind a match nothing is no further match.
      if match.range.isEmpty, match.range.lowerBound == lastEnd {
        if start < pattern.count { result.append(pattern[start]) }
        start += 1
        continue
      }
      count += 1
      lastEnd = match.range.upperBound
      if count >= substitution.number {
        result += replacement(substitution.parts, match)
        hasReplaced = true
      } else {
        result += pattern[match.range]
      }
      start = match.range.upperBound
      if hasReplaced, !substitution.isGlobal { break }
      if match.range.isEmpty {
        if start < pattern.count { result.append(pattern[start]) }
        start += 1
      }
    }
    guard hasReplaced else { return }
    if start < pattern.count { result += pattern[start...] }
    guard result.count <= 1 << 20 else { throw .size }
    pattern = result
    hasSubstituted = true
    if substitution.prints { printPattern() }
  }

  private func replacement(_ parts: [SedSubstitution.Part], _ match: RegularExpression.Match) -> [UInt8] {
    var output: [UInt8] = []
    var lasting: UInt8?
    var once: UInt8?
    for part in parts {
      var bytes: [UInt8]
      switch part {
      case .text(let text): bytes = text
      case .group(let number):
        let range = number == 0 ? match.range : match.groups[number - 1]
        bytes = range.map { Array(pattern[$0]) } ?? []
      case .caseChange(let letter):
        if letter == UInt8(ascii: "u") || letter == UInt8(ascii: "l") { once = letter } else { lasting = letter }
        continue
      }
      if lasting == UInt8(ascii: "U") { bytes = bytes.map(\.uppercased) }
      if lasting == UInt8(ascii: "L") { bytes = bytes.map(\.lowercased) }
      if let letter = once, let first = bytes.first {
        bytes[0] = letter == UInt8(ascii: "u") ? first.uppercased : first.lowercased
        once = nil
      }
      output += bytes
    }
    return output
  }
}
