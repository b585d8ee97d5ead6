package import Diagnostics
import MacroExpansion
import ShellSyntax
import SpecSyntax

/// A scriptlet has a shell syntax error.
///
/// ## What it does
/// Reports the first syntax error in the expanded text of each scriptlet: a missing `then`, `fi` or quote.
///
/// ## Why it matters
/// In the build it fails when it comes there, perhaps hours later; in `%post` it fails where the package is installed, on every machine.
///
/// Source: POSIX, XCU 2.10; what bash 5.2 refuses.
///
/// ## Example
/// ```
/// %build
/// if [ -f Makefile ]
///   make
/// fi
/// ```
///
/// ## Use instead
/// Correct the scriptlet; `bash -n` checks the text that `rpmspec -P` prints.
/// ```
/// %build
/// if [ -f Makefile ]; then
///   make
/// fi
/// ```
///
/// ## When it stays silent
/// For Lua and other languages, where `carriage-returns` says why no shell can read it, and in sections in which a macro expanded to nothing or is not known: what would stand there may be what is missing.
///
/// ## Settings
/// None.
package struct ShellSyntaxError: Rule {
  package static let severity: Severity = .error

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.spec.sections.compactMap { section in
      guard section.keyword.isScriptlet, section.runsInShell, !section.endsLinesWithReturns, !context.isPartlyUnknown(section.keyword),
        let error = ShellParser.parse(section.text.bytes).errors.first, !Self.mayHaveHoles(section, context),
        let place = context.shipped.place(of: Self.shown(error.range, section.text.bytes), in: section)
      else { return nil }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, message: .cannotRead(section.keyword, error.message), place: place)
    }
  }

  /// At least one byte, and no more than its line.
  private static func shown(_ range: ByteRange, _ text: [UInt8]) -> ByteRange {
    let start = min(range.lowerBound, max(0, text.count - 1))
    let end = text[start...].firstIndex(of: 0x0A) ?? text.count
    return start..<max(start + 1, min(range.upperBound, end))
  }

  /// Whether a call in the section's own text has left nothing behind.
  private static func mayHaveHoles(_ section: Section, _ context: RuleContext) -> Bool {
    var visible: Set<Int> = []
    var files: Set<Int> = []
    var low = Int.max
    var high = 0
    for run in section.text.runs {
      switch run.origin {
      case .verbatim(let file, let offset):
        files.insert(file)
        low = min(low, offset)
        high = max(high, offset + run.length)
      case .macro(let file, let call, _):
        files.insert(file)
        visible.insert(call.lowerBound)
        low = min(low, call.lowerBound)
        high = max(high, call.upperBound)
      }
    }
    guard files == [0], low < high else { return true }
    return context.trees[0].lines.contains { line in
      guard line.range.lowerBound < high, line.range.upperBound > low, line.content == .text else { return false }
      return line.pieces.contains { piece in
        guard case .call(let call) = piece else { return false }
        return !visible.contains(call.reference.range.lowerBound)
      }
    }
  }
}

extension String {
  fileprivate static func cannotRead(_ keyword: SectionKeyword, _ message: String) -> String {
    "the shell cannot read %\(keyword): \(message)"
  }
}
