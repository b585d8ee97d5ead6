package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A package obsoletes another, and nothing in the spec provides the old name.
///
/// ## What it does
/// Reports `Obsoletes` of a name that no package of the spec has or provides.
///
/// ## Why it matters
/// rpm removes the obsoleted package. If other packages require its name, the dependency can no longer be met, and the installation or
/// update fails.
///
/// Source: Fedora's packaging guideline, under *Renaming/Replacing Existing Packages*: a compatible replacement must provide the old name
/// with its own version and release; an incompatible one only obsoletes it.
///
/// ## Example
/// ```
/// Obsoletes: hello-tools < 1.1
/// ```
///
/// ## Use instead
/// Provide the old name if the package is a compatible replacement.
/// ```
/// Provides: hello-tools = %{version}-%{release}
/// Obsoletes: hello-tools < 1.1
/// ```
///
/// ## When it stays silent
/// For names that are provided with an architecture and obsoleted without it, or the other way round, names that another package of the
/// spec or another branch provides, and where a macro of the target writes the tag. Only with `--persona pedantic`: a package that was
/// removed from the distribution is obsoleted without a replacement, and only the packager knows which of the two it is.
///
/// ## Settings
/// None.
package struct ObsoletesWithoutProvides: Rule {
  package static let severity: Severity = .info
  package static let persona: Persona = .pedantic

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard !context.isPartlyUnknown(.preamble), !context.isPartlyUnknown(.package) else { return [] }
    let provided = Set((context.packages.names + context.packages.tags("provides").flatMap { $0.dependencies.map(\.name) }).map(Self.bare))
    let written = Self.writtenProvides(in: context)
    var seen: Set<String> = []
    return context.packages.tags("obsoletes").flatMap { tag -> [Diagnostic] in
      // What a macro writes is not the packager's to change: `%gopkg` obsoletes the names of import paths that are no longer used.
      let line = String(decoding: context.source.text(of: tag.source.range, file: tag.source.file), as: UTF8.self)
      guard line.lowercased().contains("obsoletes") else { return [] }
      return tag.dependencies.compactMap { dependency -> Diagnostic? in
        let name = dependency.name
        guard !provided.contains(Self.bare(name)), !name.contains("("), !name.contains("%"), seen.insert(name).inserted,
          let range = tag.value.bytes.firstRange(of: name.utf8), let source = tag.value.source(of: range)
        else { return nil }
        let raw = String(decoding: context.source.text(of: source.range, file: source.file), as: UTF8.self)
        if written.contains(where: { $0.contains(raw) || $0.contains(name) }) { return nil }
        return Diagnostic(rule: Self.id, severity: Self.severity, message: .unprovided(name), place: context.place(source))
      }
    }
  }

  /// Without an architecture: `hello(x86-64)`.
  private static func bare(_ name: String) -> String { String(name.prefix { $0 != "(" }) }

  /// The lines of the spec that provide something, in whatever branch.
  private static func writtenProvides(in context: RuleContext) -> [String] {
    context.spec.files.flatMap { file in
      file.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }.filter { $0.lowercased().contains("provides:") }
    }
  }
}

extension String {
  fileprivate static func unprovided(_ name: String) -> String { "'\(name)' is obsoleted, but nothing provides it" }
}
