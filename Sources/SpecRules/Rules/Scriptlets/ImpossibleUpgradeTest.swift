package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A scriptlet tests `$1` for a value that rpm never passes.
///
/// ## What it does
/// Follows `%pre`, `%post`, `%preun` and `%postun` for every `$1` that rpm gives them, and reports commands that run for none: `[ $1 = 0 ]` in `%post`,
/// `[ $1 -eq 2 ]` in `%preun`.
///
/// ## Why it matters
/// `$1` says how many versions of the package there will be: in `%pre` and `%post` 1 when it is installed and 2 when it is updated, in `%preun` and `%postun` 0
/// when it is removed and 1 when it is updated. What stands behind another number never runs.
///
/// Source: rpm's manual, rpm-spec(5) on scriptlet arguments, and `rpmpsmNew` in lib/psm.c (4.18).
///
/// ## Example
/// ```
/// %post
/// if [ "$1" -eq 0 ]; then systemctl enable hello.service || :; fi
/// ```
///
/// ## Use instead
/// Test for a number that rpm passes.
/// ```
/// %post
/// if [ "$1" -eq 1 ]; then systemctl enable hello.service || :; fi
/// ```
///
/// ## When it stays silent
/// In scripts that are shared with Debian's packages (`remove`, `purge`, `configure` …), where `$1` is a word, and behind conditions that do not depend on
/// `$1`.
///
/// ## Settings
/// None.
package struct ImpossibleUpgradeTest: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.shipped.shellScriptlets.filter { !context.shipped.isUnknown($0) }.compactMap { section in
      guard let numbers = Self.numbers[section.keyword], Self.asksForNumber(section.text.bytes), !Self.isShared(section.text.bytes) else {
        return nil
      }
      let reached = Set(
        numbers.flatMap { context.shipped.model(of: section, argument: $0).shellCommands.map(\.range) })
      let all = context.shipped.model(of: section).shellCommands
      guard let dead = all.first(where: { !reached.contains($0.range) && context.shipped.isOwn($0.range, in: section) }) else { return nil }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: .medium, message: .never(dead.shown, section.keyword, numbers),
        place: context.place(dead.source))
    }
  }

  private static let numbers: [SectionKeyword: [Int]] = [.pre: [1, 2, 3], .post: [1, 2, 3], .preun: [0, 1], .postun: [0, 1]]

  /// Whether the scriptlet may read its argument: `$1`, `${1`, `$#`, `$@`, `for name; do`. Otherwise it does the same for every number.
  private static func asksForNumber(_ text: [UInt8]) -> Bool {
    text.indices.contains { text[$0] == UInt8(ascii: "$") && text[($0 + 1)...].prefix(3).contains { "1@*#".utf8.contains($0) } }
      || ["for ", "getopts"].contains { text.firstRange(of: $0.utf8) != nil }
  }

  private static func isShared(_ text: [UInt8]) -> Bool {
    ["remove", "purge", "upgrade", "configure", "abort", "install"].contains { text.firstRange(of: "\"\($0)\"".utf8) != nil }
      || ["purge)", "remove)", "configure)", "= purge", "= remove", "= configure"].contains { text.firstRange(of: $0.utf8) != nil }
  }
}

extension String {
  fileprivate static func never(_ command: String, _ keyword: SectionKeyword, _ numbers: [Int]) -> String {
    "'\(command)' never runs: in %\(keyword) '$1' is \(numbers.contains(0) ? "0 or 1" : "1 or more")"
  }
}
