/// Why a part of a text cannot be known.
package enum Unknown: Sendable, Hashable {
  /// The shell's process number, `$$`.
  case process
  /// `$RANDOM`, `uuidgen`.
  case random
  /// `mktemp`.
  case temporary
  /// `uname -m`.
  case architecture
  case time
  /// A `for` loop's variable, where the words are not known.
  case loopWord
  /// What a pattern or `find` gives.
  case fileNames
  /// Differs between branches, in more ways than are kept apart.
  case branches
  /// What the caller's environment holds, by the variable's name.
  case caller(String)
  /// What a command prints that is not computed, by its name; nil where the name is not known either.
  case output(of: String?)
  /// What is in a file, or comes in through standard input or a pipe.
  case contents
  /// Arguments of a script or function whose caller is not known.
  case arguments
  /// A command's exit status.
  case status
  /// Something of the shell itself: its options, a line's number, a folder left by `popd`.
  case shell
  /// What a command prints that gives something else in every build.
  case varying(VaryingOutput)
  /// Known to a shell, but not followed here: too deep, too long, or too rare.
  case notFollowed
}
