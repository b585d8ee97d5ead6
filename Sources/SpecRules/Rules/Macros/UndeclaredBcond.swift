package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A build condition is asked for that nobody declares.
///
/// ## What it does
/// Reports `%{with NAME}` and `%{without NAME}` where neither the spec nor a file that it reads has `%bcond NAME`, `%bcond_with NAME` or `%bcond_without
/// NAME`, and nothing else mentions `with_NAME`.
///
/// ## Why it matters
/// `%{with NAME}` is then always 0 and `%{without NAME}` always 1, also with `rpmbuild --with NAME`, which only sets what `%bcond` reads.
///
/// Source: rpm's macros (4.18): `%with` asks whether `with_NAME` is defined, `%bcond_with` defines it where `--with NAME` was given.
///
/// ## Example
/// ```
/// %build
/// %if %{with tests}
/// make check
/// %endif
/// ```
///
/// ## Use instead
/// ```
/// %bcond_without tests
/// %build
/// %if %{with tests}
/// make check
/// %endif
/// ```
///
/// ## When it stays silent
/// In comments, for names that are put together, and in specs that include or load other files or have Lua.
///
/// ## Settings
/// None.
package struct UndeclaredBcond: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let mayDeclareMore = context.trees.contains { tree in
      tree.calls.contains { ["load", "lua", "expand", "bconds"].contains(tree.name(of: $0)) }
        || tree.lines.contains { $0.directive == .include }
    }
    guard !mayDeclareMore, let tree = context.trees.first else { return [] }
    let text = tree.bytes
    var told: Set<String> = []
    return tree.calls.compactMap { call in
      let asked = tree.name(of: call)
      guard asked == "with" || asked == "without", call.reference.form == .braced, !tree.isInComment(call.reference.range.lowerBound) else {
        return nil
      }
      let name = String(decoding: tree[call.inner], as: UTF8.self).filter { !$0.isWhitespace }
      guard !name.isEmpty, name.utf8.allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "-") }), !Self.isDeclared(name, text, context),
        told.insert(name).inserted
      else { return nil }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: .medium, message: .undeclared(name, asked),
        place: context.place(SourceReference(range: call.reference.range)))
    }
  }

  private static func isDeclared(_ name: String, _ text: [UInt8], _ context: RuleContext) -> Bool {
    if text.firstRange(of: "with_\(name)".utf8) != nil || text.firstRange(of: "without_\(name)".utf8) != nil { return true }
    if context.spec.definitions.contains(where: { $0.name == "with_\(name)" || $0.name == "without_\(name)" }) { return true }
    var rest = text[...]
    while let found = rest.firstRange(of: "bcond".utf8) {
      rest = rest[found.upperBound...]
      let line = rest.prefix { $0 != 0x0A }
      let words = line.split { !($0.isNameByte || $0 == UInt8(ascii: "-")) }
      if words.contains(where: { $0.elementsEqual(name.utf8) }) { return true }
    }
    return false
  }
}

extension String {
  fileprivate static func undeclared(_ name: String, _ asked: String) -> String {
    "'\(name)' is not declared with %bcond, so '%{\(asked) \(name)}' is always \(asked == "with" ? "0" : "1")"
  }
}
