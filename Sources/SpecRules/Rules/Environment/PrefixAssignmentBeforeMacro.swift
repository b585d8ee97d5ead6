package import Diagnostics
import GoBuild
import MacroExpansion

/// A variable is assigned before a macro whose text starts on a new line.
///
/// ## What it does
/// Reports assignments like `CGO_ENABLED=0 %gobuild`, where the macro's text begins with a line feed and runs go.
///
/// ## Why it matters
/// The line feed ends the command, so the assignment is a statement of its own: a variable of the shell that is not exported. Go
/// never sees it, and the build goes on without it. `%gobuild` and `%gotest` are such macros.
///
/// Shown by: `assignment-before-macro`.
///
/// ## Example
/// ```
/// %define compile(-) %{expand:
///   go build %{?**};
/// }
///
/// %build
/// CGO_ENABLED=0 %compile -o hello .
/// ```
///
/// ## Use instead
/// Export the variable on a line before the macro.
/// ```
/// %define compile(-) %{expand:
///   go build %{?**};
/// }
///
/// %build
/// export CGO_ENABLED=0
/// %compile -o hello .
/// ```
///
/// ## When it stays silent
/// Macros of one line (`%make_build`), variables that go does not read, variables that the macro's own shell text reads
/// (`BUILDTAGS`, and GO111MODULE for `%gobuild`), and variables that are exported already.
///
/// ## Settings
/// None.
package struct PrefixAssignmentBeforeMacro: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.safe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var reported: Set<SourceReference> = []
    return context.model.assignments.compactMap { assignment in
      guard assignment.value != nil, !assignment.isExported, GoVariable.reachesGo(assignment.name),
        let call = context.macroCall(after: assignment), !call.reads(assignment.name),
        let command = context.model.commands.first(where: { $0.section == assignment.section && call.wrote($0) }),
        reported.insert(assignment.source).inserted
      else { return nil }
      return finding(
        .isLost(assignment.name, macro: call.name, command.title), at: ScriptPlace(assignment), in: context,
        notes: [Note("%\(call.name) begins with a newline, which ends the statement")], under: command.condition,
        fixes: fixes(assignment, call, context))
    }
  }
}

/// A macro call's text in a scriptlet.
private struct MacroText {
  let name: String
  let call: SourceReference
  let bytes: [UInt8]

  func wrote(_ command: GoCommand) -> Bool { command.sourceReference == call }

  /// `$NAME` or `${NAME…`
  func reads(_ variable: String) -> Bool {
    bytes.firstRange(of: Array("$\(variable)".utf8)) != nil || bytes.firstRange(of: Array("${\(variable)".utf8)) != nil
  }
}

extension PrefixAssignmentBeforeMacro {
  /// An export on the line before the macro.
  private func fixes(_ assignment: Assignment, _ call: MacroText, _ context: RuleContext) -> [FixIt] {
    guard call.call.file == 0, let first = context.rewrites.written(assignment.range, in: assignment.section) else { return [] }
    let shape = LineShape(context.rewrites.specBytes)
    let start = shape.lineStart(first.lowerBound)
    let words = context.rewrites.specWords(first.lowerBound..<call.call.range.lowerBound)
    guard shape.isBlank(beforeOffset: first.lowerBound), shape.lineStart(call.call.range.lowerBound) == start else { return [] }
    let blanks = words.reversed().prefix { $0 == " " || $0 == "\t" }.count
    let end = call.call.range.lowerBound - blanks
    let names = words.split { $0 == " " || $0 == "\t" }.compactMap { $0.split(separator: "=").first.map(String.init) }
    return FixIt.safe(
      "export it",
      [
        context.rewrites.insertion("export ", at: first.lowerBound),
        TextEdit(
          range: end..<call.call.range.lowerBound, newText: Array((shape.lineEnd(at: start) + shape.indentation(ofLineAt: start)).utf8)),
      ], changing: FixPromise(variables: Set(names), effects: [.moduleMode, .moduleCache, .buildCache]))
  }
}

extension RuleContext {
  /// The macro call behind an assignment and its blanks, where its text begins with a line feed; further assignments may stand between.
  fileprivate func macroCall(after assignment: Assignment) -> MacroText? {
    guard let text = script.text(of: assignment.section) else { return nil }
    var offset = assignment.range.upperBound
    while offset < text.bytes.count {
      if text.bytes[offset] == 0x20 || text.bytes[offset] == 0x09 {
        offset += 1
      } else if let next = model.assignments.first(where: { $0.section == assignment.section && $0.range.lowerBound == offset }) {
        guard next.range.upperBound > offset else { return nil }
        offset = next.range.upperBound
      } else {
        break
      }
    }
    guard let index = text.runIndex(at: offset), case .macro(let file, let call, let name) = text.runs[index].origin,
      text.bytes[offset] == 0x0A, call.lowerBound >= assignment.source.range.upperBound
    else { return nil }
    let run = text.runs[index]
    return MacroText(
      name: name, call: SourceReference(file: file, range: call), bytes: Array(text.bytes[run.offset..<run.offset + run.length]))
  }
}

extension String {
  fileprivate static func isLost(_ variable: String, macro: String, _ command: String) -> String {
    "'\(variable)' before %\(macro) is a separate statement, so '\(command)' does not see it"
  }
}
