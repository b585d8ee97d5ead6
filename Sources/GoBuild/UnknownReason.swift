/// Reasons that say more than that a value is not known: what a path with such a part is keyed by.
package enum UnknownReason {
  package static let process = "the shell's process number"
  package static let random = "a random number"
  package static let temporary = "a temporary name"
  package static let architecture = "the architecture"
  /// A `for` loop's variable, where the words are not known.
  package static let loopWord = "one of several words"
  package static let fileNames = "file names"
}
