package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A scriptlet's lines end with a carriage return, which the shell takes for part of the last word.
///
/// ## What it does
/// Reports the first scriptlet whose lines end as on DOS and Windows, with a carriage return and a line feed, and that the shell runs.
///
/// ## Why it matters
/// rpm removes blanks from the end of tags, and carriage returns with them, but gives scriptlets to the shell as they are. There `true` is a command
/// that is called `true` and a carriage return, which is not found, and `mkdir bin` makes a folder that no other line names.
///
/// Source: tried with rpmbuild 4.18.0, 4.20.1 and 6.1.0.
///
/// ## Example
/// ```
/// %build^M
/// make^M
/// ```
/// as `cat -A` shows it.
///
/// ## Use instead
/// Convert the spec to Unix line ends, with `dos2unix` or `sed -i 's/\r$//'`.
/// ```
/// %build
/// make
/// ```
/// `dos2unix` or `sed -i 's/\r$//'` converts the file; `* text eol=lf` in `.gitattributes` keeps it so.
///
/// ## When it stays silent
/// Where only some lines of a scriptlet end so, and no go command is among them: they may be the text of a file that is written with a
/// here-document. Where the carriage returns are part of comments (`make #`).
///
/// ## Settings
/// None.
package struct CarriageReturns: Rule {
  package static let severity: Severity = .error

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    for section in context.spec.sections where section.endsLinesWithReturns {
      guard let line = section.commandLines.first, let place = section.text.source(of: line.startIndex..<line.endIndex - 1) else {
        continue
      }
      return [
        Diagnostic(rule: Self.id, severity: Self.severity, message: .takenByShell(section.keyword), place: context.place(place))
      ]
    }
    return commands(context)
  }

  /// Single go commands whose last word ends so, in a scriptlet with other line ends.
  private func commands(_ context: RuleContext) -> [Diagnostic] {
    let command = context.model.commands.first { command in
      guard command.kind == .direct, let last = command.arguments.last else { return false }
      return last.value.exact?.last == 0x0D && context.script.isWritten(last.range, in: command.section)
    }
    return command.map { [finding(.endsCommand($0.title), at: ScriptPlace($0), in: context, under: $0.condition)] } ?? []
  }
}

extension Section {
  /// Lines that are more than a line end and have no comment, from their first byte that is not blank.
  fileprivate var commandLines: [ArraySlice<UInt8>] {
    text.bytes.split(separator: 0x0A).map { $0.drop { $0 == 0x20 || $0 == 0x09 } }
      .filter { !$0.isEmpty && $0.first != 0x0D && !$0.contains(UInt8(ascii: "#")) }
  }

  /// Whether a shell reads it, and all its lines with commands end with a carriage return.
  package var endsLinesWithReturns: Bool {
    guard keyword.isScriptlet, runsInShell else { return false }
    let lines = commandLines
    return !lines.isEmpty && lines.allSatisfy { $0.last == 0x0D }
  }
}

extension String {
  fileprivate static func endsCommand(_ command: String) -> String {
    "the last word of '\(command)' ends with a carriage return; save the line with an LF line end"
  }

  fileprivate static func takenByShell(_ keyword: SectionKeyword) -> String {
    "lines of %\(keyword) end with a carriage return, which the shell takes for part of the last word; save the file with LF line ends"
  }
}
