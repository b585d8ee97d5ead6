package import Diagnostics
import GoBuild
package import MacroExpansion
import SpecSyntax

// What rules ask of the spec's own text, before anything is expanded.
extension SourceFacts {
  /// Whether the line of a range is a comment.
  package func isInComment(_ range: ByteRange, file: Int) -> Bool {
    trees.indices.contains(file) && trees[file].isInComment(range.lowerBound)
  }

  /// Bytes of a source file.
  package func text(of range: ByteRange, file: Int) -> ArraySlice<UInt8> {
    guard spec.files.indices.contains(file) else { return [] }
    let bytes = spec.files[file].bytes
    return bytes[range.clamped(to: 0..<bytes.count)]
  }

  /// The definitions that the spec has as such: `%global` and `%define` of its own text, not what a macro's body defines.
  package var writtenDefinitions: [MacroDefinition] {
    context.known.once(\.writtenDefinitions) {
      let written = trees.map { Set($0.definitions.map(\.range.lowerBound)) }
      return spec.definitions.filter { written.indices.contains($0.file) && written[$0.file].contains($0.range.lowerBound) }
    }
  }

  /// The names of all macros that the spec's own text calls, or asks whether they are defined, its includes' as well.
  package var calledNames: Set<String> {
    context.known.once(\.calledNames) { Set(trees.flatMap { tree in tree.calls.map(tree.name) }) }
  }

  /// The spec's own definitions that a text leads to, nearest first.
  package func definitions(behind range: ByteRange, file: Int) -> [MacroDefinition] {
    var found: [MacroDefinition] = []
    var names = MacroReferences.names(in: text(of: range, file: file))
    var next = 0
    while next < names.count, next < 100 {
      for definition in spec.definitions.reversed()
      where definition.name == names[next] && !found.contains(where: { $0.range == definition.range }) {
        found.append(definition)
        for name in MacroReferences.names(in: definition.body) where !names.contains(name) { names.append(name) }
      }
      next += 1
    }
    return found
  }

  /// Of a definition and those that it calls, the first that has something in its own text.
  package func holder(within outer: MacroDefinition, where isThere: ([UInt8]) -> Bool) -> MacroDefinition {
    let all = [outer] + definitions(behind: outer.range, file: outer.file)
    return all.first { isThere(Array(text(of: $0.range, file: $0.file))) } ?? outer
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
