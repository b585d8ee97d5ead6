package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A macro is extended before `BuildArch`, which makes rpm read the spec again from its start, and so is extended twice.
///
/// ## What it does
/// Reports `%global` with a body that calls the same macro, above the main package's `BuildArch`, where a tag uses the macro.
///
/// ## Why it matters
/// At `BuildArch` rpm starts again at the first line, for that architecture, and keeps all macros as they are by then. What is added to
/// a macro above that line is added a second time: `%global dist .git1234567%{?dist}` makes a release `1.git1234567.git1234567.fc44`.
///
/// Source: rpm's `parsePreamble` and `parseSpec` (build/parsePreamble.c, build/parseSpec.c); tried with rpm 4.18.0, 4.20.1 and 6.1.0.
///
/// ## Example
/// ```
/// %global dist .git1234567%{?dist}
/// Release: 1%{?dist}
/// BuildArch: noarch
/// ```
///
/// ## Use instead
/// Give the extended value a name of its own.
/// ```
/// %global snapshot .git1234567%{?dist}
/// Release: 1%{snapshot}
/// BuildArch: noarch
/// ```
/// or write `BuildArch` above the definition.
///
/// ## When it stays silent
/// Where the macro is set to something new above, where no tag uses it (flags and filters are no worse for being there twice), in
/// conditions of one macro (`%{!?done:%global …}`), and for a `BuildArch` of a subpackage, which starts nothing again.
///
/// ## Settings
/// None.
package struct BuildarchReparse: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.isTakenByTarget,
      let again = context.spec.tags.first(where: { tag in
        tag.package == nil && tag.source.file == 0 && ["buildarch", "buildarchitectures"].contains(tag.name.lowercased())
      })
    else { return [] }
    var known: Set<String> = []
    return context.source.writtenDefinitions.sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap { definition in
      guard definition.file == 0, definition.range.lowerBound < again.source.range.lowerBound,
        known.insert(definition.name).inserted, definition.isGlobal, definition.options == nil,
        Self.beginsLine(definition, in: context), !context.source.isInComment(definition.range, file: 0),
        MacroReferences.names(in: Array(context.source.text(of: definition.range, file: 0))).contains(definition.name),
        Self.isUsedByTag(definition.name, in: context)
      else { return nil }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, message: .extendedTwice(definition.name), place: context.place(definition.source),
        notes: [Note("rpm starts again here", at: context.place(again.source))])
    }
  }

  private static func beginsLine(_ definition: MacroDefinition, in context: RuleContext) -> Bool {
    context.source.text(of: 0..<definition.range.lowerBound, file: 0).reversed().prefix { $0 != 0x0A }.allSatisfy(\.isSpace)
  }

  private static func isUsedByTag(_ name: String, in context: RuleContext) -> Bool {
    context.spec.tags.contains { tag in
      MacroReferences.names(in: Array(context.source.text(of: tag.source.range, file: tag.source.file))).contains(name)
    }
  }
}

extension String {
  fileprivate static func extendedTwice(_ name: String) -> String {
    "'\(name)' is extended twice, because rpm reads this line again when it comes to 'BuildArch'"
  }
}
