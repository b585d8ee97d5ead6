package import Diagnostics
import GoBuild

/// Part of GOFLAGS is silently ignored.
///
/// ## What it does
/// Reports a word after `-ldflags=`, `-gcflags=` or `-asmflags=` that was meant as a part of its value but is a flag of another
/// go command, a flag that is given twice where the last one wins, and `-ldflags` in GOFLAGS under a `-ldflags` on the command
/// line.
///
/// ## Why it matters
/// `GOFLAGS="-ldflags=-X=main.v=1 -w"` exits with 0 and drops `-w`: `go env` has a flag `-w`, and flags of other commands are
/// skipped. Of `-ldflags=A -ldflags=B` only B counts, and a `-ldflags` on the command line replaces the one in GOFLAGS. The
/// package is built, with other flags than the spec says.
///
/// Shown by: `goflags-dropped`.
///
/// ## Example
/// ```
/// %build
/// export GOFLAGS="-ldflags=-X=main.version=%{version} -w"
/// go build .
/// ```
///
/// ## Use instead
/// Quote each flag that has a space, together with its name.
/// ```
/// %build
/// export GOFLAGS="'-ldflags=-X=main.version=%{version} -w'"
/// go build .
/// ```
///
/// ## When it stays silent
/// `-gcflags=all=-l -gcflags=example.com/x=-N`: flags for different packages both count. Words that Go rejects are
/// `goflags-syntax`.
///
/// ## Settings
/// None.
package struct GoflagsSilentlyDropped: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  private static let perPackageFlags: Set<String> = ["asmflags", "gccgoflags", "gcflags", "ldflags"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    variables(context) + replacements(context) + context.model.commands.compactMap { repeatedFlag(of: $0, context) }
  }

  /// A flag that stands twice on one command's line, as the spec wrote it.
  private func repeatedFlag(of command: GoCommand, _ context: RuleContext) -> Diagnostic? {
    guard let invocation = command.invocation, let subcommand = invocation.subcommand,
      (GoFlags.flags(of: subcommand) ?? GoFlags.test)["ldflags"] != nil
    else { return nil }
    for name in ["ldflags", "tags"] {
      let flags = invocation.flags.filter { flag in
        flag.name == name && flag.isNameExact && Self.pattern(of: flag.value?.display ?? "", flag: name).isEmpty
      }
      guard let first = flags.first, let last = flags.last, flags.count > 1, first.value != last.value, first.value?.isEmpty == false
      else { continue }
      // Those of a macro are `overridden-ldflags`.
      let isOwn = [first, last].allSatisfy { flag in
        if case .target = context.script.author(of: flag.range.lowerBound..<flag.range.lowerBound + 1, in: command.section) {
          false
        } else {
          true
        }
      }
      guard isOwn else { continue }
      return finding(
        .replacedOnLine(name), at: ScriptPlace(last.range, of: command), in: context, under: command.condition)
    }
    return nil
  }

  private func variables(_ context: RuleContext) -> [Diagnostic] {
    context.go.distinctValues(of: "GOFLAGS").compactMap { command, binding in
      let words = GoFlagsWord.words(of: binding.value, release: context.goVersion?.minor)
      guard !words.contains(where: \.isRejected),
        let message = straggler(in: words) ?? repetition(in: words)
      else { return nil }
      return finding(
        message, at: ScriptPlace(command), in: context, confidence: command.kind == .direct ? .high : .medium,
        notes: context.settingNotes("GOFLAGS", at: binding.source), under: command.condition,
        fixes: straggler(in: words) == nil ? [] : fixes(words, command, context))
    }
  }

  /// `-w` after `-ldflags=…`: a flag, but none of a command that builds.
  private func straggler(in words: [GoFlagsWord]) -> String? {
    guard let build = GoFlags.flags(of: "build") else { return nil }
    for (previous, word) in zip(words, words.dropFirst()) {
      guard let owner = previous.name, Self.perPackageFlags.contains(owner), let name = word.name, word.isNameExact else { continue }
      if GoFlags.known.contains(name), build[name] == nil, GoFlags.test[name] == nil { return .dropped(word.text, after: owner) }
    }
    return nil
  }

  private func repetition(in words: [GoFlagsWord]) -> String? {
    var seen: Set<String> = []
    for word in words {
      guard let name = word.name, word.isNameExact, name == "tags" || Self.perPackageFlags.contains(name) else { continue }
      if !seen.insert("\(name) \(Self.pattern(of: word.value ?? "", flag: name))").inserted { return .lastWins(name) }
    }
    return nil
  }

  /// `all` in `-gcflags=all=-l`; empty where the value begins with a flag.
  private static func pattern(of value: String, flag: String) -> Substring {
    let value = value.drop { $0 == " " }
    guard perPackageFlags.contains(flag), !value.hasPrefix("-"), let equals = value.firstIndex(of: "=") else { return "" }
    // Flags that begin with something unknown are no pattern: patterns have no blanks.
    return value[..<equals].contains(" ") ? "" : value[..<equals]
  }

  private struct Replacement: Hashable {
    let name: String
    let binding: Binding
  }

  /// A flag on the command line for one in GOFLAGS, at the first command of each flag and value that has no other fault.
  private func replacements(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<Replacement> = []
    return context.model.commands.compactMap { command in
      guard let binding = command.environment["GOFLAGS"], binding.source != nil else { return nil }
      let words = GoFlagsWord.words(of: binding.value, release: context.goVersion?.minor)
      guard !words.contains(where: \.isRejected), straggler(in: words) == nil, repetition(in: words) == nil else { return nil }
      let name = ["ldflags", "tags"].first {
        !seen.contains(Replacement(name: $0, binding: binding)) && replaces($0, of: words, command)
      }
      guard let name else { return nil }
      seen.insert(Replacement(name: name, binding: binding))
      return finding(
        .replaced(name, command.title), at: ScriptPlace(command), in: context, confidence: command.kind == .direct ? .high : .medium,
        notes: context.settingNotes("GOFLAGS", at: binding.source), under: command.condition)
    }
  }

  private func replaces(_ name: String, of words: [GoFlagsWord], _ command: GoCommand) -> Bool {
    guard let word = words.first(where: { $0.name == name }), let flag = command.invocation?.flag(name),
      word.value != flag.value?.display,
      // `%gobuild` always has tags of its own.
      name == "ldflags" || flag.value?.exact?.isEmpty == false
    else { return false }
    return Self.pattern(of: flag.value?.display ?? "", flag: name).isEmpty
  }
}

