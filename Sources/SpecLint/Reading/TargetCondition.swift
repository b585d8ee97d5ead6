/// Decides a condition by what a target's rpm always defines, and nothing else.
///
/// `%if 0%{?fedora}` is false on openSUSE whatever the builder says, and so is `%if 0%{?fedora} && %{with docs}`. What is not known
/// stays open: `rpmexpr.c`'s operators are followed, without arithmetic.
struct TargetCondition {
  /// Values of the macros that tell distributions apart, nil for one that the target does not define.
  typealias Macros = [String: String?]

  private enum Token: Hashable {
    case sign(String)
    /// nil where it holds a macro that is not known.
    case value(String?)
  }

  private let tokens: [Token]
  private var position = 0

  /// - Parameter text: with its keyword, as the spec has it.
  /// - Returns: nil where the answer may be either.
  static func decide(_ text: [UInt8], with macros: Macros) -> Bool? {
    let line = String(decoding: text, as: UTF8.self)
    guard line.hasPrefix("%if ") || line.hasPrefix("%elif ") || line.hasPrefix("%if(") || line.hasPrefix("%if!"),
      let tokens = tokens(of: line.drop { $0 != " " && $0 != "(" && $0 != "!" }, macros)
    else { return nil }
    var condition = TargetCondition(tokens: tokens)
    let value = condition.either()
    return condition.position == tokens.count ? value.flatMap(Self.truth) : nil
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  // MARK: Expressions

  private static func truth(_ value: String) -> Bool { value.hasPrefix("\"") ? value != "\"\"" : Int(value) ?? 0 != 0 }

  private mutating func take(_ sign: String) -> Bool {
    guard position < tokens.count, tokens[position] == .sign(sign) else { return false }
    position += 1
    return true
  }

  private static func number(_ truth: Bool?) -> String? { truth.map { $0 ? "1" : "0" } }

  private mutating func either() -> String? {
    var left = both()
    while take("||") {
      let (a, b) = (left.map(Self.truth), both().map(Self.truth))
      left = Self.number(a == true || b == true ? true : a == false && b == false ? false : nil)
    }
    return left
  }

  private mutating func both() -> String? {
    var left = comparison()
    while take("&&") {
      let (a, b) = (left.map(Self.truth), comparison().map(Self.truth))
      left = Self.number(a == false || b == false ? false : a == true && b == true ? true : nil)
    }
    return left
  }

  private mutating func comparison() -> String? {
    let left = operand()
    for sign in ["==", "!=", "<=", ">=", "<", ">"] where take(sign) {
      guard let left, let right = operand() else { return nil }
      return Self.number(Self.compare(left, sign, right))
    }
    return left
  }

  private static func compare(_ left: String, _ sign: String, _ right: String) -> Bool? {
    if left.hasPrefix("\""), right.hasPrefix("\"") {
      return sign == "==" ? left == right : sign == "!=" ? left != right : nil
    }
    guard let left = Int(left), let right = Int(right) else { return nil }
    switch sign {
    case "==": return left == right
    case "!=": return left != right
    case "<=": return left <= right
    case ">=": return left >= right
    case "<": return left < right
    default: return left > right
    }
  }

  private mutating func operand() -> String? {
    if take("!") { return Self.number(operand().map { !Self.truth($0) }) }
    if take("(") {
      let value = either()
      return take(")") ? value : nil
    }
    guard position < tokens.count, case .value(let value) = tokens[position] else { return nil }
    position += 1
    return value
  }

  // MARK: Words

  /// nil for what is none of rpm's expressions.
  private static func tokens(of text: Substring, _ macros: Macros) -> [Token]? {
    var tokens: [Token] = []
    var rest = text.drop { $0 == " " || $0 == "\t" }
    while let first = rest.first {
      if let sign = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")"].first(where: rest.hasPrefix) {
        tokens.append(.sign(sign))
        rest = rest.dropFirst(sign.count)
      } else {
        guard first == "\"" || first == "%" || first.isLetter || first.isNumber || first == "_" else { return nil }
        tokens.append(.value(value(&rest, macros)))
      }
      rest = rest.drop { $0 == " " || $0 == "\t" }
    }
    return tokens
  }

  /// A word or a string with its macros expanded; a string keeps its quotes.
  private static func value(_ rest: inout Substring, _ macros: Macros) -> String? {
    var value: String? = ""
    let isString = rest.first == "\""
    if isString { rest = rest.dropFirst() }
    while let next = rest.first {
      if isString ? next == "\"" : !(next.isLetter || next.isNumber || "_%.".contains(next)) { break }
      if next == "%" {
        let part = macro(&rest, macros)
        value = part.flatMap { part in value.map { $0 + part } }
      } else {
        value?.append(next)
        rest = rest.dropFirst()
      }
    }
    if isString {
      rest = rest.dropFirst()
      return value.map { "\"\($0)\"" }
    }
    return value
  }

  /// `%{?name}`, `%{?name:text}`, `%{!?name:text}`, `%{defined name}`, `%{undefined name}`, `%{name}`; nil for all else.
  private static func macro(_ rest: inout Substring, _ macros: Macros) -> String? {
    guard rest.hasPrefix("%{"), let close = rest.firstIndex(of: "}") else {
      rest = rest.dropFirst().drop { $0.isLetter || $0.isNumber || "_?!{".contains($0) }
      return nil
    }
    let body = rest[rest.index(rest.startIndex, offsetBy: 2)..<close]
    rest = rest[rest.index(after: close)...]
    for word in ["defined", "undefined"] where body.hasPrefix(word + " ") {
      guard let known = macros[String(body.dropFirst(word.count + 1))] else { return nil }
      return (known != nil) == (word == "defined") ? "1" : "0"
    }
    let flags = body.prefix { $0 == "?" || $0 == "!" }
    let parts = body.dropFirst(flags.count).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let known = macros[String(name)] else { return nil }
    let isNegated = flags.contains("!")
    if flags.isEmpty { return known }
    guard (known != nil) != isNegated else { return "" }
    guard parts.count > 1 else { return isNegated ? "" : known }
    return parts[1].contains("%") ? nil : String(parts[1])
  }
}
