package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A preamble macro captures `%{_builddir}` before rpm sets the per-build directory.
///
/// ## What it does
/// Reports `%global` in the preamble whose body uses `%{_builddir}`, and `%{_topdir}/BUILD` written out, where the macro is used.
///
/// ## Why it matters
/// From rpm 4.20 on (its release notes) every build has a folder of its own, and `%{_builddir}` becomes that folder where the preamble
/// ends. `%global` keeps the value of the moment: `%{_topdir}/BUILD`, which is another place than `%{_builddir}` in `%build`. What is
/// written there is found by no other command, is shared with all other builds, and is never removed.
///
/// Shown by: `build-folder-of-the-moment`.
///
/// ## Example
/// ```
/// %global workdir %{_builddir}/work
/// %build
/// mkdir -p %{workdir}
/// ```
///
/// ## Use instead
/// Define the macro with `%define`, which is expanded where the macro is used.
/// ```
/// %define workdir %{_builddir}/work
/// %build
/// mkdir -p %{workdir}
/// ```
/// `%define` is expanded where it is used.
///
/// ## When it stays silent
/// For `%define`, for definitions in scriptlets, for macros that nothing uses, and for `%%{_builddir}`.
///
/// ## Settings
/// A warning for targets with rpm 4.20 or later, otherwise info.
package struct BuilddirInPreamble: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let severity = context.hasFolderPerBuild ? Self.severity : .info
    return context.source.writtenDefinitions.compactMap { definition in
      let place = context.spec.place(definition.source)
      guard definition.file != 0 || context.trees[0].sections[0].range.contains(definition.range.lowerBound),
        !context.source.isInComment(definition.range, file: definition.file),
        let folder = Self.folder(in: definition, context),
        context.source.isMentioned(definition.name, outside: [definition]) || Self.isReadByMacros(definition.name)
      else { return nil }
      return Diagnostic(rule: Self.id, severity: severity, message: .tooEarly(definition.name, folder), place: place)
    }
  }

  /// Whether macros of distributions read the name: `%global gopath …` replaces Fedora's.
  private static func isReadByMacros(_ name: String) -> Bool { !name.hasPrefix("_") && UnusedMacro.isReadElsewhere(name) }

  /// How a definition names the build folder.
  private static func folder(in definition: MacroDefinition, _ context: RuleContext) -> String? {
    let text = withoutEscapes(context.source.text(of: definition.range, file: definition.file))
    for written in ["%{_topdir}/BUILD", "%_topdir/BUILD"] {
      guard let found = text.firstRange(of: written.utf8) else { continue }
      // `%{_topdir}/BUILDROOT` is another folder.
      if text[found.upperBound...].first.map({ !"ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8.contains($0) }) ?? true { return written }
    }
    guard definition.isGlobal else { return nil }
    let lazy = context.source.definitions(behind: definition.range, file: definition.file).filter {
      !$0.isGlobal && $0.range != definition.range
    }
    let names = MacroReferences.names(in: text) + lazy.flatMap { MacroReferences.names(in: withoutEscapes($0.body[...])) }
    return names.contains("_builddir") ? "%{_builddir}" : nil
  }

  private static func withoutEscapes(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let found = rest.firstRange(of: "%%".utf8) {
      result += rest[..<found.lowerBound]
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}

extension String {
  fileprivate static func tooEarly(_ name: String, _ folder: String) -> String {
    "'\(name)' captures '\(folder)' before rpm sets the per-build directory (rpm 4.20 and later)"
  }
}
