package import Diagnostics
package import GoBuild
import MacroExpansion
package import SpecSyntax

/// Rewrites of flags on a go command's line.
extension Rewrites {
  /// Where the spec has a flag's words: on the command's line, in a macro of its own, or in a shell variable.
  ///
  /// nil where quotes or expansions stand in them, so that the words are not what go sees.
  package func place(of flag: GoInvocation.Flag, on command: GoCommand) -> ByteRange? {
    guard let raw = raw(flag.range, in: command.section) else { return nil }
    if Self.words(raw) == flag.display { return occurrence(of: raw, within: flag.range, in: command.section) }
    if raw.hasPrefix("-") { return flag.isNameExact ? nil : written(flag.range, in: command.section) }
    guard raw.hasPrefix("$") || raw.hasPrefix("\"$") else { return nil }
    let name = raw.drop { "\"${".contains($0) }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let places = model.assignments.filter { $0.section == command.section && $0.name == name }.compactMap {
      occurrence(of: flag.display, within: $0.range, in: $0.section)
    }
    return Set(places).count == 1 ? places.first : nil
  }

  /// The same with the number that follows, which is the flag's where the subcommand does not know the flag.
  package func placeWithNumber(of flag: GoInvocation.Flag, on command: GoCommand) -> ByteRange? {
    let next = command.arguments.first { $0.range.lowerBound >= flag.range.upperBound }
    // In a spec with the line ends of DOS the last word has a carriage return.
    let number = next?.exactText.map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
    guard flag.value == nil, flag.isNameExact, let next, let number, Int(number) != nil else { return place(of: flag, on: command) }
    let range = flag.range.lowerBound..<next.range.lowerBound + number.utf8.count
    guard let raw = raw(range, in: command.section), Self.words(raw) == "\(flag.display) \(number)" else { return nil }
    return occurrence(of: raw, within: range, in: command.section)
  }

  /// With one blank between words.
  private static func words(_ text: String) -> String { text.split { " \t\n\\".contains($0) }.joined(separator: " ") }

  /// The expanded text of a range.
  package func raw(_ range: ByteRange, in section: SectionKeyword) -> String? {
    guard let bytes = context.script.text(of: section)?.bytes, range.upperBound <= bytes.count else { return nil }
    return String(validating: bytes[range], as: UTF8.self)
  }

  package func removing(_ flag: GoInvocation.Flag, from command: GoCommand) -> [TextEdit]? {
    place(of: flag, on: command).map { [removal(of: $0)] }
  }

  /// rpm's number of processes, `%{?_smp_mflags}`, in the words that go has for it.
  package func jobsAsParallelism(_ flag: GoInvocation.Flag, on command: GoCommand) -> [TextEdit]? {
    guard let place = place(of: flag, on: command), specWords(place).hasPrefix("%") else { return nil }
    return [replacement(of: place, with: "-p=%{_smp_build_ncpus}")]
  }
}

// MARK: - Further flags

extension Rewrites {
  /// Puts a flag behind the subcommand, where the spec, or a macro that it defines, has `go build` in its own words.
  package func adding(_ flag: String, to command: GoCommand) -> TextEdit? {
    guard let invocation = command.invocation, invocation.subcommand?.contains(" ") == false, command.arguments.count > 1 else {
      return nil
    }
    let words = command.arguments[0].range.lowerBound..<command.arguments[1].range.upperBound
    guard let raw = raw(words, in: command.section) else { return nil }
    return occurrence(of: raw, within: words, in: command.section).map { insertion(" \(flag)", at: $0.upperBound) }
  }

  /// Gives commands `-trimpath`: in the GOFLAGS that the spec gives them, else on each one's line; nil where one has no place for it.
  package func trimmingPaths(of commands: [GoCommand]) -> [TextEdit]? {
    var edits: [TextEdit] = []
    for command in commands {
      let inFlags = writtenAssignment(of: "GOFLAGS", to: command).flatMap { appending("-trimpath", to: $0) }
      guard let more = inFlags ?? adding("-trimpath", to: command).map({ [$0] }) else { return nil }
      for edit in more where !edits.contains(edit) { edits.append(edit) }
    }
    return edits
  }
}

// MARK: - GOFLAGS

extension Rewrites {
  /// Takes a word out of GOFLAGS; the assignment with it where nothing else is in it.
  package func removingFromGoFlags(_ word: String, for command: GoCommand) -> [TextEdit]? {
    guard let place = goFlagsOccurrence(of: word, for: command) else { return nil }
    if let assignment = writtenAssignment(of: "GOFLAGS", to: command), isAll(place, of: assignment) { return [dropping(assignment)] }
    return [removal(of: place)]
  }

  /// Whether nothing but words, and quotes around them, is an assignment's value.
  private func isAll(_ words: ByteRange, of assignment: WrittenAssignment) -> Bool {
    guard assignment.value != words else { return true }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    return assignment.value == words.lowerBound - 1..<words.upperBound + 1 && quotes.contains(specBytes[assignment.value.lowerBound])
  }

  /// Everything in GOFLAGS that Go rejects, written as Go reads it; nil where that is not known of all of it.
  package func goFlagsAsGoReadsThem(_ words: [GoFlagsWord], for command: GoCommand) -> GoFlagsCorrection? {
    var edits: [TextEdit] = []
    var correction = GoFlagsCorrection()
    var index = 0
    while index < words.count {
      if let (count, text) = GoFlagsWord.quotedWhole(words[index...]) {
        guard let place = goFlagsOccurrence(of: words[index..<index + count].map(\.text).joined(separator: " "), for: command) else {
          return nil
        }
        edits.append(replacement(of: place, with: text))
        correction.quotesWords = true
        index += count
        continue
      }
      guard index + 1 < words.count, words[index + 1].isRejected, let joined = words[index].joined(to: words[index + 1]) else {
        if words[index].isRejected {
          guard let removal = removingFromGoFlags(words[index].text, for: command) else { return nil }
          edits += removal
          correction.removesWords = true
        }
        index += 1
        continue
      }
      guard let place = goFlagsOccurrence(of: "\(words[index].text) \(words[index + 1].text)", for: command) else { return nil }
      edits.append(replacement(of: place, with: joined))
      index += 2
    }
    guard !edits.isEmpty else { return nil }
    correction.edits = edits
    return correction
  }
}

/// GOFLAGS as Go reads them.
package struct GoFlagsCorrection: Sendable {
  package var edits: [TextEdit] = []
  /// Go reads quotes in GOFLAGS since 1.21.
  package var quotesWords = false
  package var removesWords = false
}
