/// GNU's `grep` on one text.
struct GrepProgram: FilterProgram {
  let files: [[UInt8]]
  private let options: ProgramArguments.Parsed
  private let expressions: [RegularExpression]
  private let maximum: Int

  /// With `-q` or `-m` it stops at what it was looking for.
  var mayStopEarly: Bool { options.has("q") || options.has("m") }

  init(_ name: String, _ arguments: ProgramArguments) throws(Doubt) {
    options = try arguments.parsed(
      flags: "EFGPoqvicxwshn", valued: "em",
      long: [
        "extended-regexp": "E", "fixed-strings": "F", "basic-regexp": "G", "perl-regexp": "P", "only-matching": "o", "quiet": "q",
        "silent": "q", "invert-match": "v", "ignore-case": "i", "count": "c", "line-regexp": "x", "word-regexp": "w", "no-messages": "s",
        "regexp": "e", "max-count": "m", "no-filename": "h", "line-number": "n",
      ], program: "grep")
    var patterns = options.options.filter { $0.name == "e" }.map(\.value)
    var operands = options.operands
    if patterns.isEmpty {
      guard !operands.isEmpty else { throw Doubt("misuses 'grep'") }
      patterns = [operands.removeFirst()]
    }
    files = operands
    if let limit = options.value("m") {
      guard let count = limit.count10 else { throw Doubt("uses 'grep' in an unusual way") }
      maximum = count
    } else {
      maximum = .max
    }
    guard !options.has("w"), !options.has("o") || !options.has("v") && !options.has("x") else {
      throw Doubt("uses 'grep' in an unusual way")
    }
    patterns = patterns.flatMap { $0.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) } }
    let isFixed = options.has("F") || name == "fgrep"
    let isExtended = options.has("E") || name == "egrep"
    guard !(isFixed && isExtended) else { throw Doubt("uses 'grep' in an unusual way") }
    var expressions: [RegularExpression] = []
    for pattern in patterns {
      var text = pattern
      if options.has("P") {
        guard !isFixed, !isExtended else { throw Doubt("uses 'grep' in an unusual way") }
        text = try Self.withoutPerl(pattern)
      }
      if isFixed { text = pattern.flatMap { "\\.[]*^$".utf8.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] } }
      let syntax = isExtended || options.has("P") ? RegularExpression.Syntax.extended : .basic
      expressions.append(try RegularExpression(text, syntax, ignoringCase: options.has("i")))
    }
    self.expressions = expressions
  }

  /// A Perl expression that means the same as an extended one.
  private static func withoutPerl(_ pattern: [UInt8]) throws(Doubt) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    var isInBrackets = false
    while index < pattern.count {
      let byte = pattern[index]
      let next = index + 1 < pattern.count ? pattern[index + 1] : 0
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "$"): throw Doubt("uses a Perl expression")
      case UInt8(ascii: "["):
        guard next != UInt8(ascii: "]"), next != UInt8(ascii: "^") || !pattern[min(index + 2, pattern.count)...].hasPrefix("]") else {
          throw Doubt("uses a Perl expression")
        }
        isInBrackets = true
        output.append(byte)
      case UInt8(ascii: "]"):
        isInBrackets = false
        output.append(byte)
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
        if !isInBrackets, next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { throw Doubt("uses a Perl expression") }
        output.append(byte)
      case UInt8(ascii: "\\"):
        guard !isInBrackets else { throw Doubt("uses a Perl expression") }
        index += 1
        if next == UInt8(ascii: "d") {
          output += Array("[0-9]")
        } else if ".-/+*?[](){}^$|\\".utf8.contains(next) {
          output += [byte, next]
        } else {
          throw Doubt("uses a Perl expression")
        }
      default: output.append(byte)
      }
      index += 1
    }
    return output
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    guard !text.contains(0) else { throw Doubt("searches a binary text") }
    var output: [UInt8] = []
    var count = 0
    for (number, line) in text.lines.enumerated() where count < maximum {
      let line = Array(line)
      let match = try first(in: line, from: 0, budget)
      guard (match != nil) != options.has("v") else { continue }
      count += 1
      if options.has("q") { break }
      guard !options.has("c") else { continue }
      let prefix = options.has("n") ? Array("\(number + 1):") : []
      output += options.has("o") ? try parts(of: line, prefix, budget) : prefix + line + [0x0A]
    }
    if options.has("c"), !options.has("q") { output = Array("\(count)\n") }
    return ProgramResult(output: output, status: count > 0 ? 0 : 1)
  }

  private func first(in line: [UInt8], from start: Int, _ budget: StepBudget) throws(Doubt) -> Range<Int>? {
    var best: Range<Int>?
    for expression in expressions {
      if options.has("x") {
        let match = try expression.matchAtStart(of: line, needsGroups: false, budget: budget)
        if let match, match.range.count == line.count { return match.range }
        continue
      }
      guard let match = try expression.firstMatch(in: line, from: start, budget: budget)?.range else { continue }
      if let found = best, (found.lowerBound, -found.upperBound) <= (match.lowerBound, -match.upperBound) { continue }
      best = match
    }
    return best
  }

  private func parts(of line: [UInt8], _ prefix: [UInt8], _ budget: StepBudget) throws(Doubt) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    while let match = try first(in: line, from: start, budget) {
      if match.isEmpty {
        start = match.upperBound + 1
      } else {
        output += prefix + line[match] + [0x0A]
        start = match.upperBound
      }
    }
    return output
  }
}
