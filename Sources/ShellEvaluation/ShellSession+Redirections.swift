internal import ShellSyntax

// Redirections (XCU 2.7): to nowhere, between descriptors, and from texts.
extension ShellSession {
  mutating func redirect(_ redirections: [Redirection]) throws(Doubt) {
    for redirection in redirections {
      guard redirection.descriptorVariable == nil else { throw Doubt("opens a descriptor") }
      try redirect(redirection)
    }
  }

  private mutating func redirect(_ redirection: Redirection) throws(Doubt) {
    switch redirection.op {
    case .output, .append, .clobber:
      descriptors[redirection.descriptor ?? 1] = try sink(redirection.target)
    case .outputAndError, .appendOutputAndError:
      let sink = try sink(redirection.target)
      descriptors[1] = sink
      descriptors[2] = sink
    case .duplicateOutput:
      let target = try text(of: redirection.target)
      if target.equals("-") {
        descriptors[redirection.descriptor ?? 1] = .closed
      } else if let number = target.count10 {
        descriptors[redirection.descriptor ?? 1] = descriptors[number] ?? .closed
      } else {
        guard redirection.descriptor == nil else { throw Doubt("writes a file") }
        let sink = try sink(redirection.target)
        descriptors[1] = sink
        descriptors[2] = sink
      }
    case .input: descriptors[redirection.descriptor ?? 0] = try source(redirection.target)
    case .duplicateInput:
      let target = try text(of: redirection.target)
      if target.equals("-") {
        descriptors[redirection.descriptor ?? 0] = .closed
      } else {
        guard let number = target.count10 else { throw Doubt("opens a descriptor") }
        descriptors[redirection.descriptor ?? 0] = descriptors[number] ?? .closed
      }
    case .hereDocument, .hereDocumentStripTabs:
      let body = try redirection.hereDocument.map { (word) throws(Doubt) in try quotedText(of: word) } ?? []
      feed(body, to: redirection.descriptor ?? 0)
    case .hereString: feed(try text(of: redirection.target) + [0x0A], to: redirection.descriptor ?? 0)
    case .readWrite: throw Doubt("opens a file")
    }
  }

  private mutating func feed(_ text: [UInt8], to descriptor: Int) {
    inputs.append(ShellInput(text))
    descriptors[descriptor] = .input(inputs.count - 1)
  }

  private mutating func sink(_ target: Word) throws(Doubt) -> Descriptor {
    let path = try text(of: target)
    switch path.text {
    case "/dev/null": return .null
    case "/dev/stdout": return descriptors[1] ?? .closed
    case "/dev/stderr": return descriptors[2] ?? .closed
    default: throw Doubt("writes the file '\(path.text)'")
    }
  }

  private mutating func source(_ target: Word) throws(Doubt) -> Descriptor {
    let path = try text(of: target)
    if path.equals("/dev/null") { return .null }
    if path.equals("/dev/stdin") { return descriptors[0] ?? .closed }
    inputs.append(ShellInput(try contents(of: path)))
    return .input(inputs.count - 1)
  }

  /// The contents of a file, as far as the environment knows them.
  func contents(of path: [UInt8]) throws(Doubt) -> [UInt8] {
    if path.equals("/dev/null") { return [] }
    guard let contents = environment.readFile?(path) else { throw Doubt("reads '\(path.text)'") }
    return contents
  }

  // MARK: Standard input

  /// All of standard input.
  mutating func readAll() throws(Doubt) -> [UInt8] {
    switch descriptors[0] ?? .closed {
    case .input(let index): return try inputs[index].readAll()
    case .null: return []
    case .outside, .output, .error, .closed: throw Doubt("reads its standard input")
    }
  }

  /// All of standard input, for a program that may stop reading before its end.
  mutating func readSome() throws(Doubt) -> [UInt8] {
    guard case .input(let index) = descriptors[0] ?? .closed else { return try readAll() }
    return try inputs[index].readSome()
  }

  mutating func readLine() throws(Doubt) -> (line: [UInt8], isComplete: Bool)? {
    switch descriptors[0] ?? .closed {
    case .input(let index): return try inputs[index].readLine()
    case .null: return nil
    case .outside, .output, .error, .closed: throw Doubt("reads its standard input")
    }
  }
}
