/// What a condition asks, whichever way round: `%if !X` and `%if X`, `%ifnarch` and `%ifarch`, `%{without x}` and `%{with x}`.
///
/// Two that ask the same thing are turned together, or the spec would be read in a world that is none. Only these spellings are
/// told; `0%{?rhel} >= 8` and `0%{?rhel} < 8` are two conditions.
struct ConditionSense: Hashable {
  let question: String
  let isNegated: Bool

  /// - Parameter text: with its keyword, as the spec has it.
  init(_ text: [UInt8]) {
    let line = String(decoding: text, as: UTF8.self)
    let keyword = line.prefix { $0 != " " && $0 != "\t" && $0 != "(" && $0 != "!" }
    var rest = line.dropFirst(keyword.count).filter { $0 != " " && $0 != "\t" }
    var isNegated = false
    var word = keyword.hasPrefix("%el") ? "%" + keyword.dropFirst(3) : String(keyword)
    if word == "%ifnarch" || word == "%ifnos" {
      word = "%if" + word.dropFirst(4)
      isNegated = true
    } else if word == "%if" {
      while rest.hasPrefix("!"), Self.isOneTerm(rest.dropFirst()) {
        rest.removeFirst()
        isNegated.toggle()
      }
      if rest.hasPrefix("("), rest.hasSuffix(")"), Self.isOneTerm(rest[...]) { rest = String(rest.dropFirst().dropLast()) }
      if rest.hasPrefix("%{without"), rest.hasSuffix("}"), Self.isOneTerm(rest[...]) {
        rest = "%{with" + rest.dropFirst("%{without".count)
        isNegated.toggle()
      } else if rest.hasPrefix("0%{!?"), rest.hasSuffix(":1}"), Self.isOneTerm(rest.dropFirst()) {
        rest = "0%{?" + rest.dropFirst("0%{!?".count).dropLast(":1}".count) + "}"
        isNegated.toggle()
      }
    }
    question = "\(word) \(rest)"
    self.isNegated = isNegated
  }

  /// Whether a `!` before it, or brackets around it, belong to all of it.
  private static func isOneTerm(_ text: Substring) -> Bool {
    !["&&", "||", "==", "!=", "<", ">", "+", "-", "*", "/"].contains { text.contains($0) }
  }
}
