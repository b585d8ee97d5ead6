package import Diagnostics
import GoBuild
import MacroExpansion

/// A macro expands to a different value each time or on each machine.
///
/// ## What it does
/// Reports `%(…)` that asks for the current date, the machine's name, a random number or a temporary name: `date`, `hostname`,
/// `uname -n`, `$RANDOM`, `/dev/urandom`, `uuidgen`.
///
/// ## Why it matters
/// rpm reads a spec several times for one package: for the source package, and again where it is built. The values differ, so
/// names and versions need not agree between the two, and the same package cannot be built again.
///
/// Shown by: `other-text-each-time`.
///
/// ## Example
/// ```
/// %global built %(date +%Y%m%d)
/// Release: %{built}
/// ```
///
/// ## Use instead
/// Write the value into the spec.
/// ```
/// %global built 20260302
/// Release: %{built}
/// ```
/// Where the build needs a date, `SOURCE_DATE_EPOCH` holds the last change log entry's: `date -u -d @${SOURCE_DATE_EPOCH}`.
///
/// ## When it stays silent
/// `date -d` of a fixed date and `date -r FILE`, whatever names SOURCE_DATE_EPOCH, the `BuildRoot` tag (which rpm ignores), and comments.
/// Output of git about the spec's own repository (`git rev-parse`, `git describe`) is deterministic. In a macro that nothing calls
/// confidence is low.
///
/// ## Settings
/// None.
package struct UnreproducibleMacro: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .low]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.source.parseTimeCommands.compactMap { command in
      guard !command.isInComment, !Self.isBuildRoot(command, in: context),
        let cause = VaryingOutput.cause(in: command.text)
      else { return nil }
      return finding(.varies(cause), at: command, in: context, confidence: Self.isUnused(command, in: context) ? .low : .high)
    }
  }

  /// Whether the command is in the body of a macro that nothing calls: what differs then reaches nothing.
  private static func isUnused(_ command: ParseTimeCommand, in context: RuleContext) -> Bool {
    let written = context.source.writtenDefinitions
    guard let holder = written.first(where: { $0.file == command.file && $0.range.contains(command.range.lowerBound) }) else {
      return false
    }
    // Names with an underscore are rpm's own and its packages' to read.
    return !holder.name.hasPrefix("_")
      && !context.source.isMentioned(holder.name, outside: written.filter { $0.name == holder.name })
  }

  private static func isBuildRoot(_ command: ParseTimeCommand, in context: RuleContext) -> Bool {
    context.spec.tags.contains { tag in
      guard tag.name.lowercased() == "buildroot" else { return false }
      return [command.range, command.use?.range].contains { $0.map { tag.range.contains($0.lowerBound) } ?? false }
    }
  }
}

extension String {
  fileprivate static func varies(_ cause: String) -> String { "'\(cause)' gives a different value each time the spec is read" }
}
