package import Diagnostics
import GoBuild
package import MacroExpansion
import SpecSyntax

extension ShippedFacts {
  /// Whether the spec, or a macro of its own, has the words of a stretch of a scriptlet; what a macro of the target writes is not its doing.
  package func isOwn(_ range: ByteRange, in section: Section) -> Bool {
    guard let index = section.text.runIndex(at: range.lowerBound) else { return false }
    guard case .macro(_, _, let name) = section.text.runs[index].origin else { return true }
    return spec.definitions.contains { $0.name == name } || ["name", "version", "_bindir", "_sbindir"].contains(name)
  }

  /// Where a stretch of a scriptlet stands in the source.
  package func place(of range: ByteRange, in section: Section) -> FileRange? { section.text.source(of: range).map { context.place($0) } }

  /// Whether a scriptlet's effect is unknown because it calls an undefined macro.
  package func isUnknown(_ section: Section) -> Bool { context.isPartlyUnknown(section.keyword) }
}
