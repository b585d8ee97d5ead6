package import GoBuild

extension GoFacts {
  /// The values of a variable that go commands see, each with the first command that does: one assignment, one finding.
  ///
  /// Only values that the spec itself gives.
  package func distinctValues(of name: String) -> [(command: GoCommand, binding: Binding)] {
    var seen: Set<Binding> = []
    return model.commands.compactMap { command in
      guard let binding = command.environment[name], binding.source != nil, seen.insert(binding).inserted else { return nil }
      return (command, binding)
    }
  }
}
