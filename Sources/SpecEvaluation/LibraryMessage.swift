internal import MacroExpansion
internal import RPMMacros

/// A message of librpm's as a problem.
///
/// librpm says what happened in words alone (`rpmlog` in rpm's rpmio/macro.c and rpmio/rpmlua.c), so this is where they are read, and
/// the only place.
struct LibraryMessage {
  let id: ReadingProblem
  let text: String
  let cause: Problem.Cause?

  init(_ message: MacroEngine.Message) {
    id = message.isError ? .expansionError : .expansionWarning
    let words = Self.withoutPlace(String(decoding: message.text, as: UTF8.self))
    if let recursion = words.firstRange(of: "Too many levels of recursion") {
      text = String(words[recursion.lowerBound...])
      cause = .recursion
    } else if let sentence = ExpanderSentence.text(for: words) {
      text = sentence
      cause = .parser(says: words, severity: id.severity)
    } else {
      text = words
      cause = Self.cause(of: words, isError: message.isError)
    }
  }

  private static func cause(of words: String, isError: Bool) -> Problem.Cause? {
    if words.hasPrefix("failed to load macro file") { return .missingMacroFile }
    return isError ? LuaPrelude.refusedCall(in: words).map(Problem.Cause.refusedCall) : nil
  }

  /// librpm writes "FILE: line N: text"; the place is known better here.
  private static func withoutPlace(_ text: String) -> String {
    var text = text[...]
    if let marker = text.firstRange(of: "line "), let colon = text[marker.upperBound...].firstIndex(of: ":"),
      !text[marker.upperBound..<colon].isEmpty, text[marker.upperBound..<colon].allSatisfy(\.isNumber)
    {
      text = text[text.index(after: colon)...].drop { $0 == " " }
    }
    return String(text.prefix(500))
  }
}
