package import Diagnostics
import GoBuild
import MacroExpansion
import ShellSyntax
import SpecSyntax

/// A macro in a comment still takes effect.
///
/// ## What it does
/// Reports comments in which rpm expands a macro to more than the comment's line, runs a command, or defines a macro that the spec uses.
///
/// ## Why it matters
/// rpm expands macros before it looks for comments. Of `#%configure` only the first line is a comment: the others run
/// (`# %three` with a body of two lines gives `# echo one` and `echo two`). `#%global x 1` defines `x`; in a scriptlet it takes
/// its line feed with it, so that the next line becomes part of the comment.
///
/// Shown by: `macro-in-comment`.
///
/// ## Example
/// ```
/// %build
/// #%configure
/// make
/// ```
///
/// ## Use instead
/// Write `%%` for the percent sign.
/// ```
/// %build
/// #%%configure
/// make
/// ```
/// or `%dnl`, which rpm does not expand. The fix writes `%%`; what has run so far then does not run any more.
///
/// ## When it stays silent
/// For a macro that expands to text of one line: rpm may warn of it ("Macro expanded in comment"), and nothing happens. For `%%name`,
/// for `%dnl`, and for a definition that is followed by one of the same name. A command that only prints something is found
/// with low confidence; one that uses the network or changes files is what `network-at-parse-time` and `side-effect-at-parse-time` report.
///
/// ## Settings
/// None.
package struct MacroInComment: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .low]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    remainders(in: context) + definitions(in: context) + commands(in: context)
  }

  // MARK: Text of several lines

  private func remainders(in context: RuleContext) -> [Diagnostic] {
    var seen: Set<SourceReference> = []
    return context.spec.sections.flatMap { section in
      let text = section.text
      // Where the shell reads the text, a hash in quotes or in a here-document begins no comment, and one behind a command does.
      var shellComments = section.keyword.isScriptlet && section.runsInShell ? ShellComments(text.bytes) : nil
      return text.runs.compactMap { run -> Diagnostic? in
        guard case .macro(let file, let call, let name) = run.origin, !name.isEmpty,
          let line = Self.firstActiveLine(of: text.bytes[run.offset..<run.offset + run.length]),
          shellComments?.hold(run.offset) ?? context.source.isInComment(call, file: file),
          context.isTakenByTarget || !Self.isAskedFor(name, in: context),
          seen.insert(SourceReference(file: file, range: call)).inserted
        else { return nil }
        return Diagnostic(
          rule: Self.id, severity: Self.severity, message: .goesOn(name, line),
          place: context.spec.place(SourceReference(file: file, range: call)),
          fixes: FixIt.unsafe(
            "write '%%' instead of '%'", context.rewrites.escaping(SourceReference(file: file, range: call)),
            because: "what ran before no longer runs", changing: FixPromise(effects: [.commands])))
      }
    }
  }

  /// Whether the spec asks if a macro is defined: a branch that the target does not take may be the one for where it is not.
  private static func isAskedFor(_ name: String, in context: RuleContext) -> Bool {
    context.spec.files.contains { file in ["?\(name):", "?\(name)}"].contains { file.bytes.firstRange(of: $0.utf8) != nil } }
  }

  /// The first line after a line feed that is no comment itself.
  private static func firstActiveLine(of text: ArraySlice<UInt8>) -> String? {
    guard text.contains(0x0A) else { return nil }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst()
    let active = lines.lazy.map { $0.drop { $0.isSpace } }.first { !$0.isEmpty && $0.first != UInt8(ascii: "#") }
    return active.map { String(decoding: $0.prefix(60), as: UTF8.self) }
  }

  // MARK: Definitions

  private func definitions(in context: RuleContext) -> [Diagnostic] {
    let written = context.source.writtenDefinitions
    return written.indices.compactMap { index in
      let definition = written[index]
      guard context.source.isInComment(definition.range, file: definition.file) else { return nil }
      let place = context.spec.place(definition.source)
      if let line = Self.swallowedLine(after: definition, in: context) {
        return Diagnostic(rule: Self.id, severity: Self.severity, message: .swallows(line), place: place)
      }
      let others = written.filter { $0.name == definition.name }
      guard !written[(index + 1)...].contains(where: { $0.name == definition.name }),
        context.source.isMentioned(definition.name, outside: others) || Self.isSetting(definition.name)
      else { return nil }
      return Diagnostic(rule: Self.id, severity: Self.severity, message: .defines(definition.name), place: place)
    }
  }

  /// Whether rpm and its helpers read a macro of their own accord: `_unpackaged_files_terminate_build`, `debug_package`.
  private static func isSetting(_ name: String) -> Bool { name.hasPrefix("_") || name == "debug_package" }

  /// The command that becomes part of a comment, because a definition ends with its line feed.
  private static func swallowedLine(after definition: MacroDefinition, in context: RuleContext) -> String? {
    guard definition.file == 0, context.trees[0].section(at: definition.range.lowerBound).keyword.isBuildScriptlet else {
      return nil
    }
    let rest = context.source.text(of: definition.range.upperBound..<Int.max, file: 0)
    guard context.source.text(of: definition.range, file: 0).last == 0x0A else { return nil }
    let line = rest.prefix { $0 != 0x0A }.drop { $0.isSpace }
    guard let first = line.first, first != UInt8(ascii: "#"), SectionKeyword(line: line) == nil, LineKeyword(line: line) == nil else {
      return nil
    }
    return String(decoding: line.prefix(60), as: UTF8.self)
  }

  // MARK: Commands

  private func commands(in context: RuleContext) -> [Diagnostic] {
    context.source.parseTimeCommands.compactMap { command in
      guard command.isInComment, command.use == nil, NetworkAtParseTime.title(of: command) == nil,
        SideEffectAtParseTime.title(of: command) == nil
      else {
        return nil
      }
      return finding(.runs, at: command, in: context, confidence: .low)
    }
  }
}

/// The comments of a script, which is parsed when they are first asked for.
private struct ShellComments: SyntaxVisitor {
  private let text: [UInt8]
  private var isParsed = false
  private var ranges: [ByteRange] = []

  init(_ text: [UInt8]) { self.text = text }

  mutating func visit(_ script: Script) { ranges += script.comments.map(\.range) }

  /// Whether a comment has the byte, or ends right before it.
  mutating func hold(_ offset: Int) -> Bool {
    if !isParsed {
      isParsed = true
      ShellParser.parse(text).script.walk(&self)
    }
    return ranges.contains { $0.lowerBound < offset && offset <= $0.upperBound }
  }
}

extension String {
  fileprivate static func goesOn(_ name: String, _ line: String) -> String {
    "only the first line of what '%\(name)' expands to is a comment; '\(line)' is not"
  }
  fileprivate static func defines(_ name: String) -> String { "'\(name)' is defined even though the definition is in a comment" }
  fileprivate static func swallows(_ line: String) -> String {
    "the definition swallows its newline, so '\(line)' becomes part of the comment"
  }
  fileprivate static var runs: String { "the command runs whenever the spec is read, even though it is in a comment" }
}
