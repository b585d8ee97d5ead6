internal import MacroExpansion
internal import ShellEvaluation
internal import ShellSyntax
internal import SpecSyntax

/// `test`, `[` and `[[`: what is known of strings and numbers; the file system is not.
extension Interpreter {
  /// The words between `[` and `]`.
  func testWords(_ invocation: Invocation) -> [Value] {
    var words = invocation.arguments.map(\.value)
    if invocation.name == "[", words.last?.exact.map({ $0.elementsEqual("]".utf8) }) ?? false { words.removeLast() }
    return words
  }

  /// POSIX XCU "test" by the number of its arguments; nil where it is not known.
  func truth(of words: [Value]) -> Bool? {
    switch words.count {
    case 0: return false
    case 1: return isNotEmpty(words[0])
    case 2:
      if text(words[0]) == "!" { return isNotEmpty(words[1]).map { !$0 } }
      return text(words[0]).flatMap { unary($0, words[1]) }
    case 3:
      if let op = text(words[1]), let result = binary(op, words[0], words[2]) { return result.value }
      if text(words[0]) == "!" { return truth(of: Array(words.dropFirst())).map { !$0 } }
      return nil
    default:
      if text(words[0]) == "!" { return truth(of: Array(words.dropFirst())).map { !$0 } }
      if let place = words.firstIndex(where: { text($0) == "-o" }) {
        return Self.or(truth(of: Array(words[..<place])), truth(of: Array(words[(place + 1)...])))
      }
      if let place = words.firstIndex(where: { text($0) == "-a" }), place > 0 {
        return Self.and(truth(of: Array(words[..<place])), truth(of: Array(words[(place + 1)...])))
      }
      return nil
    }
  }

  /// bash's `[[ … ]]`.
  mutating func truth(_ expression: TestExpression) -> Bool? {
    switch expression {
    case .word(let word): return isNotEmpty(expandToOne(word))
    case .unary(let op, let word):
      if op == "-v" { return expandToOne(word).exact.flatMap { isSet(String(decoding: $0, as: UTF8.self)) } }
      return unary(op, expandToOne(word))
    case .binary(let op, let left, let right):
      let value = expandToOne(left)
      if op == "==" || op == "=" || op == "!=" {
        guard let pattern = pattern(right) else { return nil }
        let matches = value.answer { $0.exact.flatMap { work.affords(pattern.cost(on: $0)) ? pattern.matches($0) : nil } }
        return matches.map { $0 == (op != "!=") }
      }
      if op == "=~" { return nil }
      return binary(op, value, expandToOne(right))?.value
    case .not(let inner): return truth(inner).map { !$0 }
    case .and(let a, let b): return Self.and(truth(a), truth(b))
    case .or(let a, let b): return Self.or(truth(a), truth(b))
    }
  }

  private func isSet(_ name: String) -> Bool? {
    guard let variable = state.variables[name] else { return false }
    return variable.mayBeUnset ? nil : variable.value != nil
  }

  private static func and(_ a: Bool?, _ b: Bool?) -> Bool? { a == false || b == false ? false : a == true && b == true ? true : nil }
  private static func or(_ a: Bool?, _ b: Bool?) -> Bool? { a == true || b == true ? true : a == false && b == false ? false : nil }

  private func text(_ value: Value) -> String? { value.exact.map { String(decoding: $0, as: UTF8.self) } }

  private func isNotEmpty(_ value: Value) -> Bool? { value.isEmpty ? false : value.isSurelyNotEmpty ? true : nil }

  private func unary(_ op: String, _ value: Value) -> Bool? {
    switch op {
    case "-n": isNotEmpty(value)
    case "-z": isNotEmpty(value).map { !$0 }
    case "-e", "-d", "-f": exists(value)
    default: nil
    }
  }

  /// The file system is not known, but for one folder: what go-rpm-macros make in `%{gobuilddir}` is not there before they do.
  private func exists(_ path: Value) -> Bool? {
    guard let root = spec.macros["gobuilddir"], !root.isEmpty, section == .prep, let path = absolute(path).exact,
      path.starts(with: root + [UInt8(ascii: "/")])
    else { return nil }
    let isMade = model.shellCommands.contains { command in
      command.section == .prep && command.words.contains { $0.value.exact == nil || $0.value.exact?.starts(with: root) == true }
    }
    return isMade ? nil : false
  }

  private struct Answer { let value: Bool? }

  /// nil: no such operator; an answer whose value is nil: not known.
  private func binary(_ op: String, _ left: Value, _ right: Value) -> Answer? {
    switch op {
    case "=", "==": return Answer(value: equal(left, right))
    case "!=": return Answer(value: equal(left, right).map { !$0 })
    case "<", ">":
      guard let a = left.exact, let b = right.exact else { return Answer(value: nil) }
      return Answer(value: op == "<" ? a.lexicographicallyPrecedes(b) : b.lexicographicallyPrecedes(a))
    case "-eq", "-ne", "-lt", "-le", "-gt", "-ge":
      guard let a = text(left).flatMap({ Int($0) }), let b = text(right).flatMap({ Int($0) }) else { return Answer(value: nil) }
      switch op {
      case "-eq": return Answer(value: a == b)
      case "-ne": return Answer(value: a != b)
      case "-lt": return Answer(value: a < b)
      case "-le": return Answer(value: a <= b)
      case "-gt": return Answer(value: a > b)
      default: return Answer(value: a >= b)
      }
    case "-nt", "-ot", "-ef": return Answer(value: nil)
    default: return nil
    }
  }

  /// Different known ends are enough to say no.
  private func equal(_ a: Value, _ b: Value) -> Bool? {
    if a.alternatives.count > 1 { return a.answer { equal($0, b) } }
    if b.alternatives.count > 1 { return b.answer { equal(a, $0) } }
    if let x = a.exact, let y = b.exact { return x == y }
    if case .known(let x)? = a.parts.first, case .known(let y)? = b.parts.first {
      if a.exact == nil || b.exact == nil, zip(x, y).contains(where: { $0 != $1 }) { return false }
    }
    return nil
  }
}
