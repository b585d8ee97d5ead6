// What an analysis asks a script for most often, wherever it stands in it.
extension Script {
  /// Every command, also those in substitutions, function bodies and here-documents, in the order of the text.
  package var allCommands: [Command] { collected.commands }

  /// Every assignment before or without a command's words; not the operands of `export` and its kin.
  package var allAssignments: [Assignment] { collected.assignments }

  /// Every word, also those within words, such as the default in `${name:-word}`.
  package var allWords: [Word] { collected.words }

  /// Every comment, also those in substitutions.
  package var allComments: [Comment] { collected.comments }

  private var collected: Collector {
    var collector = Collector()
    walk(&collector)
    return collector
  }
}

private struct Collector: SyntaxVisitor {
  var commands: [Command] = []
  var assignments: [Assignment] = []
  var words: [Word] = []
  var comments: [Comment] = []

  mutating func visit(_ script: Script) { comments += script.comments }
  mutating func visit(_ command: Command) { commands.append(command) }
  mutating func visit(_ assignment: Assignment) { assignments.append(assignment) }
  mutating func visit(_ word: Word) { words.append(word) }
}
