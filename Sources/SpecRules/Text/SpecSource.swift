package import Diagnostics
import GoBuild
package import MacroExpansion
import SpecSyntax

// What rules ask of the spec's own text, before anything is expanded.
extension RuleContext {
  /// Whether the line of a range is a comment.
  package func isInComment(_ range: ByteRange, file: Int) -> Bool {
    guard spec.files.indices.contains(file) else { return false }
    let bytes = spec.files[file].bytes
    let start = bytes[..<min(range.lowerBound, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes[start...].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
  }

  /// Bytes of a source file.
  package func text(of range: ByteRange, file: Int) -> ArraySlice<UInt8> {
    guard spec.files.indices.contains(file) else { return [] }
    let bytes = spec.files[file].bytes
    return bytes[range.clamped(to: 0..<bytes.count)]
  }

  /// The definitions that the spec has as such: `%global` and `%define` of its own text, not what a macro's body defines.
  package var writtenDefinitions: [MacroDefinition] {
    spec.definitions.filter { definition in
      let text = text(of: definition.range, file: definition.file).drop { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "{") }
      return text.starts(with: "global".utf8) || text.starts(with: "define".utf8)
    }
  }

  /// The spec's own definitions that a text leads to, nearest first.
  package func definitions(behind range: ByteRange, file: Int) -> [MacroDefinition] {
    var found: [MacroDefinition] = []
    var names = MacroReferences.names(in: text(of: range, file: file))
    var next = 0
    while next < names.count, next < 100 {
      for definition in spec.definitions where definition.name == names[next] && !found.contains(where: { $0.range == definition.range }) {
        found.append(definition)
        for name in MacroReferences.names(in: definition.body) where !names.contains(name) { names.append(name) }
      }
      next += 1
    }
    return found
  }

  /// The section that a place of the spec itself belongs to.
  package func section(at offset: Int) -> Section? {
    guard let file = spec.files.first else { return nil }
    let line = file.location(of: offset).line
    return spec.sections.last { $0.line <= line }
  }

  /// Whether a name stands in the spec or its files outside of some places, in whatever manner: `%name`, `%{?name}`, a word of Lua, prose.
  package func isMentioned(_ name: String, outside places: [MacroDefinition]) -> Bool {
    let word = Array(name.utf8)
    return spec.files.indices.contains { file in
      let bytes = spec.files[file].bytes
      var rest = bytes[...]
      while let found = rest.firstRange(of: word) {
        rest = rest[found.upperBound...]
        let isWhole = !(found.lowerBound > 0 && bytes[found.lowerBound - 1].isNameByte) && !(rest.first?.isNameByte ?? false)
        if isWhole, !places.contains(where: { $0.file == file && $0.range.contains(found.lowerBound) }) { return true }
      }
      return false
    }
  }
}
