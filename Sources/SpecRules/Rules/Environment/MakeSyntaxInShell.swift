package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// `$(NAME)` is a variable for make, but a command for the shell.
///
/// ## What it does
/// Reports command substitutions in build scriptlets that hold nothing but a name in capitals, such as `$(LDFLAGS)`.
///
/// ## Why it matters
/// The shell looks for a program of that name, finds none, prints an error and goes on with nothing in its place: flags, a commit or a
/// version are missing, and inside of another command's words not even the exit status tells.
///
/// Source: POSIX, XCU 2.6.3 *Command Substitution* and 2.9.1 *Simple Commands*.
///
/// ## Example
/// ```
/// %build
/// go build -mod=vendor -ldflags "-X main.commit=$(GITCOMMIT)" -o hello .
/// ```
///
/// ## Use instead
/// Write `${NAME}` for the value of a shell variable.
/// ```
/// %build
/// go build -mod=vendor -ldflags "-X main.commit=${GITCOMMIT}" -o hello .
/// ```
///
/// ## When it stays silent
/// For functions and commands that the scriptlet defines, for lower-case names, and in text that the scriptlet only writes to a file or
/// hands on in single quotes.
///
/// ## Settings
/// None.
package struct MakeSyntaxInShell: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  /// Programs that are called so: `GET` and its kin come with libwww-perl.
  private static let programs: Set<String> = ["GET", "HEAD", "POST", "X", "Xvfb", "R"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.shellCommands.compactMap { command in
      guard command.section.isBuildScriptlet, command.words.count == 1, let name = command.words.first?.exactText, Self.isVariable(name),
        let text = context.script.text(of: command.section)?.bytes, command.range.lowerBound >= 2,
        text[command.range.lowerBound - 2..<command.range.lowerBound].elementsEqual("$(".utf8),
        command.range.upperBound < text.count, text[command.range.upperBound] == UInt8(ascii: ")")
      else { return nil }
      let isSet = context.model.assignments.contains { $0.name == name }
      let place = ScriptPlace(command)
      return finding(
        .runs(name), at: place, in: context, confidence: isSet || name.contains("FLAGS") ? .high : .medium,
        fixes: FixIt.unsafe(
          "write '${\(name)}'", edits(command, context), because: "the variable may not be set here either", changing: .arguments))
    }
  }

  private static func isVariable(_ name: String) -> Bool {
    name.count > 1 && !programs.contains(name) && name.first?.isUppercase == true
      && name.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
  }

  private func edits(_ command: ShellCommand, _ context: RuleContext) -> [TextEdit]? {
    let range = command.range.lowerBound - 1..<command.range.upperBound + 1
    guard let written = context.rewrites.written(range, in: command.section) else { return nil }
    let name = command.words.first?.exactText ?? ""
    return [context.rewrites.replacement(of: written, with: "{\(name)}")]
  }
}

extension String {
  fileprivate static func runs(_ name: String) -> String { "'$(\(name))' runs a command called '\(name)'; the variable is '${\(name)}'" }
}
