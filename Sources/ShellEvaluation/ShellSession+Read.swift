// The builtins that read standard input.
extension ShellSession {
  mutating func read(_ arguments: [[UInt8]]) throws(Doubt) {
    var words = arguments[...]
    var isRaw = false
    var array: String?
    while let option = words.first, option.hasPrefix("-"), option.count > 1 {
      words.removeFirst()
      switch option.text {
      case "-r": isRaw = true
      case "-a", "-ra":
        isRaw = isRaw || option.text == "-ra"
        guard let name = words.popFirst(), name.isName else { throw Doubt("uses 'read' in an unusual way") }
        array = name.text
      default: throw Doubt("runs 'read \(option.text)'")
      }
    }
    let names = words.map(\.text)
    guard words.allSatisfy(\.isName) else { throw Doubt("uses 'read' in an unusual way") }
    let (line, isComplete) = try readLine() ?? ([], false)
    guard isRaw || !line.contains(UInt8(ascii: "\\")), !line.contains(0) else { throw Doubt("reads a backslash") }
    status = isComplete ? 0 : 1
    let separators = try separators()
    if let array {
      let fields = FieldSplitter.fields(of: line, separators: separators)
      return try assign(array, .elements(Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($0, $1) })))
    }
    if names.isEmpty { return try assign("REPLY", .text(line)) }
    for (name, value) in zip(names, try values(of: line, count: names.count, separators)) { try assign(name, .text(value)) }
  }

  /// One field for each name; the last gets all that is left, without the white space around it.
  private func values(of line: [UInt8], count: Int, _ separators: [UInt8]) throws(Doubt) -> [[UInt8]] {
    func isWhite(_ byte: UInt8) -> Bool { separators.contains(byte) && (byte == 0x20 || byte == 0x09 || byte == 0x0A) }
    var rest = line.drop(while: isWhite)
    while let last = rest.last, isWhite(last) { rest.removeLast() }
    var values: [[UInt8]] = []
    while values.count < count - 1 {
      let field = rest.prefix { !separators.contains($0) }
      values.append(Array(field))
      rest = rest.dropFirst(field.count)
      rest = rest.drop(while: isWhite)
      if let next = rest.first, separators.contains(next) { rest = rest.dropFirst().drop(while: isWhite) }
    }
    // One separator at the end belongs to the field before it, if that is the only one.
    if let last = rest.last, separators.contains(last) {
      guard rest.dropLast().contains(where: { separators.contains($0) }) else {
        return values + [Array(rest.dropLast())]
      }
      throw Doubt("reads a line that ends in a separator")
    }
    return values + [Array(rest)]
  }

  mutating func readLines(_ arguments: [[UInt8]]) throws(Doubt) {
    guard arguments.count == 2, arguments[0].equals("-t"), arguments[1].isName else { throw Doubt("uses 'mapfile' in an unusual way") }
    let text = try readAll()
    guard !text.contains(0) else { throw Doubt("puts a zero byte into a word") }
    var elements: [Int: [UInt8]] = [:]
    for (index, line) in text.lines.enumerated() { elements[index] = Array(line) }
    try assign(arguments[1].text, .elements(elements))
    status = 0
  }
}
