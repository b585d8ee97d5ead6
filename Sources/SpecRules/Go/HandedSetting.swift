package import Diagnostics
package import GoBuild
import MacroExpansion
package import SpecSyntax

/// A setting that `make` or a script is given: `make GOFLAGS=-v`, `BUILDFLAGS=-v ./build.sh`.
package struct HandedSetting {
  package let name: String
  package let value: Value
  /// In the section's expanded text.
  package let range: ByteRange
}

extension GoFacts {
  /// The settings that a command which may run go out of sight is given: words of its own, and variables in its environment.
  package func settingsHanded(to command: GoCommand) -> [HandedSetting] {
    guard command.kind == .indirect else { return [] }
    let words = command.arguments.dropFirst().compactMap { word -> HandedSetting? in
      guard case .known(let start)? = word.value.parts.first, let equals = start.firstIndex(of: UInt8(ascii: "=")), equals > 0 else {
        return nil
      }
      return HandedSetting(
        name: String(decoding: start[..<equals], as: UTF8.self), value: word.value.dropping(equals + 1), range: word.range)
    }
    let variables = model.assignments.filter { isSeen($0, by: command) }.compactMap { assignment in
      assignment.value.map { HandedSetting(name: assignment.name, value: $0, range: assignment.range) }
    }
    return words + variables
  }

  /// Whether an exported variable reaches a command; a prefix assignment of a different command does not.
  private func isSeen(_ assignment: Assignment, by command: GoCommand) -> Bool {
    guard assignment.isExported, assignment.section == command.section else { return false }
    if context.script.isPrefix(assignment.range, of: command) { return true }
    guard assignment.range.upperBound <= command.range.lowerBound else { return false }
    return !model.commands.contains { $0.section == command.section && $0.range.contains(assignment.range.lowerBound) }
      && !model.shellCommands.contains { other in
        other.section == command.section && other.range.contains(assignment.range.lowerBound)
          && !["export", "declare"].contains(other.programName)
      }
  }
}

extension ScriptFacts {
  /// Where a word such as `-a` stands in a stretch of a scriptlet, or in the assignments of the variables that the stretch names.
  package func occurrence(of word: String, in range: ByteRange, of section: SectionKeyword) -> ByteRange? {
    if let found = written(word, in: range, of: section) { return found }
    guard let text = text(of: section)?.bytes, range.upperBound <= text.count else { return nil }
    let stretch = String(decoding: text[range], as: UTF8.self)
    return model.assignments.lazy.reversed().compactMap { assignment -> ByteRange? in
      guard assignment.section == section, assignment.range.lowerBound <= range.lowerBound,
        stretch.contains("$\(assignment.name)") || stretch.contains("${\(assignment.name)")
      else { return nil }
      return written(word, in: assignment.range, of: section)
    }.first
  }

  private func written(_ word: String, in range: ByteRange, of section: SectionKeyword) -> ByteRange? {
    guard let text = text(of: section)?.bytes, range.upperBound <= text.count else { return nil }
    var rest = text[range]
    while let found = rest.firstRange(of: Array(word.utf8)) {
      rest = rest[found.upperBound...]
      let before = found.lowerBound > 0 ? text[found.lowerBound - 1] : 0x20
      let after = found.upperBound < text.count ? text[found.upperBound] : 0x20
      let ends = Array(" \t\n\"'()=\\".utf8)
      if ends.contains(before), ends.contains(after) { return found }
    }
    return nil
  }
}
