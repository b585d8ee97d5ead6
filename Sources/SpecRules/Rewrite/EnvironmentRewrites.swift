package import Diagnostics
package import GoBuild
import MacroExpansion
package import SpecSyntax

/// Rewrites of what scriptlets export.
extension Rewrites {
  /// Gives a scriptlet's go commands what an earlier one exported: the same assignments on a line before the command.
  package func repeating(_ names: [String], of origin: GoCommand, before command: GoCommand) -> [TextEdit]? {
    let assignments = names.compactMap { name in
      isBuiltUp(name, for: origin) ? nil : writtenAssignment(of: name, to: origin).flatMap(repeated)
    }
    guard assignments.count == names.count, !assignments.isEmpty else { return nil }
    return lineInserted("export \(assignments.joined(separator: " "))", before: command.range, in: command.section).map { [$0] }
  }

  /// Whether a value is made of an earlier one, `A="$A …"`, which the assignment alone does not give.
  private func isBuiltUp(_ name: String, for command: GoCommand) -> Bool {
    guard let assignment = writtenAssignment(of: name, to: command) else { return false }
    let words = specWords(assignment.value)
    let readsItself = words.contains("$\(name)") || words.contains("${\(name)")
    return readsItself && model.assignments.count { $0.name == name && $0.section == command.section } > 1
  }

  /// Exports a variable on a line of its own before a command.
  package func exporting(_ assignment: String, before command: GoCommand) -> [TextEdit]? {
    lineInserted("export \(assignment)", before: command.range, in: command.section).map { [$0] }
  }

  /// `go env -w NAME=VALUE …` as an export, which the build alone sees.
  package func exportingInsteadOfWriting(_ command: GoCommand) -> [TextEdit]? {
    guard let invocation = command.invocation, let flag = invocation.flag("w"), invocation.flags.count == 1,
      invocation.operands.allSatisfy({ $0.exactText?.contains("=") == true }), !invocation.operands.isEmpty,
      let start = command.arguments.first?.range.lowerBound, raw(start..<flag.range.upperBound, in: command.section) == "go env -w",
      let words = verbatim(start..<flag.range.upperBound, in: command.section)
    else { return nil }
    return [replacement(of: words, with: "export")]
  }

  /// Takes out a command that has its line to itself.
  package func removingLine(of range: ByteRange, in section: SectionKeyword) -> [TextEdit]? {
    guard let text = context.script.text(of: section), let source = written(range, in: section) else { return nil }
    let expanded = LineShape(text.bytes)
    let shape = LineShape(specBytes)
    let start = shape.lineStart(source.lowerBound)
    guard expanded.isBlank(beforeOffset: range.lowerBound), expanded.isBlank(afterOffset: range.upperBound),
      shape.isBlank(beforeOffset: source.lowerBound), shape.isBlank(afterOffset: source.upperBound), !shape.continues(before: start)
    else { return nil }
    let end = specBytes.lineEnd(of: source.upperBound)
    return [TextEdit(range: start..<end, newText: [])]
  }
}

/// Rewrites of commands in the background.
extension Rewrites {
  /// Waits for every background command of a scriptlet by its number, so that each one's failure ends it.
  ///
  /// nil in loops, pipelines and the like, where one line starts several.
  package func waiting(for commands: [GoCommand], insteadOf wait: ShellCommand?) -> [TextEdit]? {
    guard let section = commands.first?.section, let text = context.script.text(of: section), let script = ScriptOutline(text.bytes) else {
      return nil
    }
    var edits: [TextEdit] = []
    for (index, command) in commands.enumerated() {
      guard let ampersand = script.ampersand(after: command.range), let source = verbatim(ampersand..<ampersand + 1, in: section),
        LineShape(text.bytes).isBlank(afterOffset: ampersand + 1)
      else { return nil }
      edits.append(insertion(" pid\(index + 1)=$!", at: source.upperBound))
    }
    let waits = commands.indices.map { "wait $pid\($0 + 1)" }
    if let wait {
      guard script.isTopLevel(wait.range), let source = verbatim(wait.range, in: section) else { return nil }
      let shape = LineShape(specBytes)
      let start = shape.lineStart(source.lowerBound)
      guard shape.isBlank(beforeOffset: source.lowerBound) else { return nil }
      let separator = shape.lineEnd(at: start) + shape.indentation(ofLineAt: start)
      edits.append(replacement(of: source, with: waits.joined(separator: separator)))
    } else {
      guard let last = commands.last, let ampersand = script.ampersand(after: last.range) else { return nil }
      for line in waits.reversed() {
        guard let edit = lineInserted(line, after: last.range.lowerBound..<ampersand + 1, in: section) else { return nil }
        edits.append(edit)
      }
      guard let place = edits.last?.range else { return nil }
      let lines = edits.filter { $0.range == place }
      edits.removeAll { $0.range == place }
      edits.append(TextEdit(range: place, newText: lines.reversed().flatMap(\.newText)))
    }
    return edits
  }
}
