package import Diagnostics
package import GoBuild
package import MacroExpansion
package import SpecSyntax

/// A stretch of a scriptlet that a rule speaks of.
package struct ScriptPlace: Sendable {
  package let section: SectionKeyword
  /// In the section's expanded text.
  package let range: ByteRange
  /// Where the command as a whole stands, for when the section's text is not at hand.
  package let source: SourceReference

  /// The command's words, without the assignments before it and its redirections.
  package init(_ command: GoCommand) {
    let start = command.arguments.first?.range.lowerBound ?? command.range.lowerBound
    let end = command.arguments.map(\.range.upperBound).max() ?? command.range.upperBound
    self.init(section: command.section, range: start..<max(start, end), source: command.sourceReference)
  }

  package init(_ range: ByteRange, of command: GoCommand) {
    self.init(section: command.section, range: range, source: command.sourceReference)
  }

  package init(_ command: ShellCommand) {
    self.init(section: command.section, range: command.range, source: command.source)
  }

  package init(_ assignment: Assignment) {
    self.init(section: assignment.section, range: assignment.range, source: assignment.source)
  }

  package init(_ use: VariableUse) {
    self.init(section: use.section, range: use.range, source: use.source)
  }

  package init(_ file: WrittenFile) {
    self.init(section: file.section, range: file.range, source: file.source)
  }

  /// A substitution, in a section whose text is at hand.
  package init?(_ output: VaryingOutput, in context: RuleContext) {
    guard let source = context.script.text(of: output.section)?.source(of: output.range) else { return nil }
    self.init(section: output.section, range: output.range, source: SourceReference(file: source.file, range: source.range))
  }

  /// Whether it comes after another place when the package is built.
  package func isLater(than other: ScriptPlace) -> Bool {
    section == other.section ? range.lowerBound > other.range.lowerBound : other.section.runs(before: section)
  }

  private init(section: SectionKeyword, range: ByteRange, source: SourceReference) {
    self.section = section
    self.range = range
    self.source = source
  }
}

extension Rule {
  /// A finding of this rule at a place in a scriptlet, with the macro it came from in its notes.
  ///
  /// - Parameter condition: The shell's, as `GoCommand.condition` has it.
  package func finding(
    _ message: String, at place: ScriptPlace, in context: RuleContext, severity: Severity = Self.severity, confidence: Confidence = .high,
    notes: [Note] = [], under condition: String? = nil, fixes: [FixIt] = []
  ) -> Diagnostic {
    Diagnostic(
      rule: Self.id, severity: severity, confidence: confidence, message: message,
      place: context.script.place(of: place.range, in: place.section, or: place.source),
      notes: notes + context.script.expansionNotes(of: place.range, in: place.section)
        + (condition.map { [Note("runs under '\($0)'")] } ?? []),
      fixes: fixes)
  }
}
