// What an analysis asks a script for most often, wherever it stands in it.
extension Script {
  /// Every command, also those in substitutions, function bodies and here-documents, in the order of the text.
  package var allCommands: [Command] { collected.commands }

  /// Every word, also those within words, such as the default in `${name:-word}`.
  package var allWords: [Word] { collected.words }

  private var collected: Collector {
    var collector = Collector()
    walk(&collector)
    return collector
  }
}

private struct Collector: SyntaxVisitor {
  var commands: [Command] = []
  var words: [Word] = []

  mutating func visit(_ command: Command) { commands.append(command) }
  mutating func visit(_ word: Word) { words.append(word) }
}
