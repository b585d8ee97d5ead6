/// A text that commands read one after the other, such as a pipe's or a here-document's.
struct ShellInput: Sendable {
  private var rest: ArraySlice<UInt8>
  /// A program stopped reading before the end: how much it took into its buffer depends on the program and the machine.
  private var isSpoiled = false

  init(_ text: [UInt8]) { rest = text[...] }

  mutating func readAll() throws(Doubt) -> [UInt8] {
    guard !isSpoiled || rest.isEmpty else { throw Doubt("reads what another program left of its input") }
    let all = Array(rest)
    rest = []
    return all
  }

  /// All that is left, for a program that may stop before its end.
  mutating func readSome() throws(Doubt) -> [UInt8] {
    guard !isSpoiled || rest.isEmpty else { throw Doubt("reads what another program left of its input") }
    isSpoiled = true
    return Array(rest)
  }

  /// As the shell's own `read` does, which takes no byte more.
  ///
  /// - Returns: nil at the end; `isComplete` tells whether a line feed ended the line.
  mutating func readLine() throws(Doubt) -> (line: [UInt8], isComplete: Bool)? {
    guard !isSpoiled || rest.isEmpty else { throw Doubt("reads what another program left of its input") }
    guard !rest.isEmpty else { return nil }
    let line = rest.prefix { $0 != 0x0A }
    rest = rest.dropFirst(line.count)
    let isComplete = !rest.isEmpty
    if isComplete { rest.removeFirst() }
    return (Array(line), isComplete)
  }
}
