package import Diagnostics
package import MacroExpansion
package import SpecSyntax

/// What the build scriptlets of one spec do, as far as Go is concerned: what the rules read.
package struct BuildModel: Sendable {
  /// In the order in which they run.
  package var commands: [GoCommand]
  /// Every other simple command, in order: `rm`, `curl`, `wait` …
  package var shellCommands: [ShellCommand]
  /// Every assignment and export of a variable, in order.
  package var assignments: [Assignment]
  /// Uses of a variable that nothing in its scriptlet has set.
  package var unsetUses: [VariableUse]
  /// Files that the scriptlets write with text of their own: `cat > file <<EOF`, `echo … > file`, `tee`.
  package var writtenFiles: [WrittenFile]
  /// For the models of other readings of the same spec.
  var prologues: [WalkedPrologue] = []

  package init(
    commands: [GoCommand] = [], shellCommands: [ShellCommand] = [], assignments: [Assignment] = [], unsetUses: [VariableUse] = [],
    writtenFiles: [WrittenFile] = []
  ) {
    self.commands = commands
    self.shellCommands = shellCommands
    self.assignments = assignments
    self.unsetUses = unsetUses
    self.writtenFiles = writtenFiles
  }
}

/// A simple command that is not go.
package struct ShellCommand: Sendable, Hashable {
  /// "prep", "build" …
  package var section: SectionKeyword
  /// Of its words, in the section's expanded text.
  package var range: ByteRange
  package var source: SourceReference
  /// The command's name first, after expansion.
  package var words: [Argument]
  package var directory: Value
  package var isBackground: Bool

  package init(
    section: SectionKeyword, range: ByteRange, source: SourceReference, words: [Argument], directory: Value, isBackground: Bool = false
  ) {
    self.section = section
    self.range = range
    self.source = source
    self.words = words
    self.directory = directory
    self.isBackground = isBackground
  }
}

/// A variable given a value.
package struct Assignment: Sendable, Hashable {
  package var name: String
  /// nil for `unset`.
  package var value: Value?
  /// Whether commands that follow see it; true for an assignment before a command, which alone sees it.
  package var isExported: Bool
  package var section: SectionKeyword
  /// In the section's expanded text.
  package var range: ByteRange
  package var source: SourceReference

  package init(name: String, value: Value?, isExported: Bool, section: SectionKeyword, range: ByteRange, source: SourceReference) {
    self.name = name
    self.value = value
    self.isExported = isExported
    self.section = section
    self.range = range
    self.source = source
  }
}

/// `$NAME` or `${NAME}` in a word.
package struct VariableUse: Sendable, Hashable {
  package var name: String
  /// Whether a `/` stands before or after it in the same word.
  package var isInPath: Bool
  package var section: SectionKeyword
  package var range: ByteRange
  package var source: SourceReference

  package init(name: String, isInPath: Bool, section: SectionKeyword, range: ByteRange, source: SourceReference) {
    self.name = name
    self.isInPath = isInPath
    self.section = section
    self.range = range
    self.source = source
  }
}

/// What one command writes to a file.
package struct WrittenFile: Sendable, Hashable {
  /// Absolute, as far as it is known.
  package var path: Value
  /// What this command writes; not what stood there before.
  package var text: Value
  package var section: SectionKeyword
  /// Of the command, in the section's expanded text.
  package var range: ByteRange
  package var source: SourceReference

  package init(path: Value, text: Value, section: SectionKeyword, range: ByteRange, source: SourceReference) {
    self.path = path
    self.text = text
    self.section = section
    self.range = range
    self.source = source
  }
}
