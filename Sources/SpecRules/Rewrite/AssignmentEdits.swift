package import Diagnostics
package import GoBuild
import MacroExpansion
package import SpecSyntax

/// Where a variable of the shell is given its value, in the spec's own bytes.
package struct WrittenAssignment: Sendable {
  package let name: String
  /// `NAME=VALUE`
  package let range: ByteRange
  /// With its quotes.
  package let value: ByteRange
}

extension Rewrites {
  /// The assignment that gave a go command a variable; nil where the spec does not have it in words of its own.
  ///
  /// It stands in the scriptlet, or in a macro that the spec defines.
  package func writtenAssignment(of name: String, to command: GoCommand) -> WrittenAssignment? {
    guard let range = command.environment[name]?.setAt else { return nil }
    return writtenAssignment(of: name, at: range, in: command.section)
  }

  package func writtenAssignment(of name: String, at range: ByteRange, in section: SectionKeyword) -> WrittenAssignment? {
    guard let text = context.script.text(of: section), range.upperBound <= text.bytes.count else { return nil }
    if let written = written(range, in: section), let assignment = assignment(of: name, within: written, isWhole: true) {
      return assignment
    }
    let part = text[range]
    guard part.runs.count == 1, case .macro(_, _, let macro) = part.runs[0].origin,
      let definition = spec.definitions.last(where: { $0.name == macro }), definition.file == 0
    else { return nil }
    return assignment(of: name, within: definition.range, isWhole: false)
  }

  /// The one place where a stretch of the spec assigns a variable.
  private func assignment(of name: String, within stretch: ByteRange, isWhole: Bool) -> WrittenAssignment? {
    let key = Array("\(name)=".utf8)
    guard stretch.upperBound <= specBytes.count else { return nil }
    if isWhole {
      guard specBytes[stretch].starts(with: key) else { return nil }
      // Of a line that ends as in DOS the shell takes the carriage return for a part of the word.
      let end = specBytes[stretch].last == 0x0D ? stretch.upperBound - 1 : stretch.upperBound
      return WrittenAssignment(name: name, range: stretch.lowerBound..<end, value: stretch.lowerBound + key.count..<end)
    }
    let starts = stretch.filter { offset in
      specBytes[offset..<stretch.upperBound].starts(with: key) && offset > stretch.lowerBound
        && Set(" \t\n;&{".utf8).contains(specBytes[offset - 1])
    }
    guard starts.count == 1, let start = starts.first else { return nil }
    let value = start + key.count..<end(ofWordAt: start + key.count, before: stretch.upperBound)
    return WrittenAssignment(name: name, range: start..<value.upperBound, value: value)
  }

  /// The end of a shell word in the spec, as far as it can be told without expanding it: quotes and braces hold it together.
  private func end(ofWordAt start: Int, before limit: Int) -> Int {
    var depth = 0
    var quote: UInt8?
    for offset in start..<limit {
      let byte = specBytes[offset]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: ")"):
        if depth == 0 { return offset }
        depth -= 1
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "\\"):
        if depth == 0 { return offset }
      default: break
      }
    }
    return limit
  }
}

// MARK: - Edits

extension Rewrites {
  /// The value becomes the default for a caller that says nothing: `NAME="${NAME:-VALUE}"`.
  ///
  /// nil for values in single quotes or partly in quotes, in which the expansion would mean something else.
  package func yieldingToCaller(_ assignment: WrittenAssignment) -> [TextEdit]? {
    let value = specBytes[assignment.value]
    guard let first = value.first, first != UInt8(ascii: "~"), first != UInt8(ascii: "(") else { return nil }
    let quote = UInt8(ascii: "\"")
    let doubtful = Set("'\"`\\".utf8)
    if first == quote, value.count > 2, value.last == quote, !value.dropFirst().dropLast().contains(where: doubtful.contains) {
      return [
        insertion("${\(assignment.name):-", at: assignment.value.lowerBound + 1), insertion("}", at: assignment.value.upperBound - 1),
      ]
    }
    guard !value.contains(where: doubtful.contains) else { return nil }
    return [insertion("\"${\(assignment.name):-", at: assignment.value.lowerBound), insertion("}\"", at: assignment.value.upperBound)]
  }

  /// Takes an assignment out: with its line where nothing else stands on it, else the word alone.
  package func dropping(_ assignment: WrittenAssignment) -> TextEdit {
    let shape = LineShape(specBytes)
    let start = shape.lineStart(assignment.range.lowerBound)
    let before = specBytes[start..<assignment.range.lowerBound].split { $0 == 0x20 || $0 == 0x09 }
    let isAlone = before.isEmpty || before.count == 1 && before[0].elementsEqual("export".utf8)
    if isAlone, shape.isBlank(afterOffset: assignment.range.upperBound), !shape.continues(before: start) {
      let end = specBytes.lineEnd(of: assignment.range.upperBound)
      return TextEdit(range: start..<end, newText: [])
    }
    return removal(of: assignment.range)
  }

  /// Puts a word at the end of an assignment's value.
  package func appending(_ word: String, to assignment: WrittenAssignment) -> [TextEdit]? {
    let value = specBytes[assignment.value]
    guard let first = value.first else { return [insertion(word, at: assignment.value.lowerBound)] }
    let quotes = Set("'\"".utf8)
    if quotes.contains(first), value.last == first, value.count >= 2, !value.dropFirst().dropLast().contains(first) {
      return [insertion(value.count > 2 ? " \(word)" : word, at: assignment.value.upperBound - 1)]
    }
    guard !value.contains(where: Set("'\"`\\".utf8).contains) else { return nil }
    return [insertion("\"", at: assignment.value.lowerBound), insertion(" \(word)\"", at: assignment.value.upperBound)]
  }

  /// The words of the spec that give a variable its value, to be written once more elsewhere: `NAME=VALUE`.
  package func repeated(_ assignment: WrittenAssignment) -> String? {
    let bytes = specBytes[assignment.range]
    guard !bytes.contains(0x0A), String(validating: bytes, as: UTF8.self) != nil else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - GOFLAGS

extension Rewrites {
  /// Gives a go command, and those after it, a further flag through GOFLAGS.
  package func addingToGoFlags(_ flag: String, for command: GoCommand) -> [TextEdit]? {
    if command.environment["GOFLAGS"] != nil {
      return writtenAssignment(of: "GOFLAGS", to: command).flatMap { appending(flag, to: $0) }
    }
    return lineInserted("export GOFLAGS=\"${GOFLAGS:+$GOFLAGS }\(flag)\"", before: command.range, in: command.section).map { [$0] }
  }

  /// Where GOFLAGS got a word from: the assignment that holds it in its words, or another of the same scriptlet.
  package func goFlagsOccurrence(of words: String, for command: GoCommand) -> ByteRange? {
    guard let range = command.environment["GOFLAGS"]?.setAt else { return nil }
    if let place = occurrence(of: words, within: range, in: command.section) { return place }
    let others = model.assignments.filter { $0.name == "GOFLAGS" && $0.section == command.section && $0.range != range }
    let places = Set(others.compactMap { occurrence(of: words, within: $0.range, in: $0.section) })
    return places.count == 1 ? places.first : nil
  }
}
