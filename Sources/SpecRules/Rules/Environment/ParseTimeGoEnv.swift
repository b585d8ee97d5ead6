package import Diagnostics
import GoBuild
import MacroExpansion
import ShellSyntax
import SpecSyntax

/// A Go setting is queried while the spec is being parsed.
///
/// ## What it does
/// Reports `%(go env …)`, `%(go version …)` and `%(echo $GOPATH)`: commands in `%(…)` that ask go, or read a variable of go's. So do
/// `%(printenv GOPATH)`, `%{getenv:GOPATH}`, and `os.getenv` and `posix.getenv` in Lua.
///
/// ## Why it matters
/// `%(…)` runs when the spec is parsed: on the machine that makes the source package, with that user's environment, again at every
/// `rpmspec -P`, and in the build root before the build's dependencies are there. Without go the answer is empty; with another
/// HOME the path is different from the one that `go` will use in `%build`, where the scriptlet exports its settings.
///
/// Shown by: `evaluated-at-parse-time`.
///
/// ## Example
/// ```
/// %global gomodcache %(go env GOMODCACHE)
///
/// %build
/// ls %{gomodcache}
/// ```
///
/// ## Use instead
/// Ask go in the scriptlet, where the build's environment holds.
/// ```
/// %build
/// gomodcache=$(go env GOMODCACHE)
/// ls "$gomodcache"
/// ```
///
/// ## When it stays silent
/// `$(go env …)` in a scriptlet, which the build runs. Macros of the target's own.
///
/// ## Settings
/// None.
package struct ParseTimeGoEnv: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<FileRange> = []
    return environmentReads(in: context)
      + context.spec.commands.compactMap { call in
        guard let question = Self.question(in: call.command), context.isWrittenInSpec(question) else { return nil }
        let place = context.spec.place(call.source)
        guard seen.insert(place).inserted else { return nil }
        return Diagnostic(
          rule: Self.id, severity: Self.severity, message: .askedTooEarly(question), place: place, fixes: fixes(call, context))
      }
  }

  /// `%{getenv:GOPATH}`, `os.getenv("GOPATH")`.
  private func environmentReads(in context: RuleContext) -> [Diagnostic] {
    guard !context.source.calledNames.isDisjoint(with: ["getenv", "lua"]) else { return [] }
    return context.trees.enumerated().flatMap { file, tree in
      tree.calls.compactMap { call -> Diagnostic? in
        let range = call.reference.range
        guard !tree.isInComment(range.lowerBound) else { return nil }
        let text = context.source.text(of: call.inner, file: file)
        let question: String?
        switch tree.name(of: call) {
        case "getenv": question = Self.variable(Array(text)[...].drop { $0 == UInt8(ascii: ":") }).map { "%{getenv:\($0)}" }
        case "lua":
          question =
            Self.variable(after: "getenv(\"", in: text).map { "getenv(\"\($0)\")" }
            ?? Self.variable(after: "getenv('", in: text).map { "getenv('\($0)')" }
        default: question = nil
        }
        guard let question else { return nil }
        return Diagnostic(
          rule: Self.id, severity: Self.severity, message: .askedTooEarly(question),
          place: context.spec.place(SourceReference(file: file, range: range)))
      }
    }
  }

  /// A variable of go's own whose name follows some words.
  private static func variable(after words: String, in text: some Collection<UInt8>) -> String? {
    let bytes = Array(text)[...]
    return bytes.firstRange(of: words.utf8).flatMap { variable(bytes[$0.upperBound...]) }
  }

  /// A variable of go's own whose name begins a text.
  private static func variable(_ text: ArraySlice<UInt8>) -> String? {
    let name = String(decoding: text.prefix(while: \.isNameByte), as: UTF8.self)
    return (name.hasPrefix("GO") || name.hasPrefix("CGO_")) && GoVariable.all.contains(name) ? name : nil
  }

  /// "go env GOPATH" or "$GOPATH"; nil for a command that asks nothing of the kind.
  private static func question(in command: [UInt8]) -> String? {
    let script = ShellParser.parse(command).script
    for command in script.allCommands {
      guard case .simple(let simple) = command.kind else { continue }
      let words = simple.words.prefix(3).map(\.literalText)
      if words.count == 2, words[0] == "printenv", let variable = words[1], GoVariable.all.contains(variable) {
        return "printenv \(variable)"
      }
      guard let name = words.first ?? nil, name == "go" || name.hasSuffix("/go"), words.count > 1, let subcommand = words[1] else {
        continue
      }
      if subcommand == "env" || subcommand == "version" { return "\(name) \(subcommand)" }
    }
    return script.goVariable.map { "$\($0)" }
  }
}

extension ParseTimeGoEnv {
  /// `$(…)` in a scriptlet, for `%(…)`.
  private func fixes(_ call: ShellCall, _ context: RuleContext) -> [FixIt] {
    let isInScriptlet = context.spec.sections.contains { section in
      section.keyword.isBuildScriptlet
        && section.text.runs.contains { if case .macro(call.file, call.range, _) = $0.origin { true } else { false } }
    }
    guard isInScriptlet, call.file == 0, context.rewrites.specWords(call.range).hasPrefix("%("),
      !context.rewrites.specWords(call.range).dropFirst().contains("%")
    else { return [] }
    let percent = call.range.lowerBound..<call.range.lowerBound + 1
    return FixIt.unsafe(
      "query it in the build with '$(…)'", [context.rewrites.replacement(of: percent, with: "$")],
      because: "the value in the build may differ",
      changing: FixPromise(
        variables: GoVariable.all, effects: [.arguments, .moduleMode, .moduleCache, .buildCache, .parallelism, .commands]))
  }
}

extension RuleContext {
  /// Whether the spec or one of its files has the words, not a macro of the target's.
  fileprivate func isWrittenInSpec(_ question: String) -> Bool {
    let words = Array(question.drop { $0 == "$" }.utf8)
    return spec.files.contains { $0.bytes.firstRange(of: words) != nil }
  }
}

extension Script {
  /// The first variable of go's that the script reads without having set it.
  fileprivate var goVariable: String? {
    var reader = VariableReader()
    walk(&reader)
    return reader.read.first { !reader.assigned.contains($0) }
  }
}

private struct VariableReader: SyntaxVisitor {
  var read: [String] = []
  var assigned: Set<String> = []

  mutating func visit(_ assignment: ShellSyntax.Assignment) { assigned.insert(assignment.name) }
  mutating func visit(_ part: WordPart) {
    if case .parameter(let expansion) = part.kind, GoVariable.all.contains(expansion.name) { read.append(expansion.name) }
  }
}

extension Word {
  /// The word, where it is one stretch of plain text.
  fileprivate var literalText: String? {
    guard parts.count == 1, case .literal(let bytes) = parts[0].kind else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate static func askedTooEarly(_ question: String) -> String {
    "'\(question)' is evaluated when the spec is parsed, on the machine and in the environment of whoever parses it"
  }
}
