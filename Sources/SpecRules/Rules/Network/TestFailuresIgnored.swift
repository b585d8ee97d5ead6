package import Diagnostics
import GoBuild

/// Test failures are ignored without a stated reason.
///
/// ## What it does
/// Reports `go test` followed by `|| :` or `|| true`, without a comment beside it.
///
/// ## Why it matters
/// The tests cost their time and say nothing: a package that is broken passes.
///
/// Shown by: `ignored-tests`.
///
/// ## Example
/// ```
/// %check
/// go test ./... || :
/// ```
///
/// ## Use instead
/// Skip the tests that fail by name, and say why in a comment.
/// ```
/// %check
/// # TestRemote needs the network
/// go test -skip TestRemote ./...
/// ```
///
/// ## When it stays silent
/// With a comment on the line or above it that says why.
///
/// ## Settings
/// None.
package struct TestFailuresIgnored: Rule {
  package static let severity: Severity = .info

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.compactMap { command in
      guard command.invocation?.subcommand == "test",
        Self.discardsStatus(context.script.remainder(after: command.range, in: command.section)),
        !context.script.isCommented(command.range, in: command.section)
      else { return nil }
      return finding(.ignored, at: ScriptPlace(command), in: context, under: command.condition)
    }
  }

  /// Redirections may stand between the command and `||`; another command may not.
  private static func discardsStatus(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: rest, as: UTF8.self)
    guard let bars = text.firstRange(of: "||"), !text[..<bars.lowerBound].contains(where: { ";|".contains($0) }),
      text[..<bars.lowerBound].firstRange(of: "&&") == nil
    else { return false }
    let next = text[bars.upperBound...].split { " \t\\\n;".contains($0) }.first
    return next == ":" || next == "true" || next == "/bin/true"
  }
}

extension String {
  fileprivate static var ignored: String { "test failures are ignored, and no comment says why" }
}
