package import Diagnostics
import MacroExpansion
import ShellSyntax
import SpecSyntax

/// A scriptlet ends with a command whose failure stops the transaction.
///
/// ## What it does
/// Reports the last command of `%pre`, `%preun` and `%pretrans` where it may fail, and in every scriptlet a last `[ test ] && command`, which fails
/// whenever the test is false.
///
/// ## Why it matters
/// The exit status of a scriptlet is that of its last command. When `%pre` fails the package is not installed, when `%preun` fails it is not removed, and an
/// update leaves both versions in the database; of the others rpm warns.
///
/// Source: `runInstScript` and `rpmpsmStage` in rpm's lib/psm.c (4.18); Fedora's packaging guideline, under *Scriptlets*: all scriptlets must exit with the
/// zero exit status.
///
/// ## Example
/// ```
/// %preun
/// [ "$1" = 0 ] && rm -f /var/lib/hello/state
/// ```
///
/// ## Use instead
/// End the scriptlet with a command that succeeds: use `if`, or append `|| :`.
/// ```
/// %preun
/// if [ "$1" = 0 ]; then rm -f /var/lib/hello/state; fi
/// ```
/// An `if` whose condition is false ends with zero, and so does `command || :`.
///
/// ## When it stays silent
/// For commands that hardly fail (`echo`, `ldconfig`, `rm -f`, `mkdir -p` …), `exit`, macros of the target, functions, scripts with
/// `set -e`, and scripts whose lines end with a carriage return. With low confidence: what only runs after something else has failed
/// (`getent passwd hello || useradd hello`), and commands in the other scriptlets.
///
/// ## Settings
/// None.
package struct ScriptletMayFail: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium, .low]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let scriptlets = context.shipped.shellScriptlets.filter { !context.shipped.isUnknown($0) && !$0.endsLinesWithReturns }
    return scriptlets.flatMap { section -> [Diagnostic] in
      let stops = [.pre, .preun, .pretrans].contains(section.keyword)
      return ScriptletStatus.culprits(of: ShellParser.parse(section.text.bytes).script).compactMap { culprit in
        guard context.shipped.isOwn(culprit.range, in: section), let place = context.shipped.place(of: culprit.range, in: section) else {
          return nil
        }
        let isSure = culprit.program == nil || stops && !culprit.isFallback
        return Diagnostic(
          rule: Self.id, severity: stops ? Self.severity : .info, confidence: isSure ? .medium : .low,
          message: .fails(section.keyword, culprit.program), place: place,
          notes: stops ? [Note("the package is then not \(section.keyword == .preun ? "removed" : "installed")")] : [])
      }
    }
  }
}

extension String {
  fileprivate static func fails(_ keyword: SectionKeyword, _ program: String?) -> String {
    program.map { "%\(keyword) fails when '\($0)' fails" } ?? "%\(keyword) fails when the test is false"
  }
}
