package import Diagnostics
package import GoBuild
package import MacroExpansion
package import SpecSyntax

extension ScriptFacts {
  /// Where a stretch of a section's expanded text stands in the source: the bytes themselves, or the macro call they came from.
  package func place(of range: ByteRange, in section: SectionKeyword, or fallback: SourceReference) -> FileRange {
    guard let source = text(of: section)?.source(of: range) else { return place(fallback) }
    return spec.place(source)
  }

  package func text(of section: SectionKeyword) -> ExpandedText? { spec.sections.first { $0.keyword == section }?.text }

  /// "expanded from %gobuild", for a stretch of expanded text that a macro wrote; none where the spec has the words themselves.
  package func expansionNotes(of range: ByteRange, in section: SectionKeyword) -> [Note] {
    guard let text = text(of: section), let index = text.runIndex(at: range.lowerBound) else { return [] }
    guard case .macro(let file, let call, let name) = text.runs[index].origin else { return [] }
    if let definition = spec.definitions.last(where: { $0.name == name }) {
      return [Note("expanded from %\(name), defined here", at: spec.place(definition.source))]
    }
    if name == "lua" { return [Note("written by the spec's Lua code", at: spec.place(SourceReference(file: file, range: call)))] }
    return [
      Note(
        "expanded from %\(name), defined by the macros of target '\(spec.target)'", at: spec.place(SourceReference(file: file, range: call))
      )
    ]
  }

  /// Whether the spec itself has the words of a range: no macro wrote them, and no shell variable stands in them.
  package func isWritten(_ range: ByteRange, in section: SectionKeyword) -> Bool {
    guard let part = text(of: section)?[range], !part.bytes.contains(UInt8(ascii: "$")) else { return false }
    return part.runs.allSatisfy { if case .verbatim = $0.origin { true } else { false } }
  }

  /// Who wrote the words of a range.
  package func author(of range: ByteRange, in section: SectionKeyword) -> Author {
    guard let part = text(of: section)?[range] else { return .target }
    for run in part.runs {
      guard case .macro(_, _, let name) = run.origin else { continue }
      guard let definition = spec.definitions.last(where: { $0.name == name }) else { return .target }
      return .macro(definition)
    }
    return .spec
  }

  /// Whether a word of a command is the spec's: written by it, also as an argument of a target's macro, or by a macro of its own.
  package func isOwnWord(_ word: String, at range: ByteRange, of command: GoCommand) -> Bool {
    switch author(of: range, in: command.section) {
    case .spec, .macro: return true
    case .target:
      let call = command.sourceReference
      guard spec.files.indices.contains(call.file) else { return false }
      let written = spec.files[call.file].bytes[call.range.clamped(to: 0..<spec.files[call.file].bytes.count)]
      return written.firstRange(of: Array(word.utf8)) != nil
    }
  }

  package enum Author {
    /// The scriptlet has the words itself.
    case spec
    /// A macro that the spec defines.
    case macro(MacroDefinition)
    /// A macro of the target's.
    case target
  }

  /// Whether a comment stands on the line of a range or on the line above it.
  package func isCommented(_ range: ByteRange, in section: SectionKeyword) -> Bool {
    guard let bytes = text(of: section)?.bytes, range.upperBound <= bytes.count else { return false }
    let lineStart = Self.start(ofLineAt: range.lowerBound, in: bytes)
    if Self.rest(ofLineAt: range.upperBound, in: bytes).contains(UInt8(ascii: "#")) { return true }
    guard lineStart > 0 else { return false }
    let above = bytes[Self.start(ofLineAt: lineStart - 1, in: bytes)..<lineStart]
    return above.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
  }

  /// Whether an assignment stands before a command, for that command alone: `CGO_ENABLED=0 go build`.
  package func isPrefix(_ assignment: ByteRange, of command: GoCommand) -> Bool {
    command.range.contains(assignment.lowerBound)
  }

  /// What follows a range up to the end of its logical line.
  package func remainder(after range: ByteRange, in section: SectionKeyword) -> ArraySlice<UInt8> {
    guard let bytes = text(of: section)?.bytes, range.upperBound <= bytes.count else { return [] }
    return Self.rest(ofLineAt: range.upperBound, in: bytes)
  }

  private static func start(ofLineAt offset: Int, in bytes: [UInt8]) -> Int {
    bytes.lineStart(of: offset)
  }

  private static func rest(ofLineAt offset: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    var end = offset
    while end < bytes.count {
      if bytes[end] == 0x0A, end == 0 || bytes[end - 1] != UInt8(ascii: "\\") { break }
      end += 1
    }
    return bytes[offset..<end]
  }
}
