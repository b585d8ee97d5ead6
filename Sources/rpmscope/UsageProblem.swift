/// What is wrong with a command line, in one sentence.
enum UsageProblem {
  /// - Parameters:
  ///   - message: The argument parser's.
  ///   - fullMessage: The same with its usage, which names the command that was asked for.
  ///   - arguments: The words of the command line.
  static func sentence(_ message: String, fullMessage: String, arguments: [String]) -> String {
    var sentence = message.replacing(". Did you mean", with: "; did you mean")
    if let first = sentence.first, sentence.dropFirst().first?.isUppercase != true { sentence = first.lowercased() + sentence.dropFirst() }
    if sentence.contains("did you mean") { return sentence }
    if let word = valueTakenForOption(sentence, arguments) { return "\(sentence); write '\(word)' for a value that begins with '-'" }
    guard sentence.first?.isLetter == true, !sentence.contains("; "), let help = helpCommand(in: fullMessage) else { return sentence }
    return "\(sentence); '\(help)' lists the options"
  }

  /// "--jobs=-1" for "missing value for '--jobs <N>'" where '-1' follows.
  private static func valueTakenForOption(_ sentence: String, _ arguments: [String]) -> String? {
    guard let start = sentence.firstRange(of: "missing value for '")?.upperBound else { return nil }
    let option = String(sentence[start...].prefix { $0 != " " && $0 != "'" })
    guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
    return "\(option)=\(arguments[index + 1])"
  }

  private static func helpCommand(in fullMessage: String) -> String? {
    guard let start = fullMessage.firstRange(of: "See '")?.upperBound else { return nil }
    return String(fullMessage[start...].prefix { $0 != "'" })
  }
}
