package import Diagnostics
import GoBuild

/// GOFLAGS contains something that Go rejects.
///
/// ## What it does
/// Splits the value of GOFLAGS that a go command will see as Go does, and reports the first word that is not a flag, or a flag
/// that no go command defines.
///
/// ## Why it matters
/// Every go command but `go env` and `go bug` fails: `parsing $GOFLAGS: non-flag "4"`, `unknown flag -j4`. A value must follow
/// its flag after `=`. Quotes may only enclose a whole flag (from Go 1.21), never a part of one.
///
/// Shown by: `goflags-words`, `goflags-equals`, `goflags-quotes`.
///
/// ## Example
/// ```
/// %build
/// export GOFLAGS="-p 4 -ldflags='-s -w'"
/// go build .
/// ```
///
/// ## Use instead
/// Write each flag as one word, `-name=value`; quote it with its name where it has a space.
/// ```
/// %build
/// export GOFLAGS="-p=4 '-ldflags=-s -w'"
/// go build .
/// ```
///
/// ## When it stays silent
/// A flag that some go command defines is accepted, because the others skip it. Words that cannot be known are not judged, nor is a
/// value that no go command sees.
///
/// ## Settings
/// For a target whose Go is older than 1.21 quotes around a whole flag are found as well.
package struct GoflagsSyntax: Rule {
  package static let severity: Severity = .error
  package static let confidences: Set<Confidence> = [.high, .medium]
  package static let fixes: Set<FixIt.Applicability> = [.safe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.go.distinctValues(of: "GOFLAGS").compactMap { command, binding in
      for alternative in binding.value.alternatives {
        let words = GoFlagsWord.words(of: alternative.value, release: context.goVersion?.minor)
        guard let complaint = complaint(about: words, of: command) else { continue }
        let isOneOfSeveral = binding.value.alternatives.count > 1
        return finding(
          complaint, at: ScriptPlace(command), in: context, confidence: command.kind == .direct ? .high : .medium,
          notes: context.settingNotes("GOFLAGS", at: binding.source) + Self.notes(words),
          under: isOneOfSeveral ? command.condition(with: alternative) : command.condition,
          fixes: isOneOfSeveral ? [] : fixes(words, command, context))
      }
      return nil
    }
  }

  /// A number of processes is a case of its own once go reads it.
  private static func notes(_ words: [GoFlagsWord]) -> [Note] {
    guard words.contains(where: { $0.name == "p" && $0.value == nil }) else { return [] }
    return [Note("a number of processes is also a case of '\(HardCodedParallelism.id)'", naming: [HardCodedParallelism.id])]
  }

  /// What go says: of words that are no flags first, which it reads before it looks at values.
  private func complaint(about words: [GoFlagsWord], of command: GoCommand) -> String? {
    if let word = words.first(where: \.isRejected) { return word.name == nil ? .noFlag(word.text) : .unknownFlag(word.text) }
    for word in words {
      if let reason = word.refusedValue ?? word.missingValue(for: command) { return .refusedValue(word.text, reason) }
    }
    return nil
  }
}

extension GoflagsSyntax {
  private func fixes(_ words: [GoFlagsWord], _ command: GoCommand, _ context: RuleContext) -> [FixIt] {
    guard let correction = context.rewrites.goFlagsAsGoReadsThem(words, for: command) else {
      return []
    }
    let promise = FixPromise.sets("GOFLAGS", effects: [.parallelism, .moduleMode, .moduleCache])
    if correction.removesWords {
      return FixIt.unsafe(
        "remove what Go rejects from GOFLAGS", correction.edits, because: "its intended effect is unknown", changing: promise)
    }
    let title = "write GOFLAGS the way Go reads it"
    if correction.quotesWords, context.goVersion.map({ $0 < GoVersion(minor: 21) }) ?? true {
      return FixIt.unsafe(title, correction.edits, because: "Go has read quotes in GOFLAGS since 1.21", changing: promise)
    }
    return FixIt.safe(title, correction.edits, changing: promise)
  }
}

extension GoFlagsWord {
  private static let perPackageFlags: Set<String> = ["asmflags", "gccgoflags", "gcflags", "ldflags"]

  /// Flags for the packages named on the command line, or PATTERN=FLAGS (PerPackageFlag.Set of cmd/go/internal/load).
  private static func isForPackages(_ value: String) -> Bool {
    guard let first = value.first, first != "-" else { return true }
    return value.dropFirst().contains("=") && first != "="
  }

  /// Why go refuses a flag without a value; nil where the command's own flags do not ask for one.
  fileprivate func missingValue(for command: GoCommand) -> String? {
    guard isExact, value == nil, let name, let subcommand = command.invocation?.subcommand else { return nil }
    let flags = subcommand == "test" ? GoFlags.test : GoFlags.flags(of: subcommand)
    return flags?[name]?.takesValue == true ? "it needs a value" : nil
  }

  /// Why go refuses the flag's value; nil where it takes it, or not all of it is known (cmd/go/internal/work, the flag package).
  fileprivate var refusedValue: String? {
    guard isExact, let name, !text.contains("@") else { return nil }
    switch (name, value) {
    case ("mod", let value?):
      return ["mod", "readonly", "vendor", ""].contains(value) ? nil : "its value must be 'mod', 'readonly' or 'vendor'"
    case ("p", let value?):
      // `0x4` and `1_0` are numbers to go as well.
      guard let number = Int(value) else { return value.isOtherNumber ? nil : .notANumber }
      return number < 1 ? .notANumber : nil
    case ("buildmode", let value?):
      let modes = ["archive", "c-archive", "c-shared", "default", "exe", "pie", "plugin", "shared"]
      return modes.contains(value) ? nil : "its value must be one of \(modes.map { "'\($0)'" }.joined(separator: ", "))"
    case ("compiler", let value?): return ["gc", "gccgo"].contains(value) ? nil : "its value must be 'gc' or 'gccgo'"
    case (let flag, let value?) where Self.perPackageFlags.contains(flag):
      return Self.isForPackages(value) ? nil : "a value that begins with no '-' must be PATTERN=FLAGS"
    case ("C", _): return "'-C' must be the first flag on the command line"
    case (_, let value?):
      guard GoFlags.flags(of: "build")?[name]?.takesValue == false, name != "buildvcs" || value != "auto" else { return nil }
      let booleans = ["1", "t", "T", "true", "TRUE", "True", "0", "f", "F", "false", "FALSE", "False"]
      return booleans.contains(value) ? nil : "its value must be 'true' or 'false'"
    case (_, nil): return nil
    }
  }
}

extension String {
  fileprivate static let notANumber = "its value must be a number from 1 on"
  fileprivate static func refusedValue(_ word: String, _ reason: String) -> String {
    "go rejects '\(word)' in GOFLAGS: \(reason)"
  }
  fileprivate static func noFlag(_ word: String) -> String { "GOFLAGS contains '\(word)', which is not a flag, so every go command fails" }
  fileprivate static func unknownFlag(_ word: String) -> String {
    "GOFLAGS contains '\(word)', which no go command defines, so every go command fails"
  }
}

extension String {
  /// `0x4`, `0b100`, `1_0`: integer literals of Go's.
  fileprivate var isOtherNumber: Bool {
    let digits = filter { $0 != "_" }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.lowercased().hasPrefix(prefix) {
      return Int(digits.dropFirst(2), radix: radix) ?? 0 > 0
    }
    return first?.isNumber == true && last?.isNumber == true && Int(digits) ?? 0 > 0
  }
}
