package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A macro is defined only for the duration of a call but used after it.
///
/// ## What it does
/// Reports `%define` in the body of a macro with options, `%define name() …`, where the spec uses the defined macro elsewhere.
///
/// ## Why it matters
/// rpm removes what a parametric macro defines when the call ends: `%{?inner}` is empty after `%setit`. What is
/// read later is then empty, or left as written.
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
/// Define the macro with `%global`.
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
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let written = context.source.writtenDefinitions
    return written.filter { $0.options != nil }.flatMap { definition -> [Diagnostic] in
      Self.inner(of: definition, in: context).compactMap { name, range in
        guard !written.contains(where: { $0.name == name }), Self.isCalled(name, outside: definition, in: context) else { return nil }
        return Diagnostic(
          rule: Self.id, severity: Self.severity, message: .isGone(name, definition.name),
          place: context.spec.place(SourceReference(file: definition.file, range: range)),
          fixes: FixIt.unsafe(
            "define it with '%global'", definition.file == 0 ? [Self.globalized(range, in: context)] : nil,
            because: "the macro is then expanded when it is defined, and stays", changing: FixPromise(macros: [name])))
      }
    }
  }

  private static func globalized(_ range: ByteRange, in context: RuleContext) -> TextEdit {
    context.rewrites.replacement(of: range.lowerBound..<range.lowerBound + "%define".utf8.count, with: "%global")
  }

  /// The `%define NAME` in a macro's body, as it is written.
  private static func inner(of definition: MacroDefinition, in context: RuleContext) -> [(name: String, range: ByteRange)] {
    let tree = context.trees[definition.file]
    return tree.definitions.filter { inner in
      !inner.isGlobal && definition.range.lowerBound < inner.range.lowerBound && inner.range.upperBound <= definition.range.upperBound
        && !inner.name.isEmpty
    }.map { (String(decoding: tree[$0.name], as: UTF8.self), $0.range.lowerBound..<$0.name.upperBound) }
  }

  /// Whether a call of the macro stands anywhere but in a body.
  private static func isCalled(_ name: String, outside definition: MacroDefinition, in context: RuleContext) -> Bool {
    context.trees.indices.contains { file in
      context.trees[file].calls(of: name).contains { call in
        let place = call.reference.range
        return !(file == definition.file && definition.range.contains(place.lowerBound)) && !context.source.isInComment(place, file: file)
      }
    }
  }
}

extension String {
  fileprivate static func isGone(_ name: String, _ macro: String) -> String {
    "'\(name)' is defined only while '%\(macro)' is expanded but used after that"
  }
}
