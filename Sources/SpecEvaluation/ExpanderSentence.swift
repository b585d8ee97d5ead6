/// What is said here in the place of a sentence of librpm's expander.
///
/// The sentences are those of rpmio/macro.c in rpm 4.18 to 6.1, untranslated. `{name}` is the macro that rpm names.
struct ExpanderSentence {
  private let words: String
  private let text: String

  /// - Returns: nil for a sentence that says all there is to say, such as those of Lua and of `%{error:…}`.
  static func text(for sentence: String) -> String? {
    guard sentence.hasPrefix(prefix) else { return nil }
    let rest = sentence.dropFirst(prefix.count)
    let name = rest.prefix { !$0.isWhitespace }
    let words = rest[name.endIndex...]
    return all.first { words.hasPrefix($0.words) }?.text.replacing("{name}", with: name)
  }

  private static let prefix = "Macro %"

  private static let all = [
    Self(words: " has empty body", text: "macro '{name}' has no text; write '%{nil}' where it is to be empty"),
    Self(
      words: " has illegal name",
      text: "'{name}' cannot be the name of a macro, which has two or more letters, digits or '_' and does not begin with a digit"),
    Self(words: " has unterminated body", text: "the text of macro '{name}' has a '{', '(' or '[' that is not closed"),
    Self(words: " has unterminated opts", text: "the parenthesis after the name of macro '{name}' is not closed"),
    Self(words: " needs whitespace before body", text: "a space is missing between the name of macro '{name}' and its text"),
    Self(words: " is a built-in", text: "'{name}' is built into rpm and cannot be defined; choose another name"),
  ]
}
