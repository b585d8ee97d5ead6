/// A manual page in the man(7) macros.
struct Roff {
  private(set) var text: String

  init(title: String, section: Int, source: String, manual: String) {
    text = ".TH \(Self.argument(title)) \(section) \"\" \(Self.argument(source)) \(Self.argument(manual))\n"
  }

  mutating func section(_ title: String) { text += ".SH \(Self.argument(title.uppercased()))\n" }
  mutating func subsection(_ title: String) { text += ".SS \(Self.argument(title))\n" }

  /// Prose; a blank line begins another paragraph, and indented lines are set as they are.
  mutating func prose(_ prose: String) {
    var isFirst = true
    for paragraph in Self.paragraphs(of: prose) {
      if !isFirst { text += ".PP\n" }
      isFirst = false
      if paragraph.allSatisfy({ $0.hasPrefix("  ") }) {
        literal(paragraph.map { String($0.dropFirst(2)) })
      } else {
        for line in paragraph { text += Self.line(line) }
      }
    }
  }

  mutating func paragraph() { text += ".PP\n" }

  /// An entry of a list: what it is in roff already, and what it does.
  mutating func entry(_ term: String, _ description: String) {
    text += ".TP\n\(term)\n"
    text += Self.line(description.isEmpty ? "No description." : description)
  }

  /// Text whose lines stay as they are.
  mutating func literal(_ lines: [String]) {
    text += ".RS 4\n.nf\n"
    for line in lines { text += Self.line(line) }
    text += ".fi\n.RE\n"
  }

  /// A line of roff that the caller has composed.
  mutating func composed(_ line: String) { text += line + "\n" }

  private static func paragraphs(of prose: String) -> [[String]] {
    prose.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .split(separator: "").map(Array.init)
  }

  // MARK: Escapes

  static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }
  static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  /// A hyphen in roff is typographic unless escaped; options must be copied from the page as they are typed.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "…": result += "..."
      default: result.append(character)
      }
    }
    return result
  }

  /// A line of text; one that begins with a control character would be a request.
  private static func line(_ text: String) -> String {
    let escaped = escaped(text)
    return (escaped.hasPrefix(".") ? "\\&" : "") + escaped + "\n"
  }

  private static func argument(_ text: String) -> String { "\"\(escaped(text).split(separator: "\"").joined(separator: "\\(dq"))\"" }
}
