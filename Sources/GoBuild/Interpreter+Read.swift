internal import ShellEvaluation
internal import ShellSyntax

/// `read` and its kin: what standard input gives, where that is a here-document or a here-string.
extension Interpreter {
  private enum InputLine {
    case unknown, end
    case line([UInt8])
  }

  mutating func readInto(_ invocation: Invocation) {
    let names = invocation.arguments.compactMap(\.exactText).filter { !$0.hasPrefix("-") }
    guard invocation.name == "read" else { return forget(names, invocation) }
    switch inputLine(of: invocation) {
    case .unknown: forget(names, invocation)
    case .end:
      for name in names { assign(name, Value(""), at: invocation.range) }
      setStatus(false)
    case .line(let line):
      guard let fields = fields(of: line, for: invocation, count: names.count) else { return forget(names, invocation) }
      for (index, name) in names.enumerated() {
        assign(name, fields.indices.contains(index) ? fields[index] : Value(""), at: invocation.range)
      }
      succeed()
    }
  }

  private mutating func forget(_ names: [String], _ invocation: Invocation) {
    for name in names { assign(name, .unknown(.contents), at: invocation.range) }
    state.input = nil
    state.status = nil
  }

  /// The text of a here-document or here-string that standard input comes from; nil where nothing redirects it.
  mutating func input(of redirections: [Redirection]) -> Value? {
    guard let last = redirections.last(where: { ($0.descriptor ?? 0) == 0 && $0.op.isInput }) else { return nil }
    if let body = last.hereDocument { return expandToOne(body) }
    return last.op == .hereString ? expandToOne(last.target, tilde: .nowhere) + Value("\n") : .unknown(.contents)
  }

  private mutating func inputLine(of invocation: Invocation) -> InputLine {
    let isOwn: Bool
    var text: [UInt8]
    if let own = input(of: invocation.redirections) {
      guard let exact = own.exact else { return .unknown }
      (isOwn, text) = (true, exact)
    } else {
      guard let left = state.input else { return .unknown }
      (isOwn, text) = (false, left)
    }
    guard !text.isEmpty else { return .end }
    let line = Array(text.prefix { $0 != 0x0A })
    text.removeFirst(min(text.count, line.count + 1))
    if !isOwn { state.input = text }
    return .line(line)
  }

  /// The fields of a line; the last name gets all that is left.
  private func fields(of line: [UInt8], for invocation: Invocation, count: Int) -> [Value]? {
    let options = invocation.arguments.compactMap(\.exactText).filter { $0.hasPrefix("-") }
    guard count > 0, options.allSatisfy({ $0 == "-r" }), invocation.arguments.allSatisfy({ $0.exactText != nil }),
      !options.isEmpty || !line.contains(UInt8(ascii: "\\")), let separators = state.variables["IFS"]?.value?.exact
    else { return nil }
    if separators.isEmpty { return [Value(line)] }
    guard separators.elementsEqual(" \t\n".utf8) else { return nil }
    let fields = FieldSplitter.fields(of: line)
    guard fields.count > count else { return fields.map { Value($0) } }
    return fields.prefix(count - 1).map { Value($0) } + [Value(Array(fields[(count - 1)...].joined(separator: [0x20])))]
  }
}

extension Redirection.Operator {
  fileprivate var isInput: Bool {
    switch self {
    case .input, .readWrite, .duplicateInput, .hereDocument, .hereDocumentStripTabs, .hereString: true
    case .output, .append, .clobber, .duplicateOutput, .outputAndError, .appendOutputAndError: false
    }
  }
}
