package import Diagnostics
import GoBuild

/// C linker flags are passed to Go's linker.
///
/// ## What it does
/// Reports `-ldflags` whose value has `-Wl,…` or `-specs=…` as a flag of its own: `-ldflags="%{build_ldflags}"`, `-ldflags="$LDFLAGS"`.
///
/// ## Why it matters
/// Go's linker knows none of them, and the build fails: `flag provided but not defined: -Wl,-z,relro`. What is meant for the C linker goes
/// into `-extldflags`.
///
/// Shown by: `c-linker-flags`.
///
/// ## Example
/// ```
/// %build
/// go build -mod=vendor -ldflags "-Wl,-z,relro -Wl,-z,now" -o hello .
/// ```
///
/// ## Use instead
/// Pass flags for the C linker with `-extldflags`.
/// ```
/// %build
/// go build -mod=vendor -ldflags "-linkmode=external -extldflags '-Wl,-z,relro -Wl,-z,now'" -o hello .
/// ```
///
/// ## When it stays silent
/// For flags inside `-extldflags`, and for values that are not known.
///
/// ## Settings
/// None.
package struct CLinkerFlags: Rule {
  package static let severity: Severity = .error

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.compactMap { command in
      guard let invocation = command.invocation, ["build", "install", "run", "test"].contains(invocation.subcommand),
        let flag = invocation.flag("ldflags"), let value = flag.value,
        let alternative = value.alternative(where: { Self.foreignFlag(in: $0) != nil }),
        let word = Self.foreignFlag(in: alternative.value)
      else { return nil }
      return finding(
        .refused(word, command.title), at: ScriptPlace(flag.range, of: command), in: context, confidence: value.confidence,
        under: command.condition(with: alternative))
    }
  }

  /// The first of the C compiler's or linker's flags that stands as a word of its own, as Go's linker reads them: words in quotes are one,
  /// and what follows `-extldflags` is its value (cmd/internal/quoted).
  private static func foreignFlag(in value: Value) -> String? {
    guard let bytes = value.exact else { return nil }
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in String(decoding: bytes, as: UTF8.self) {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if word.isEmpty, character == "'" || character == "\"" {
        quote = character
        word.append(" ")
      } else if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    var previous = ""
    for word in words {
      let isValue = previous == "-extldflags" || previous == "--extldflags"
      if !isValue, word.hasPrefix("-Wl,") || word.hasPrefix("-specs=") { return word }
      previous = word
    }
    return nil
  }
}

extension String {
  fileprivate static func refused(_ flag: String, _ command: String) -> String {
    "'\(flag)' is a flag of the C linker, so '\(command)' fails; put it into '-extldflags'"
  }
}
