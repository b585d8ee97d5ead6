package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A macro is defined for the time of a call and used after it.
///
/// ## What it does
/// Reports `%define` in the body of a macro with options, `%define name() …`, where the spec uses the defined macro elsewhere.
///
/// ## Why it matters
/// rpm removes what a parametric macro defines when the call ends: `%{?inner}` is empty after `%setit`. What is
/// read later is then empty, or stands there as it was written.
///
/// Shown by: `define-after-the-call`.
///
/// ## Example
/// ```
/// %define setit() %define flavour plain
/// %setit
/// %build
/// make FLAVOUR=%{flavour}
/// ```
///
/// ## Use instead
/// ```
/// %define setit() %global flavour plain
/// %setit
/// %build
/// make FLAVOUR=%{flavour}
/// ```
/// `%global` expands the body at once; the fix writes it where all other lines and tags stay as they are.
///
/// ## When it stays silent
/// Where the macro is used in the body only, or is defined elsewhere too. `%{!?x: %define x y}` at the top of a spec lasts. rpm says of
/// some of these calls that a macro is "defined but not used within scope", which is reported as `expansion-warning`; the macro itself
/// may be reported as `undefined-macro`.
///
/// ## Settings
/// None.
package struct DefineOutOfScope: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let written = context.writtenDefinitions
    return written.filter { $0.options != nil }.flatMap { definition -> [Diagnostic] in
      Self.inner(of: definition, in: context).compactMap { name, range in
        guard !written.contains(where: { $0.name == name }), Self.isCalled(name, outside: definition, in: context) else { return nil }
        return Diagnostic(
          rule: Self.id, severity: Self.severity, message: .isGone(name, definition.name),
          place: context.spec.place(file: definition.file, range: range),
          fixes: FixIt.unsafe(
            "define it with '%global'", definition.file == 0 ? [Self.globalized(range, in: context)] : nil,
            because: "the macro is then expanded when it is defined, and stays", changing: FixPromise(macros: [name])))
      }
    }
  }

  private static func globalized(_ range: ByteRange, in context: RuleContext) -> TextEdit {
    context.replacement(of: range.lowerBound..<range.lowerBound + "%define".utf8.count, with: "%global")
  }

  /// The `%define NAME` in a macro's body, as it is written.
  private static func inner(of definition: MacroDefinition, in context: RuleContext) -> [(name: String, range: ByteRange)] {
    let keyword = Array("%define".utf8)
    var rest = context.text(of: definition.range, file: definition.file).dropFirst(keyword.count)
    var found: [(name: String, range: ByteRange)] = []
    while let next = rest.firstRange(of: keyword) {
      rest = rest[next.upperBound...]
      let name = rest.drop { $0.isBlank }.prefix { $0.isNameByte }
      guard rest.first?.isBlank == true, !name.isEmpty else { continue }
      found.append((String(decoding: name, as: UTF8.self), next.lowerBound..<name.endIndex))
    }
    return found
  }

  /// Whether a call of the macro stands anywhere but in a body.
  private static func isCalled(_ name: String, outside definition: MacroDefinition, in context: RuleContext) -> Bool {
    let calls = ["%{\(name)}", "%{?\(name)}", "%{?\(name):", "%{!?\(name):", "%\(name)"].map { Array($0.utf8) }
    return context.spec.files.indices.contains { file in
      let bytes = context.spec.files[file].bytes
      return calls.contains { call in
        var rest = bytes[...]
        while let found = rest.firstRange(of: call) {
          rest = rest[found.upperBound...]
          let isInBody = file == definition.file && definition.range.contains(found.lowerBound)
          let isEscaped = found.lowerBound > 0 && bytes[found.lowerBound - 1] == UInt8(ascii: "%")
          let isWhole = call.last.map { !$0.isNameByte } ?? true || !(rest.first?.isNameByte ?? false)
          if !isInBody, !isEscaped, isWhole, !context.isInComment(found, file: file) { return true }
        }
        return false
      }
    }
  }
}

extension String {
  fileprivate static func isGone(_ name: String, _ macro: String) -> String {
    "'\(name)' is defined only while '%\(macro)' is expanded, and used after that"
  }
}
