/// `basename` and `dirname` (XCU), as GNU's print them.
package enum PathNames {
  private static let slash = UInt8(ascii: "/")

  /// What `basename WORDS` prints.
  package static func basename(_ words: [[UInt8]]) throws(Doubt) -> [UInt8] { try basename(ProgramArguments(words)).output }

  /// What `dirname WORDS` prints.
  package static func dirname(_ words: [[UInt8]]) throws(Doubt) -> [UInt8] { try dirname(ProgramArguments(words)).output }

  static func basename(_ arguments: ProgramArguments) throws(Doubt) -> ProgramResult {
    let parsed = try arguments.parsed(
      flags: "a", valued: "s", long: ["multiple": "a", "suffix": "s"], stopsAtOperand: true, program: "basename")
    let many = parsed.has("a") || parsed.has("s")
    guard many ? !parsed.operands.isEmpty : (1...2).contains(parsed.operands.count) else { throw Doubt("misuses 'basename'") }
    let suffix = parsed.value("s") ?? (many || parsed.operands.count < 2 ? [] : parsed.operands[1])
    let names = many ? parsed.operands : [parsed.operands[0]]
    return ProgramResult(output: names.flatMap { Self.name($0, without: suffix) + [0x0A] })
  }

  private static func name(_ path: [UInt8], without suffix: [UInt8]) -> [UInt8] {
    let trimmed = withoutSlashes(path)
    if trimmed.isEmpty { return path.isEmpty ? [] : [slash] }
    let name = trimmed.lastIndex(of: slash).map { trimmed[($0 + 1)...] } ?? trimmed
    return Array(name.count > suffix.count && name.suffix(suffix.count).elementsEqual(suffix) ? name.dropLast(suffix.count) : name)
  }

  static func dirname(_ arguments: ProgramArguments) throws(Doubt) -> ProgramResult {
    let parsed = try arguments.parsed(flags: "", stopsAtOperand: true, program: "dirname")
    guard !parsed.operands.isEmpty else { throw Doubt("misuses 'dirname'") }
    return ProgramResult(output: parsed.operands.flatMap { folder($0) + [0x0A] })
  }

  private static func folder(_ path: [UInt8]) -> [UInt8] {
    let trimmed = withoutSlashes(path)
    if trimmed.isEmpty { return path.isEmpty ? [UInt8(ascii: ".")] : [slash] }
    guard let last = trimmed.lastIndex(of: slash) else { return [UInt8(ascii: ".")] }
    let folder = withoutSlashes(Array(trimmed[..<last]))
    return folder.isEmpty ? [slash] : Array(folder)
  }

  private static func withoutSlashes(_ path: [UInt8]) -> ArraySlice<UInt8> {
    var path = path[...]
    while path.last == slash { path.removeLast() }
    return path
  }
}
