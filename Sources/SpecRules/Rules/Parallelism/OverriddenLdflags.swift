package import Diagnostics
import GoBuild
import MacroExpansion

/// Linker flags replace ones given earlier.
///
/// ## What it does
/// Reports `-ldflags` and `-tags` among the arguments of a macro that has its own, and a repeated `-extldflags` in one `-ldflags`.
///
/// ## Why it matters
/// Of a flag that is given twice go takes the last, without a word. `%gobuild -ldflags …` loses the macro's build id and the
/// distribution's linker flags; of two `-extldflags` the linker sees one.
///
/// Shown by: `last-flag-wins`.
///
/// ## Example
/// ```
/// %build
/// %gobuild -ldflags "-X main.version=%{version}" -o hello .
/// ```
///
/// ## Use instead
/// Give all flags in one place: the macro's variable, or one `-ldflags`.
/// ```
/// %build
/// export GO_LDFLAGS="-X main.version=%{version}"
/// %gobuild -o hello .
/// ```
///
/// ## When it stays silent
/// For what the spec itself gives twice on one line, which is `goflags-silently-dropped`, for the same value twice, and for `-gcflags` and `-ldflags` that are for other packages (`-ldflags=PATTERN=…`).
///
/// ## Settings
/// None.
package struct OverriddenLdflags: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<SourcePlace> = []
    return context.model.commands.compactMap { command in
      guard let invocation = command.invocation,
        invocation.subcommand.map({ GoFlags.flags(of: $0)?["ldflags"] != nil || $0 == "test" }) == true
      else { return nil }
      guard let found = overridden(in: invocation, command, context) else { return nil }
      let place = ScriptPlace(found.range, of: command)
      guard seen.insert(SourcePlace(file: place.source.file, range: place.source.range, message: found.message)).inserted else {
        return nil
      }
      return finding(found.message, at: place, in: context, confidence: found.confidence, under: command.condition)
    }
  }

  private struct SourcePlace: Hashable {
    let file: Int
    let range: ByteRange
    let message: String
  }

  private struct Overriding {
    let message: String
    let range: ByteRange
    var confidence = Confidence.high
  }

  private func overridden(in invocation: GoInvocation, _ command: GoCommand, _ context: RuleContext) -> Overriding? {
    for name in ["ldflags", "tags"] {
      let flags = invocation.flags.filter { $0.name == name && $0.isNameExact && !Self.isForPattern($0.value) }
      guard let first = flags.first, let last = flags.last, flags.count > 1, first.value != last.value,
        first.value?.isEmpty == false
      else { continue }
      // What the target's macro repeats is its own affair, and what the spec does `goflags-silently-dropped`. The macro's arguments are
      // its text too: the spec's call shows who wrote them.
      let word = "-\(name)"
      guard case .target = context.script.author(of: first.range.lowerBound..<first.range.lowerBound + 1, in: command.section),
        context.script.isOwnWord(word, at: last.range, of: command)
      else { continue }
      return Overriding(message: .replacesMacros(name), range: last.range)
    }
    guard let flag = invocation.flag("ldflags"), let value = flag.value, Self.linkerFlagCount(value.display) > 1 else { return nil }
    return Overriding(message: .repeatsLinkerFlags, range: flag.range, confidence: .medium)
  }

  /// `-ldflags=example.org/x=-s`
  private static func isForPattern(_ value: Value?) -> Bool {
    guard let text = value?.display, !text.hasPrefix("-"), let equals = text.firstIndex(of: "=") else { return false }
    return !text[..<equals].contains(" ")
  }

  /// How many different `-extldflags` a value holds, as words of their own.
  private static func linkerFlagCount(_ text: String) -> Int {
    var count = 0
    var rest = text[...]
    while let found = rest.firstRange(of: "-extldflags") {
      let isWord = found.lowerBound == text.startIndex || " \t'\"".contains(text[text.index(before: found.lowerBound)])
      let next = found.upperBound < text.endIndex ? text[found.upperBound] : " "
      if isWord, next == " " || next == "=" { count += 1 }
      rest = rest[found.upperBound...]
    }
    return count
  }
}

extension String {
  fileprivate static func replacesMacros(_ name: String) -> String {
    name == "ldflags"
      ? "this '-ldflags' replaces the macro's own, with its build id and hardening; set GO_LDFLAGS instead"
      : "this '-\(name)' replaces the macro's own"
  }
  fileprivate static var repeatsLinkerFlags: String { "'-ldflags' holds '-extldflags' more than once; only the last takes effect" }
}