extension GoflagsSilentlyDropped {
  /// The flag and everything up to the next flag of go build, in quotes.
  private func fixes(_ words: [GoFlagsWord], _ command: GoCommand, _ context: RuleContext) -> [FixIt] {
    guard let build = GoFlags.flags(of: "build"),
      let start = words.firstIndex(where: { $0.name.map(Self.perPackageFlags.contains) == true }),
      let assignment = context.rewrites.writtenAssignment(of: "GOFLAGS", to: command)
    else { return [] }
    let rest = words[(start + 1)...].prefix { word in word.name.map { build[$0] == nil && GoFlags.test[$0] == nil } ?? true }
    let whole = words[start...(start + rest.count)].map(\.text).joined(separator: " ")
    let quote = context.rewrites.specWords(assignment.value).hasPrefix("'") ? "\"" : "'"
    guard !whole.contains("'"), !whole.contains("\""), let place = context.rewrites.goFlagsOccurrence(of: whole, for: command) else {
      return []
    }
    return FixIt.unsafe(
      "put the whole flag in quotes", [context.rewrites.replacement(of: place, with: quote + whole + quote)],
      because: "what was dropped then takes effect; Go has read quotes in GOFLAGS since 1.21", changing: .sets("GOFLAGS"))
  }
}

extension String {
  fileprivate static func dropped(_ word: String, after flag: String) -> String {
    "'\(word)' in GOFLAGS is not part of '-\(flag)' and is silently ignored"
  }
  fileprivate static func lastWins(_ flag: String) -> String {
    "GOFLAGS sets '-\(flag)' more than once, but only the last one takes effect"
  }
  fileprivate static func replaced(_ flag: String, _ command: String) -> String {
    "'-\(flag)' of '\(command)' replaces the one in GOFLAGS"
  }
  fileprivate static func replacedOnLine(_ flag: String) -> String {
    "this '-\(flag)' replaces the one before it; only the last takes effect"
  }
}
