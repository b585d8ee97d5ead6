package import Diagnostics
package import MacroExpansion
import SpecSyntax

/// A command that the spec's own text has run whenever the spec is read: `%(…)`, Lua's `io.popen` and `os.execute`.
package struct ParseTimeCommand: Sendable {
  package let call: ShellCall
  /// Where the spec has it: the `%(…)` itself, or the whole call of a macro that holds it.
  package let file: Int
  package let range: ByteRange
  /// Whether all that reads it are comments.
  package let isInComment: Bool
  /// Where it was read, if that is elsewhere.
  package let use: SourceReference?

  /// The command's text as the shell gets it.
  package var text: [UInt8] { call.command }
}

extension SourceFacts {
  /// The commands that ran, or would have, while the spec was read, each place once.
  ///
  /// What was computed without running anything is harmless; what the target's macros bring is not the spec's doing. Both are left out.
  package var parseTimeCommands: [ParseTimeCommand] {
    var commands: [ParseTimeCommand] = []
    for call in spec.commands where call.outcome != .computed {
      guard let command = parseTimeCommand(call) else { continue }
      guard let known = commands.firstIndex(where: { $0.file == command.file && $0.range == command.range }) else {
        commands.append(command)
        continue
      }
      // A macro that is used in a comment and elsewhere matters for its other use.
      if commands[known].isInComment, !command.isInComment { commands[known] = command }
    }
    return commands
  }

  private func parseTimeCommand(_ call: ShellCall) -> ParseTimeCommand? {
    guard spec.files.indices.contains(call.file) else { return nil }
    if let range = Self.holder(of: call, in: spec.files[call.file].bytes, call.range) {
      return ParseTimeCommand(call: call, file: call.file, range: range, isInComment: isInComment(call.range, file: call.file), use: nil)
    }
    for definition in definitions(behind: call.range, file: call.file) {
      guard spec.files.indices.contains(definition.file),
        let range = Self.holder(of: call, in: spec.files[definition.file].bytes, definition.range)
      else { continue }
      return ParseTimeCommand(
        call: call, file: definition.file, range: range, isInComment: isInComment(call.range, file: call.file),
        use: SourceReference(file: call.file, range: call.range))
    }
    return nil
  }

  /// The `%(…)` in a range that a command came from: the only one, else the one that has most of its words; a piece of Lua as a whole.
  private static func holder(of call: ShellCall, in bytes: [UInt8], _ range: ByteRange) -> ByteRange? {
    let range = range.clamped(to: 0..<bytes.count)
    let candidates = shellCalls(in: bytes, range)
    guard candidates.count != 1 else { return candidates[0] }
    let words = Set(call.command.split { !$0.isNameByte }.map(Array.init))
    let best = candidates.max { first, second in
      let counts = [first, second].map { candidate in
        Set(bytes[candidate].split { !$0.isNameByte }.map(Array.init)).intersection(words).count
      }
      return counts[0] < counts[1]
    }
    if let best { return best }
    return bytes[range].firstRange(of: "lua:".utf8) == nil ? nil : range
  }

  /// The outermost `%(…)` of a text; a parenthesis in a string counts as rpm counts it.
  private static func shellCalls(in bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
    var calls: [ByteRange] = []
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      guard bytes[index] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      guard bytes[index + 1] == UInt8(ascii: "(") else {
        index += bytes[index + 1] == UInt8(ascii: "%") ? 2 : 1
        continue
      }
      let end = closing(bytes, from: index + 1, upTo: range.upperBound)
      calls.append(index..<end)
      index = end
    }
    return calls
  }

  private static func closing(_ bytes: [UInt8], from start: Int, upTo end: Int) -> Int {
    var level = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): level += 1
      case UInt8(ascii: ")"):
        level -= 1
        if level == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return end
  }
}

extension Rule {
  /// A finding of this rule at a command that runs while the spec is read.
  package func finding(
    _ message: String, at command: ParseTimeCommand, in context: RuleContext, severity: Severity = Self.severity,
    confidence: Confidence = .high
  ) -> Diagnostic {
    let comment = command.isInComment ? [Note("rpm expands macros in comments too")] : []
    let use = command.use.map { [Note("read here", at: context.place($0))] } ?? []
    return Diagnostic(
      rule: Self.id, severity: severity, confidence: confidence, message: message,
      place: context.spec.place(SourceReference(file: command.file, range: command.range)), notes: comment + use)
  }
}
