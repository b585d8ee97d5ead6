internal import Diagnostics
internal import MacroExpansion
internal import MacroTargets
package import RPMMacros
internal import SpecSyntax

/// librpm's own parser, as it is reached from here.
package struct SpecParser {
  /// Gives it a text to read as a spec.
  package let parse: ([UInt8]) -> [MacroEngine.ParserMessage]
  /// Whether it knows the scriptlets that rpm 4.19 brought.
  package let knowsUntrans: Bool

  package init(knowsUntrans: Bool, parse: @escaping ([UInt8]) -> [MacroEngine.ParserMessage]) {
    self.knowsUntrans = knowsUntrans
    self.parse = parse
  }
}

/// Asks librpm's own parser what it refuses, and says it at the lines of the spec.
///
/// The parser stops at its first fault; that one is taken out of its copy of the spec and the rest is read again. What came out of a
/// macro nobody defines, a command that is not run or a template's placeholder is not judged, and where such a thing may stand for a
/// section or a package nothing is said of packages that are missing. Where the target's rpm is another release than the parser's,
/// `RefusalDialect` says what differs.
struct SpecRefusals {
  let state: EvaluationState
  let parser: SpecParser
  let dialect: RPMDialect

  /// Faults that one spec is given; also a bound on the time.
  private static let roundLimit = 32

  func report() {
    var repeated: Set<ParserInput.LineID> = []
    let found = refusals
    for refusal in found.filter(\.said.isError) + found.filter({ !$0.said.isError }) {
      // rpm warns of a second tag where it reads it, and refuses it after the preamble.
      if refusal.id == .duplicateTag {
        guard repeated.isDisjoint(with: refusal.lines) else { continue }
        repeated.formUnion(refusal.lines)
      }
      // A dependency on `%{version}-%{release}` has the fault of these tags.
      if found.contains(where: refusal.repeats) { continue }
      for place in refusal.places {
        state.report(
          refusal.id, refusal.sentence, at: place,
          cause: .parser(says: refusal.said.sentence, severity: RefusalDialect.severity(of: refusal, dialect)))
      }
    }
  }

  /// What the target's rpm refuses or warns of, in the order in which the parser comes upon it.
  private var refusals: [Refusal] {
    let input = state.parserInput
    var mends = ParserText.Mends()
    var found: [Refusal] = []
    for _ in 0..<Self.roundLimit {
      let text = ParserText(input, mends: mends, knowsUntrans: parser.knowsUntrans)
      let messages = parser.parse(text.bytes)
      let before = mends
      for said in RefusalMessage.all(of: messages, in: text, input) {
        var refusal = Refusal(said, input: input, dialect: dialect)
        refusal.mend(&mends)
        if isKnown(refusal), !RefusalDialect.accepts(refusal, dialect) { found.append(refusal) }
      }
      if !messages.contains(where: \.message.isError) || mends == before { break }
    }
    return found
  }

  /// Whether what is wrong was written so, in a spec of which all sections are known.
  private func isKnown(_ refusal: Refusal) -> Bool {
    guard refusal.row.subject != .nothing, !refusal.isReportedAlready, !refusal.isForOtherMachines else { return false }
    if refusal.isStructural, state.hasUnreadFile || state.template != nil || state.parserInput.hasUnknownStructure { return false }
    return refusal.texts.allSatisfy { text in
      OpaqueValue.first(in: text[...]) == nil && !Self.holdsMacro(text) && state.template?.isIn(text) != true
    }
  }

  private static func holdsMacro(_ text: [UInt8]) -> Bool {
    zip(text, text.dropFirst()).contains { first, next in
      first == UInt8(ascii: "%") && (next.isNameByte && !next.isDigit || next == UInt8(ascii: "{") || next == UInt8(ascii: "("))
    }
  }
}
